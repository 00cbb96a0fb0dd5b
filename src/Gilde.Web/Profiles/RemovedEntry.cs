namespace Gilde.Web.Profiles;

/// <summary>An entry that its owner removed from a section, kept for a day so that it can be brought back.</summary>
public sealed class RemovedEntry
{
    public const int MaxContent = 20_000;
    public static readonly Duration Kept = Duration.FromDays(1);

    public long Id { get; private set; }
    public long MemberId { get; init; }
    public ProfileSection Section { get; init; }
    /// <summary>The fields of its form as JSON.</summary>
    public required string Content { get; init; }
    public int Rank { get; init; }
    public Instant At { get; init; }
}
