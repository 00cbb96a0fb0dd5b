using Gilde.Graph;
using Gilde.Web.Events;

namespace Gilde.Web.Introductions;

/// <summary>
/// The contact graph of this process: opened from its file or read from the database in the background at start, then kept current by the event log.
/// </summary>
/// <remarks>
/// Nothing is lost between reading and following: the feed has taken its place in the log before the reading begins, and what it shows
/// meanwhile is kept and looked up again afterwards. An event says only where to look; what holds is what the database says now.
/// </remarks>
public sealed class GraphReplica : BackgroundService, IEventObserver
{
    private const string What = "the contact graph";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Retry = TimeSpan.FromSeconds(1), SaveEvery = TimeSpan.FromHours(1);

    private readonly IServiceScopeFactory scopes;
    private readonly GraphSnapshots snapshots;
    private readonly Readiness readiness;
    private readonly IClock clock;
    private readonly ILogger<GraphReplica> log;
    private readonly SemaphoreSlim gate = new(1), wanted = new(0);
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GraphChanges? meanwhile;
    private LogPlace place;
    private volatile Known? known;

    private sealed record Known(ContactGraph Graph)
    {
        public volatile long[]? Listed;
        public volatile bool Changed = true;
    }

    public GraphReplica(IServiceScopeFactory scopes, GraphSnapshots snapshots, Readiness readiness, IClock clock, ILogger<GraphReplica> log)
    {
        (this.scopes, this.snapshots, this.readiness, this.clock, this.log) = (scopes, snapshots, readiness, clock, log);
        readiness.Await(What);
    }

    /// <summary>Members that exist for others.</summary>
    public long MemberCount => known?.Graph.MemberCount ?? 0;
    public long ContactCount => known?.Graph.ContactCount ?? 0;
    /// <summary>How long the newest change took from its commit to here.</summary>
    public Duration Lag { get; private set; }

    /// <summary>The graph for what a page can do without; null while it is being read in.</summary>
    public ContactGraph? AtHand => known?.Graph;

    /// <summary>The graph; null if it is still being read in after a moment's wait.</summary>
    public async ValueTask<ContactGraph?> Graph(CancellationToken stop = default)
    {
        if (known is null) await Task.WhenAny(first.Task, Task.Delay(Patience, stop));
        return known?.Graph;
    }

    /// <summary>Everybody who exists for others, as ids.</summary>
    public async ValueTask<IReadOnlyCollection<long>> Everybody(CancellationToken stop = default)
    {
        if (known is not { } now) return [];
        if (now.Listed is { } listed) return listed;
        await gate.WaitAsync(stop);
        try
        {
            return now.Listed = now.Graph.Members();
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task Observe(IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var changes = GraphChanges.Of(batch);
        await gate.WaitAsync(stop);
        try
        {
            if (changes.Any)
            {
                meanwhile?.Add(changes);
                if (known is { } now) await ReadAgain(now, changes, stop);
                if (changes.Everything && wanted.CurrentCount == 0) wanted.Release();
                Lag = clock.GetCurrentInstant() - batch[^1].At;
            }
            place = LogPlace.Of(batch[^1]);
        }
        finally
        {
            gate.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (!await Try(Open, stop)) await ReadUntilRead(stop);
        while (!stop.IsCancellationRequested)
        {
            if (await wanted.WaitAsync(SaveEvery, stop)) await ReadUntilRead(stop);
            else await Save();
        }
    }

    public override async Task StopAsync(CancellationToken stop)
    {
        await base.StopAsync(stop);
        await Save();
    }

    private async Task ReadUntilRead(CancellationToken stop)
    {
        while (!await Try(ReadAll, stop)) await Task.Delay(Retry, stop);
    }

    private async Task<bool> Try(Func<CancellationToken, Task<bool>> read, CancellationToken stop)
    {
        try
        {
            return await read(stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "Could not read the contact graph; trying again");
            return false;
        }
    }

    private async Task<bool> Open(CancellationToken stop)
    {
        await Begin(stop);
        if (await snapshots.Open(stop) is not { } opened) return false;
        await Finish(new Known(opened.Graph) { Changed = false }, opened.Place, stop);
        try
        {
            await Task.Run(opened.Graph.ReadAll, stop);
            return true;
        }
        catch (SnapshotDamagedException)
        {
            known = null;
            throw;
        }
    }

    private async Task<bool> ReadAll(CancellationToken stop)
    {
        await Begin(stop);
        var began = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var end = await db.End(stop);
        await Finish(new Known(await GraphRows.ReadAll(db, stop)), end, stop);
        log.LogInformation("Contact graph read in {Time}: {Members} members, {Contacts} contacts", clock.GetCurrentInstant() - began, MemberCount, ContactCount);
        return true;
    }

    private async Task Begin(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        meanwhile = new GraphChanges();
        gate.Release();
    }

    /// <summary>Looks up again what has changed meanwhile, and lets the graph be used.</summary>
    private async Task Finish(Known read, LogPlace upTo, CancellationToken stop)
    {
        read.Graph.WarmUp();
        await gate.WaitAsync(stop);
        try
        {
            await ReadAgain(read, meanwhile!, stop);
            if (upTo.IsAfter(place)) place = upTo;
            known = read;
            meanwhile = null;
        }
        finally
        {
            gate.Release();
        }
        first.TrySetResult();
        readiness.Reached(What);
    }

    private async Task ReadAgain(Known into, GraphChanges changes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await GraphRows.ReadAgain(scope.ServiceProvider.GetRequiredService<GildeDb>(), into.Graph, changes, stop);
        if (changes.Any) into.Changed = true;
        if (changes.Members.Count > 0) into.Listed = null;
    }

    /// <summary>The place is taken first: a graph that knows more than its file says is looked up again, not wrong.</summary>
    private async Task Save()
    {
        if (known is not { Changed: true } now) return;
        now.Changed = false;
        await snapshots.Save(now.Graph, place);
    }
}
