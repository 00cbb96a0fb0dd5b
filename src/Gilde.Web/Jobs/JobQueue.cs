using System.Text.Json;

namespace Gilde.Web.Jobs;

public static class JobQueue
{
    /// <summary>Adds work to the unit of work; it runs once that has committed.</summary>
    /// <param name="effectKey">Unique name of the effect where the same one must not be queued twice.</param>
    public static void Enqueue<T>(this GildeDb db, IClock clock, string kind, T payload, string? effectKey = null)
    {
        var now = clock.GetCurrentInstant();
        db.Add(new Job { Kind = kind, Payload = JsonSerializer.Serialize(payload), EffectKey = effectKey, CreatedAt = now, DueAt = now });
    }

    /// <summary>The same for work that is not to be done before its time.</summary>
    public static void EnqueueAt<T>(this GildeDb db, IClock clock, Instant due, string kind, T payload, string? effectKey = null) =>
        db.Add(new Job { Kind = kind, Payload = JsonSerializer.Serialize(payload), EffectKey = effectKey, CreatedAt = clock.GetCurrentInstant(), DueAt = due });

    /// <summary>Takes the next due job for <paramref name="lease"/>; null if there is none. No two claimants get the same.</summary>
    public static async Task<Job?> Claim(this GildeDb db, Instant now, Duration lease, CancellationToken stop)
    {
        if (!db.IsPostgres && !await Due(db.Jobs, now).AnyAsync(stop)) return null;
        while (true)
        {
            var job = await db.Take(now, lease, stop);
            if (job?.ParkedAt is null) return job;
        }
    }

    /// <summary>The next due job: claimed, or parked if its tries are used up and nobody came back from the last, as when it kills the process.</summary>
    private static Task<Job?> Take(this GildeDb db, Instant now, Duration lease, CancellationToken stop) =>
        db.Atomically(async () =>
        {
            var due = db.IsPostgres
                ? db.Jobs.FromSql($"SELECT * FROM jobs WHERE parked_at IS NULL AND due_at <= {now.ToDateTimeUtc()} AND (claimed_until IS NULL OR claimed_until < {now.ToDateTimeUtc()}) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                : Due(db.Jobs, now).OrderBy(j => j.DueAt).Take(1);
            var job = (await due.ToListAsync(stop)).FirstOrDefault();
            if (job is null) return null;
            if (job.Attempts >= Job.MaxAttempts) job.Park(now, "The server ended during the last try.");
            else (job.ClaimedUntil, job.Attempts) = (now + lease, job.Attempts + 1);
            await db.SaveChangesAsync(stop);
            return job;
        }, stop);

    private static IQueryable<Job> Due(IQueryable<Job> jobs, Instant now) =>
        jobs.Where(j => j.ParkedAt == null && j.DueAt <= now && (j.ClaimedUntil == null || j.ClaimedUntil < now));
}
