using NodaTime;

namespace Gilde.Web.Profiles;

/// <summary>A hint that a member does not want to see again.</summary>
public sealed class DismissedHint
{
    public long MemberId { get; init; }
    public required string Hint { get; init; }
    public Instant At { get; init; }
}
