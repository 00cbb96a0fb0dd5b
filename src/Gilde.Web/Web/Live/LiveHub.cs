using System.Collections.Frozen;
using Gilde.Web.Events;

namespace Gilde.Web.Web.Live;

/// <summary>Knows the open pages of this process and hands each new event to those whom it concerns.</summary>
public sealed class LiveHub(IServiceScopeFactory scopes, IEnumerable<ILiveUpdate> updates, ILogger<LiveHub> log) : IEventObserver
{
    public const int MaxStreamsPerMember = 6;

    /// <summary>So often an idle stream gives a sign of life; then it is noticed if the page has gone without a word.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    private readonly FrozenDictionary<string, ILiveUpdate[]> byKind = updates
        .SelectMany(u => u.Kinds.Select(kind => (kind, u))).GroupBy(k => k.kind).ToFrozenDictionary(g => g.Key, g => g.Select(k => k.u).ToArray());
    private readonly Lock gate = new();
    private readonly Dictionary<long, List<LiveStream>> open = [];
    /// <summary>Of these, those on the page of a post, by the post.</summary>
    private readonly Dictionary<long, List<LiveStream>> watching = [];

    /// <summary>Opens a stream; the oldest of a member who has too many ends.</summary>
    public LiveStream Open(Viewer viewer, long? post = null)
    {
        var stream = new LiveStream(viewer, post);
        lock (gate)
        {
            if (!open.TryGetValue(viewer.Id, out var mine)) open[viewer.Id] = mine = [];
            if (mine.Count >= MaxStreamsPerMember) mine[0].End(oneTooMany: true);
            if (mine.Count >= MaxStreamsPerMember) mine.RemoveAt(0);
            mine.Add(stream);
            if (post is not { } watched) return stream;
            if (!watching.TryGetValue(watched, out var there)) watching[watched] = there = [];
            there.Add(stream);
        }
        return stream;
    }

    public void Close(LiveStream stream)
    {
        lock (gate)
        {
            Remove(open, stream.Viewer.Id, stream);
            if (stream.Post is { } post) Remove(watching, post, stream);
        }
    }

    public List<LiveStream> Streams()
    {
        lock (gate) return open.Values.SelectMany(s => s).ToList();
    }

    public async Task Observe(IReadOnlyList<Event> batch, CancellationToken stop)
    {
        EndSuspended(batch);
        var members = Members();
        if (members.Count == 0 || !batch.Any(e => byKind.ContainsKey(e.Kind))) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var concerned = (await Concerned(scope.ServiceProvider.GetRequiredService<GildeDb>(), batch, members, stop)).ToLookup(c => c.Event, c => c.MemberId);
            foreach (var e in batch.OrderBy(e => e.Transaction).ThenBy(e => e.Id)) Offer(e, concerned[e]);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            // Pages must not stay behind in silence: they come back and catch up from the log.
            log.LogError(error, "Open pages could not be told of {Events} events", batch.Count);
            foreach (var stream in Streams()) stream.End();
        }
    }

    /// <summary>Which of the events concern which of the members, in the order of the log.</summary>
    public async Task<List<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyList<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var concerned = new List<(Event Event, long MemberId)>();
        foreach (var update in updates)
        {
            var known = events.Where(e => update.Kinds.Contains(e.Kind)).ToList();
            if (known.Count > 0) concerned.AddRange(await update.Concerned(db, known, members, stop));
        }
        return concerned.Distinct().OrderBy(c => c.Event.Transaction).ThenBy(c => c.Event.Id).ToList();
    }

    /// <summary>Those of the events that are for this stream, by its member or its page, in the order of the log.</summary>
    public async Task<List<Event>> MissedBy(GildeDb db, LiveStream stream, IReadOnlyList<Event> events, CancellationToken stop)
    {
        var concerned = (await Concerned(db, events, [stream.Viewer.Id], stop)).Select(c => c.Event).ToHashSet();
        return events.Where(e => concerned.Contains(e) || (stream.Post is { } post && Watched(e).Contains(post))).OrderBy(e => e.Transaction).ThenBy(e => e.Id).ToList();
    }

    /// <summary>Everything that the events change on a page, in their order.</summary>
    public async Task Write(LivePage page, IEnumerable<Event> events, CancellationToken stop)
    {
        foreach (var e in events)
            foreach (var update in byKind.GetValueOrDefault(e.Kind, [])) await update.Write(page, e, stop);
    }

    private void Offer(Event e, IEnumerable<long> members)
    {
        lock (gate)
            foreach (var stream in members.SelectMany(m => open.GetValueOrDefault(m, [])).Concat(Watched(e).SelectMany(post => watching.GetValueOrDefault(post, []))).Distinct().ToList()) stream.Offer(e);
    }

    private IEnumerable<long> Watched(Event e) => byKind.GetValueOrDefault(e.Kind, []).Select(u => u.WatchedPost(e)).OfType<long>().Distinct();

    private static void Remove(Dictionary<long, List<LiveStream>> streams, long key, LiveStream stream)
    {
        if (!streams.TryGetValue(key, out var there)) return;
        there.Remove(stream);
        if (there.Count == 0) streams.Remove(key);
    }

    private List<long> Members()
    {
        lock (gate) return [.. open.Keys];
    }

    private void EndSuspended(IReadOnlyList<Event> batch)
    {
        var gone = batch.Where(e => e.Kind is EventKinds.MemberSuspended or EventKinds.MemberErased).Select(e => e.TargetId).ToHashSet();
        if (gone.Count == 0) return;
        foreach (var stream in Streams().Where(s => gone.Contains(s.Viewer.Id))) stream.End();
    }
}
