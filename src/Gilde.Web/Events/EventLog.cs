namespace Gilde.Web.Events;

/// <summary>A place in the log: events are ordered by writing transaction, then id.</summary>
public readonly record struct LogPlace(long Transaction, long EventId)
{
    public static readonly LogPlace Start = new(0, 0);
    public static LogPlace Of(Event e) => new(e.Transaction, e.Id);
    public bool IsAfter(LogPlace other) => (Transaction, EventId).CompareTo((other.Transaction, other.EventId)) > 0;
}

public static class EventLog
{
    /// <summary>Adds an event to the unit of work; it becomes readable when that commits.</summary>
    public static void Record(this GildeDb db, IClock clock, string kind, long? actor, long? target = null, long? subject = null, long? parent = null) =>
        db.Add(new Event { At = clock.GetCurrentInstant(), Kind = kind, ActorId = actor, TargetId = target, ObjectId = subject, ParentId = parent });

    /// <summary>
    /// The transaction below which nothing in this database is still to commit. On PostgreSQL that is the oldest one running in it; those of other databases of
    /// the server do not count. It goes on holding, so ask it first and read after it.
    /// </summary>
    /// <exception cref="InvalidOperationException">A transaction is open: within it PostgreSQL may answer with sessions as they were a while ago.</exception>
    public static async Task<long> Settled(this GildeDb db, CancellationToken stop = default)
    {
        if (!db.IsPostgres) return long.MaxValue;
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("Ask how far the log is settled before the transaction begins.");
        return (await db.Database.SqlQueryRaw<long>(OldestRunning).ToListAsync(stop)).Single();
    }

    // The statement's snapshot comes before its look at the sessions: whoever has a number below the snapshot's end is by then seen running, or has ended.
    // Sessions give 32 bits of their transaction's number; the snapshot completes them.
    private const string OldestRunning = """
        SELECT least(n, min(n + (running.xid::text::bigint - (n & 4294967295) + 6442450944) % 4294967296 - 2147483648)) AS "Value"
        FROM (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS n) AS snapshot
        LEFT JOIN (
            SELECT backend_xid AS xid FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL
            UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE database = current_database()
        ) AS running ON true
        GROUP BY n
        """;

    /// <summary>
    /// The next events after a place, oldest first, of transactions older than <paramref name="settled"/> (see <see cref="Settled"/>),
    /// so that none which commits late is stepped over.
    /// </summary>
    public static IQueryable<Event> After(this GildeDb db, LogPlace place, long settled) =>
        db.Unsettled(place).Where(e => e.Transaction < settled).OrderBy(e => e.Transaction).ThenBy(e => e.Id);

    /// <summary>Events after a place that are committed, settled or not.</summary>
    public static IQueryable<Event> Unsettled(this GildeDb db, LogPlace place) =>
        db.Events.AsNoTracking().Where(e => e.Transaction > place.Transaction || (e.Transaction == place.Transaction && e.Id > place.EventId));

    /// <summary>The newest settled place, where a reader starts that needs no past.</summary>
    public static async Task<LogPlace> End(this GildeDb db, CancellationToken stop = default)
    {
        var last = await db.After(LogPlace.Start, await db.Settled(stop)).Reverse().Select(e => new { e.Transaction, e.Id }).FirstOrDefaultAsync(stop);
        return last is null ? LogPlace.Start : new LogPlace(last.Transaction, last.Id);
    }
}

/// <summary>
/// Works off the log durably: called with each batch in the transaction that also stores the position, so that its effects happen
/// exactly once. Must not do slow work itself: it queues jobs.
/// </summary>
public interface IEventReader
{
    string Name { get; }
    Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop);
}

/// <summary>Sees every new event of the log in this process, for what lives in memory: live pages, the graph.</summary>
public interface IEventObserver
{
    Task Observe(IReadOnlyList<Event> batch, CancellationToken stop);
}
