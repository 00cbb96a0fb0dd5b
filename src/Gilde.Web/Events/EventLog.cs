using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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
    /// The next events after a place, oldest first. On PostgreSQL only those of transactions older than every one still running,
    /// so that none which commits late is stepped over.
    /// </summary>
    public static IQueryable<Event> After(this GildeDb db, LogPlace place)
    {
        var settled = db.IsPostgres
            ? db.Events.FromSql($"SELECT * FROM events WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            : db.Events;
        return settled.AsNoTracking()
            .Where(e => e.Transaction > place.Transaction || (e.Transaction == place.Transaction && e.Id > place.EventId))
            .OrderBy(e => e.Transaction).ThenBy(e => e.Id);
    }

    /// <summary>Events after a place that are committed, settled or not.</summary>
    public static IQueryable<Event> Unsettled(this GildeDb db, LogPlace place) =>
        db.Events.AsNoTracking().Where(e => e.Transaction > place.Transaction || (e.Transaction == place.Transaction && e.Id > place.EventId));

    /// <summary>The newest settled place, where a reader starts that needs no past.</summary>
    public static async Task<LogPlace> End(this GildeDb db, CancellationToken stop = default)
    {
        var last = await db.After(LogPlace.Start).Reverse().Select(e => new { e.Transaction, e.Id }).FirstOrDefaultAsync(stop);
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
