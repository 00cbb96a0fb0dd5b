using Gilde.Graph;
using Gilde.Web.Data;
using Gilde.Web.Events;
using Gilde.Web.Web;
using NodaTime;

namespace Gilde.Web.Introductions;

/// <summary>
/// The contact graph of this process: read from the database in the background at start, then kept current by the event log.
/// </summary>
/// <remarks>
/// Nothing is lost between reading and following: the feed has taken its place in the log before the reading begins, and what it shows
/// meanwhile is kept and looked up again afterwards. An event says only where to look; what holds is what the database says now.
/// </remarks>
public sealed class GraphReplica : BackgroundService, IEventObserver
{
    private const string What = "the contact graph";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Retry = TimeSpan.FromSeconds(1);

    private readonly IServiceScopeFactory scopes;
    private readonly Readiness readiness;
    private readonly IClock clock;
    private readonly ILogger<GraphReplica> log;
    private readonly SemaphoreSlim gate = new(1), wanted = new(1);
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GraphChanges? meanwhile;
    private volatile Known? known;

    private sealed record Known(ContactGraph Graph, HashSet<long> Members)
    {
        public volatile long[]? Listed;
    }

    public GraphReplica(IServiceScopeFactory scopes, Readiness readiness, IClock clock, ILogger<GraphReplica> log)
    {
        (this.scopes, this.readiness, this.clock, this.log) = (scopes, readiness, clock, log);
        readiness.Await(What);
    }

    /// <summary>Members that exist for others.</summary>
    public int MemberCount => known?.Members.Count ?? 0;
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
            return now.Listed = [.. now.Members];
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task Observe(IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var changes = GraphChanges.Of(batch);
        if (!changes.Any) return;
        await gate.WaitAsync(stop);
        try
        {
            meanwhile?.Add(changes);
            if (known is { } now) await ReadAgain(now, changes, stop);
            if (changes.Everything && wanted.CurrentCount == 0) wanted.Release();
            Lag = clock.GetCurrentInstant() - batch[^1].At;
        }
        finally
        {
            gate.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await wanted.WaitAsync(stop);
            while (!await TryReadAll(stop)) await Task.Delay(Retry, stop);
        }
    }

    private async Task<bool> TryReadAll(CancellationToken stop)
    {
        try
        {
            await ReadAll(stop);
            return true;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "Could not read the contact graph; trying again");
            return false;
        }
    }

    private async Task ReadAll(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        meanwhile = new GraphChanges();
        gate.Release();
        var began = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var (graph, members) = await GraphRows.ReadAll(scope.ServiceProvider.GetRequiredService<GildeDb>(), stop);
        var read = new Known(graph, members);
        await gate.WaitAsync(stop);
        try
        {
            await ReadAgain(read, meanwhile, stop);
            known = read;
            meanwhile = null;
        }
        finally
        {
            gate.Release();
        }
        first.TrySetResult();
        readiness.Reached(What);
        log.LogInformation("Contact graph read in {Time}: {Members} members, {Contacts} contacts", clock.GetCurrentInstant() - began, MemberCount, ContactCount);
    }

    private async Task ReadAgain(Known into, GraphChanges changes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await GraphRows.ReadAgain(scope.ServiceProvider.GetRequiredService<GildeDb>(), into.Graph, into.Members, changes, stop);
        if (changes.Members.Count > 0) into.Listed = null;
    }
}
