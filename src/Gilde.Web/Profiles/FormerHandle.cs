namespace Gilde.Web.Profiles;

/// <summary>A handle that its member gave up: for a while it leads to the new one and nobody else can take it.</summary>
public sealed class FormerHandle
{
    public static readonly Duration Kept = Duration.FromDays(90);

    public required string Handle { get; init; }
    public long MemberId { get; init; }
    public Instant LeftAt { get; set; }
}
