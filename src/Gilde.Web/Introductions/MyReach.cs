using Gilde.Graph;
using Gilde.Web.Contacts;
using Gilde.Web.Profiles;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Introductions;

/// <summary>How far the viewer's network goes.</summary>
/// <param name="Everybody">Members there are to reach, the viewer left out.</param>
public sealed record ReachNumbers(int First, int Second, int Third, int Everybody);

/// <summary>Somebody whom the viewer may know, and why.</summary>
public sealed record MayKnow(Person Person, Nearness Nearness);

public sealed record MyReachAnswer(ReachNumbers Numbers, IReadOnlyList<MayKnow> MayKnow);

/// <summary>The viewer's reach in numbers, and people they may know: not in contact with them, but close to their contacts.</summary>
public sealed class MyReach(GildeDb db, GraphReplica replica, IMemoryCache cache)
{
    private const int Most = 8, LookedAt = 40;
    /// <summary>The numbers go over everybody, so they are counted once in a while.</summary>
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(30);

    /// <summary>Null while the graph is being read in.</summary>
    public async Task<MyReachAnswer?> Execute(Viewer viewer, CancellationToken stop = default)
    {
        if (await replica.Graph(stop) is not { } graph) return null;
        return new MyReachAnswer(await Numbers(viewer, graph, stop), await MayKnow(viewer, graph, stop));
    }

    private async Task<ReachNumbers> Numbers(Viewer viewer, ContactGraph graph, CancellationToken stop)
    {
        var key = (typeof(MyReach), viewer.Id);
        if (cache.TryGetValue(key, out ReachNumbers? known)) return known!;
        var everybody = await replica.Everybody(stop);
        var reach = graph.Reach(viewer.Id, everybody, take: 0);
        var numbers = new ReachNumbers(reach.First, reach.Second, reach.Third, Math.Max(0, everybody.Count - 1));
        return cache.Set(key, numbers, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Remember, Size = 1 });
    }

    private async Task<IReadOnlyList<MayKnow>> MayKnow(Viewer viewer, ContactGraph graph, CancellationToken stop)
    {
        var suggestions = graph.Suggestions(viewer.Id, LookedAt);
        var ids = suggestions.SelectMany(s => s.Mutual.Strongest.Take(1).Select(m => m.Id).Append(s.Id)).Distinct().ToList();
        var people = await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        var asked = await db.ContactRequests.Where(r => r.FromId == viewer.Id || r.ToId == viewer.Id).Select(r => r.FromId == viewer.Id ? r.ToId : r.FromId).ToListAsync(stop);
        return suggestions.Where(s => people.ContainsKey(s.Id) && !asked.Contains(s.Id)).Take(Most)
            .Select(s => new MayKnow(people[s.Id], new Nearness(2, s.Mutual.Count, s.Mutual.Strongest is [var best, ..] ? people.GetValueOrDefault(best.Id) : null))).ToList();
    }
}
