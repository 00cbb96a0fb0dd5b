using Gilde.Web.Contacts;
using Gilde.Web.Posts;

namespace Gilde.Web.Feed;

/// <summary>Why something stands in a feed, from the nearest reason to the farthest.</summary>
public enum FeedReason { Own, Contact, Followed, Group, Tag, Recommended }

/// <summary>One way in which a post reaches a member.</summary>
/// <param name="SourceId">The member, group or tag that it comes from; of a recommendation the member who recommends.</param>
/// <param name="At">When it reached them: when it was published, or recommended.</param>
public sealed record FeedCandidate(long PostId, Instant At, FeedReason Reason, long SourceId);

/// <summary>That a contact of the viewer recommends a post.</summary>
public sealed record Recommendation(long PostId, Instant At, Person By);

/// <summary>A post in somebody's feed.</summary>
/// <param name="At">When it first reached the viewer.</param>
/// <param name="By">Whose recommendation it is; empty for other reasons.</param>
/// <param name="TagId">The followed tag that it stands under.</param>
/// <param name="Score">Where it stands when the closest come first.</param>
public sealed record FeedItem(PostView Post, Instant At, FeedReason Reason, IReadOnlyList<Person> By, long? TagId = null, double Score = 0)
{
    /// <summary>The tag's name.</summary>
    public string? Tag { get; init; }
}
