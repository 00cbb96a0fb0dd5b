namespace Gilde.Web.Groups.Talk;

/// <summary>A moderator of its group did not let a post through: its author goes on seeing it, and why; nobody else ever did.</summary>
public sealed class PostDecline
{
    public const int MaxWords = 500;

    public long PostId { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    /// <summary>A sentence for the author.</summary>
    public required string Words { get; init; }
}
