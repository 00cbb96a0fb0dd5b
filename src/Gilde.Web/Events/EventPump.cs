using System.Diagnostics;

namespace Gilde.Web.Events;

/// <summary>Feeds every durable reader from its stored position. On several nodes one at a time has a reader, by the lock on its position row.</summary>
public sealed class EventPump(IServiceScopeFactory scopes, EventSignal signal, IEnumerable<IEventReader> readers, IHostApplicationLifetime server, ILogger<EventPump> log) : BackgroundService
{
    public const int BatchSize = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    /// <summary>Between two looks at the log, so that what happens in close succession is read at once: a look costs several queries and a commit, whether it finds one event or two hundred.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await server.Started(stop);
        await Task.WhenAll(readers.Select(r => Feed(r, stop)));
    }

    private async Task Feed(IEventReader reader, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (wake, looked) = (signal.Next, Stopwatch.GetTimestamp());
            try
            {
                if (await ReadBatch(reader, stop)) continue;
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogError(error, "Reader {Reader} of the event log failed; it tries again", reader.Name);
            }
            await Task.WhenAny(wake, Task.Delay(Poll, stop));
            if (Pause - Stopwatch.GetElapsedTime(looked) is { Ticks: > 0 } rest) await Task.Delay(rest, stop);
        }
    }

    /// <summary>Reads one batch and stores the position with its effects. True if there may be more.</summary>
    private async Task<bool> ReadBatch(IEventReader reader, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var settled = await db.Settled(stop);
        if (!await HasNews(db, reader.Name, settled, stop)) return false;
        return await db.Atomically(async () =>
        {
            var position = await Claim(db, reader.Name, stop);
            if (position is null) return false;
            var batch = await db.After(new LogPlace(position.Transaction, position.EventId), settled).Take(BatchSize).ToListAsync(stop);
            if (batch.Count == 0) return false;
            await reader.Read(db, batch, stop);
            (position.Transaction, position.EventId) = (batch[^1].Transaction, batch[^1].Id);
            await db.SaveChangesAsync(stop);
            return batch.Count == BatchSize;
        }, stop);
    }

    /// <summary>A look without a lock, so that idle readers never queue before SQLite's one writer.</summary>
    private static async Task<bool> HasNews(GildeDb db, string name, long settled, CancellationToken stop)
    {
        var position = await db.EventPositions.AsNoTracking().FirstOrDefaultAsync(p => p.Reader == name, stop);
        return position is null || await db.After(new LogPlace(position.Transaction, position.EventId), settled).AnyAsync(stop);
    }

    private static async Task<EventPosition?> Claim(GildeDb db, string name, CancellationToken stop)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO event_positions (reader, transaction, event_id) VALUES ({name}, 0, 0) ON CONFLICT DO NOTHING", stop);
            return await db.EventPositions.FromSql($"SELECT * FROM event_positions WHERE reader = {name} FOR UPDATE SKIP LOCKED").SingleOrDefaultAsync(stop);
        }
        var position = await db.EventPositions.SingleOrDefaultAsync(p => p.Reader == name, stop);
        return position ?? db.Add(new EventPosition { Reader = name }).Entity;
    }
}
