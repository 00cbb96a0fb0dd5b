namespace Gilde.Web.Setup;

/// <summary>How people join.</summary>
public enum SignupMode { Open, Invitation, Approval }

/// <summary>The network itself: the single row (id 1) that the set-up page writes and the operator edits.</summary>
public sealed class Network
{
    public const long TheId = 1;

    public long Id { get; init; } = TheId;
    public required string Name { get; set; }
    public required string Trade { get; set; }
    public Language Language { get; set; }
    /// <summary>CSS hex colour, <c>#rrggbb</c>.</summary>
    public required string Color { get; set; }
    /// <summary>Markdown; the law demands it.</summary>
    public required string Imprint { get; set; }
    public string PrivacyNotice { get; set; } = "";
    public SignupMode Signup { get; set; }
    /// <summary>All people and firms are invented; every page says so.</summary>
    public bool IsDemo { get; init; }
    public Instant CreatedAt { get; init; }
    public long Version { get; set; }

    public NetworkFace Face => new(Name, Trade, Color, IsDemo, Version);
}
