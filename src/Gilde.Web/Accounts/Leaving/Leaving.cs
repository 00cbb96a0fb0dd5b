namespace Gilde.Web.Accounts;

/// <summary>A copy of all data of a member, prepared by a job as a ZIP file.</summary>
public sealed class Export
{
    public long Id { get; private set; }
    public long AccountId { get; init; }
    public Instant AskedAt { get; init; }
    public Instant? ReadyAt { get; set; }
    public Instant? ExpiresAt { get; set; }
    /// <summary>Name in the exports folder.</summary>
    public string File { get; set; } = "";
    public long Size { get; set; }
}

/// <summary>A member wants to be erased: hidden at once, erased when due, until then undone by the link in the mail.</summary>
public sealed class ErasureRequest
{
    public long MemberId { get; init; }
    public Instant AskedAt { get; init; }
    public Instant DueAt { get; init; }
    /// <summary>Since when the member had been active, for the case that they come back.</summary>
    public Instant ActiveSince { get; init; }
}

/// <summary>The ledger of the erased: an id and a time, nothing else. Whoever is in it is erased again after a restore.</summary>
public sealed class Erasure
{
    public long MemberId { get; init; }
    public Instant At { get; init; }
}
