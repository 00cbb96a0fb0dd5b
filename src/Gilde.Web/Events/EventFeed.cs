namespace Gilde.Web.Events;

/// <summary>Shows every new event to the observers of this process, from the moment it started.</summary>
public sealed class EventFeed(IServiceScopeFactory scopes, EventSignal signal, IEnumerable<IEventObserver> observers, ILogger<EventFeed> log) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(10);
    /// <summary>Boxed, because requests read it while it moves on: two numbers are not written at once, a reference is.</summary>
    private volatile Seen seen = new(LogPlace.Start);
    private TimeSpan patience = Quick;

    /// <summary>How far this process has seen the log.</summary>
    public LogPlace Place => seen.UpTo;

    public override async Task StartAsync(CancellationToken stop)
    {
        await using (var scope = scopes.CreateAsyncScope()) seen = new(await scope.ServiceProvider.GetRequiredService<GildeDb>().End(stop));
        await base.StartAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var wake = signal.Next;
            try
            {
                if (await Show(stop))
                {
                    patience = Quick;
                    continue;
                }
                if (await HasUnsettled(stop))
                {
                    // Somebody else's open transaction holds them back: nobody rings when it ends.
                    await Task.Delay(patience, stop);
                    patience = patience * 2 < Poll ? patience * 2 : Poll;
                    continue;
                }
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogError(error, "The event feed failed; it tries again");
            }
            await Task.WhenAny(wake, Task.Delay(Poll, stop));
        }
    }

    private async Task<bool> Show(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var batch = await db.After(Place, await db.Settled(stop)).Take(BatchSize).ToListAsync(stop);
        if (batch.Count == 0) return false;
        foreach (var observer in observers) await observer.Observe(batch, stop);
        seen = new(LogPlace.Of(batch[^1]));
        return true;
    }

    private async Task<bool> HasUnsettled(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        return db.IsPostgres && await db.Unsettled(Place).AnyAsync(stop);
    }

    private sealed record Seen(LogPlace UpTo);
}
