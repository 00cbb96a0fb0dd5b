using Gilde.Web.Contacts;
using Gilde.Web.Posts;

namespace Gilde.Web.Feed;

/// <summary>Why something stands in a feed, from the nearest reason to the farthest.</summary>
public enum FeedReason { Own, Contact, Followed, Group, Tag, Recommended }

/// <summary>One way in which a post reaches a member.</summary>
/// <param name="SourceId">The member, group or tag that it comes from; of a recommendation the member who recommends.</param>
/// <param name="At">When it reached them: when it was published, or recommended.</param>
public sealed record FeedCandidate(long PostId, Instant At, FeedReason Reason, long SourceId);

/// <summary>A post in somebody's feed.</summary>
/// <param name="At">When it first reached the viewer.</param>
/// <param name="ById">Whose recommendation it is; empty for other reasons.</param>
/// <param name="TagId">The followed tag that it stands under.</param>
/// <param name="Score">Where it stands when the closest come first.</param>
public sealed record FeedItem(PostView Post, Instant At, FeedReason Reason, IReadOnlyList<long> ById, long? TagId = null, double Score = 0)
{
    /// <summary>The same with their names, the closest first; those who do not exist for the viewer are left out.</summary>
    public IReadOnlyList<Person> By { get; init; } = [];
    public string? Tag { get; init; }
}
