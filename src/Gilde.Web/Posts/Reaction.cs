namespace Gilde.Web.Posts;

public enum ReactionKind { Like, Helpful, Congratulations, Condolence }

/// <summary>One member's reaction to a post: one at a time. All but condolences recommend the post to the member's contacts.</summary>
public sealed class Reaction
{
    public long PostId { get; init; }
    public long MemberId { get; init; }
    public ReactionKind Kind { get; set; }
    public Instant At { get; init; }
}

/// <summary>The same for a comment; it recommends nothing.</summary>
public sealed class CommentReaction
{
    public long CommentId { get; init; }
    public long MemberId { get; init; }
    public ReactionKind Kind { get; set; }
    public Instant At { get; init; }
}
