using System.Data.Common;
using Gilde.Web.Jobs;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Gilde.Web.Events;

/// <summary>Wakes the readers of the log at once: within the process after a commit, from other nodes by PostgreSQL's NOTIFY.</summary>
public sealed class EventSignal(Settings settings, ILogger<EventSignal> log) : BackgroundService
{
    public const string Channel = "gilde_events";
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next wake-up. Take it before reading the log, await it after.</summary>
    public Task Next => next.Task;

    public void Wake() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (settings.IsPostgres && !stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.Database);
                await connection.OpenAsync(stop);
                connection.Notification += (_, _) => Wake();
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
                Wake();
                while (true) await connection.WaitAsync(stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(error, "Lost the listening connection; readers poll until it is back");
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }
        }
    }
}

/// <summary>Rings the signal after every save that wrote an event or queued a job.</summary>
public sealed class EventSignalInterceptor(EventSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, object> writing = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken stop = default)
    {
        if (data.Context is GildeDb db && db.ChangeTracker.Entries().Any(e => e is { State: EntityState.Added, Entity: Event or Job }))
        {
            writing.AddOrUpdate(db, true);
            // NOTIFY goes out when the transaction commits, and not at all when it rolls back.
            if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync($"NOTIFY {EventSignal.Channel}", stop);
        }
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken stop = default)
    {
        if (data.Context is { } db && writing.Remove(db)) signal.Wake();
        return Task.CompletedTask;
    }
}
