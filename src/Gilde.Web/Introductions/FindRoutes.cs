using Gilde.Graph;
using Gilde.Web.Contacts;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

public enum RouteOutcome { NotFound, IsYou, WarmingUp, InContact, Routes, NoRoute }

/// <param name="Target">Who is asked for; null where not found.</param>
public sealed record RouteAnswer(RouteOutcome Outcome, Person? Target = null, IReadOnlyList<Route>? Found = null)
{
    public IReadOnlyList<Route> Routes => Found ?? [];
}

/// <summary>How does the viewer reach somebody, or one of several? By the warmest routes of up to three hops.</summary>
public sealed class FindRoutes(GildeDb db, GraphReplica replica)
{
    public const int Most = 5;
    // Routes that look the same to the viewer are shown once, so more may have to be looked at than are shown.
    private const int MostLookedAt = 3_000;

    public async Task<RouteAnswer> To(Viewer viewer, string handle, CancellationToken stop = default)
    {
        var target = await db.MembersVisibleTo(viewer).Where(m => m.Handle == handle).AsPeople().FirstOrDefaultAsync(stop);
        if (target is null) return new(RouteOutcome.NotFound);
        if (target.Id == viewer.Id) return new(RouteOutcome.IsYou, target);
        if (await replica.Graph(stop) is not { } graph) return new(RouteOutcome.WarmingUp, target);

        if (Direct(graph, viewer, [target.Id]) is [var direct]) return new(RouteOutcome.InContact, target, await Seen(viewer, [direct], stop));
        var most = (await db.AskersOf(target.Id, stop)).MostHops();
        var routes = await Warmest(viewer, k => graph.WarmestPaths(viewer.Id, target.Id, k), most, stop);
        return new(routes.Count > 0 ? RouteOutcome.Routes : RouteOutcome.NoRoute, target, routes);
    }

    /// <summary>
    /// The best route to each of the best reached among some people, to a contact of the viewer without a detour; null while the graph is being read in.
    /// </summary>
    public async Task<IReadOnlyList<Route>?> ToAny(Viewer viewer, IReadOnlyCollection<long> people, int most, CancellationToken stop = default)
    {
        if (await replica.Graph(stop) is not { } graph) return null;
        var found = Straightened(graph, viewer, graph.WarmestPathsToAny(viewer.Id, people, most));
        var askers = await db.AskersOf(found.Select(p => p.Target).ToList(), stop);
        if (askers.Count == 0) return await Seen(viewer, found, stop);

        var wider = graph.WarmestPathsToAny(viewer.Id, people, most * 5);
        askers = await db.AskersOf(wider.Select(p => p.Target).ToList(), stop);
        // A contact stands where the warmest way to them would, a way that had to be shortened where it stands itself.
        var allowed = wider.Zip(Straightened(graph, viewer, wider), (warmest, straight) =>
        {
            var path = askers.TryGetValue(straight.Target, out var who) ? Shortened(graph, viewer, straight, who.MostHops()) : straight;
            return (Path: path, Rank: ReferenceEquals(path, straight) ? warmest.Product : path?.Product ?? 0);
        });
        return (await Seen(viewer, allowed.OrderByDescending(p => p.Rank).Select(p => p.Path).OfType<ContactPath>(), stop)).Take(most).ToList();
    }

    /// <summary>The path itself if it has at most so many hops, else the warmest to the same target that has; null if there is none.</summary>
    private static ContactPath? Shortened(ContactGraph graph, Viewer viewer, ContactPath path, int mostHops)
    {
        if (path.Hops.Count <= mostHops) return path;
        for (var k = Most * 4; mostHops > 1; k *= 5)
        {
            var paths = graph.WarmestPaths(viewer.Id, path.Target, k);
            if (paths.FirstOrDefault(p => p.Hops.Count <= mostHops) is { } shorter) return shorter;
            if (paths.Count < k || k > MostLookedAt) break;
        }
        return null;
    }

    /// <summary>The members of the warmest route of so many hops over a contact to a target, without the viewer; null if there is none (any more).</summary>
    public async Task<IReadOnlyList<long>?> Members(Viewer viewer, long first, long target, int hops, CancellationToken stop = default)
    {
        if (hops is < 2 or > 3 || await replica.Graph(stop) is not { } graph) return null;
        for (var k = Most * 4; ; k *= 5)
        {
            var paths = graph.WarmestPaths(viewer.Id, target, k);
            var over = paths.Where(p => p.Hops.Count == hops && p.Members[1] == first).Take(Most).ToList();
            if (over.Count == 0 && paths.Count == k && k <= MostLookedAt) continue;
            var ids = over.SelectMany(p => p.Members).Distinct().ToList();
            var there = (await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(stop)).ToHashSet();
            return over.FirstOrDefault(p => p.Members.All(there.Contains))?.Members.Skip(1).ToList();
        }
    }

    /// <summary>The paths to those of some people who are contacts of the viewer.</summary>
    private static List<ContactPath> Direct(ContactGraph graph, Viewer viewer, long[] people)
    {
        var strengths = new byte[people.Length];
        graph.OwnTies(viewer.Id, people, strengths);
        return people.Zip(strengths).Where(p => p.Second > 0).Select(p => new ContactPath(new PathHop(viewer.Id, p.First, p.Second, shown: true))).ToList();
    }

    /// <summary>Warm detours may be better than a cold contact, but nobody needs them.</summary>
    private static List<ContactPath> Straightened(ContactGraph graph, Viewer viewer, IReadOnlyList<ContactPath> paths)
    {
        var direct = Direct(graph, viewer, [.. paths.Select(p => p.Target)]).ToDictionary(p => p.Target);
        return paths.Select(p => direct.GetValueOrDefault(p.Target) ?? p).ToList();
    }

    private async Task<IReadOnlyList<Route>> Warmest(Viewer viewer, Func<int, IReadOnlyList<ContactPath>> paths, int mostHops, CancellationToken stop)
    {
        for (var k = Most * 4; ; k *= 5)
        {
            var found = paths(k);
            var routes = await Seen(viewer, found.Where(p => p.Hops.Count <= mostHops).DistinctBy(Looks).Take(Most * 2), stop);
            if (routes.Count >= Most || found.Count < k || k > MostLookedAt) return routes.Take(Most).ToList();
        }
    }

    /// <summary>What of a path can be told apart: the named people, in their order.</summary>
    private static string Looks(ContactPath path) => string.Join(',', path.Members.Select((id, place) => path.IsNamed(place) ? id : 0));

    /// <summary>The paths with names, without those over somebody who does not exist for the viewer.</summary>
    private async Task<IReadOnlyList<Route>> Seen(Viewer viewer, IEnumerable<ContactPath> paths, CancellationToken stop)
    {
        var list = paths.ToList();
        var ids = list.SelectMany(p => p.Members).Distinct().ToList();
        var people = await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        return list.Where(p => p.Members.All(people.ContainsKey)).Select(p => AsSeen(p, people)).ToList();
    }

    private static Route AsSeen(ContactPath path, Dictionary<long, Person> people) => new(path.Members
        .Select((id, place) => new Stop(path.IsNamed(place) ? people[id] : null, place < path.Hops.Count ? TieStrength.WarmthOf(path.Hops[place].Strength) : null))
        .ToList());
}
