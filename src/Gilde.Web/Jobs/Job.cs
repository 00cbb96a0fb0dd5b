namespace Gilde.Web.Jobs;

/// <summary>Slow work as a row: claimed by one process, retried with back-off, parked after the last try where the operator sees it.</summary>
public sealed class Job
{
    public const int MaxAttempts = 8;

    public long Id { get; private set; }
    public required string Kind { get; init; }
    /// <summary>JSON, read by the handler of this kind.</summary>
    public required string Payload { get; init; }
    /// <summary>Unique where set: the same effect is never queued twice.</summary>
    public string? EffectKey { get; init; }
    public Instant CreatedAt { get; init; }
    public Instant DueAt { get; set; }
    public int Attempts { get; set; }
    public Instant? ClaimedUntil { get; set; }
    public string? LastError { get; set; }
    public Instant? ParkedAt { get; set; }

    /// <summary>Tried often enough: waits for the operator.</summary>
    public void Park(Instant now, string why)
    {
        (ParkedAt, ClaimedUntil, LastError) = (now, null, why);
    }

    /// <summary>Due now, with all its tries again.</summary>
    public void Revive(Instant now)
    {
        (DueAt, Attempts, ClaimedUntil, ParkedAt) = (now, 0, null, null);
    }
}

/// <summary>Does one kind of work. Throwing means "try again later".</summary>
public interface IJobHandler
{
    string Kind { get; }
    Task Run(string payload, CancellationToken stop);
}
