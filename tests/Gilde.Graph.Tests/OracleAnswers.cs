namespace Gilde.Graph.Tests;

/// <summary>The answers that all paths of a viewer give.</summary>
class OracleAnswers(OracleGraph graph, long viewer)
{
    readonly List<ContactPath> paths = graph.Paths(viewer);

    public byte Degree(long person) => (byte)paths.Where(path => path.Target == person).Select(path => path.Hops.Count).DefaultIfEmpty(0).Min();

    public byte OwnTie(long person) => paths.Where(path => path.Target == person && path.Hops.Count == 1).Select(path => path.Hops[0].Strength).SingleOrDefault();

    public MutualSummary MutualContacts(long person, int take)
    {
        var mutuals = paths.Where(path => path.Hops.Count == 2 && path.Target == person)
            .Select(path => new MutualContact(path.Members[1], path.Hops[0].Strength, path.Hops[1].Strength)).ToList();
        return new(mutuals.Count, mutuals.Take(take).ToList());
    }

    public List<ContactPath> WarmestPaths(long target, int k) => [.. paths.Where(path => path.Target == target).Take(k)];

    public List<ContactPath> WarmestPathsToAny(IEnumerable<long> targets, int k) =>
        [.. paths.Where(path => targets.Contains(path.Target)).DistinctBy(path => path.Target).Take(k)];

    public ReachSummary Reach(IEnumerable<long> people, int take)
    {
        var reached = people.Distinct().Where(id => Degree(id) > 0)
            .Select(id => new ReachedMember(id, Degree(id), paths.First(path => path.Target == id && path.Hops.Count == Degree(id)).Product)).ToList();
        return new(reached.Count(one => one.Degree == 1), reached.Count(one => one.Degree == 2), reached.Count(one => one.Degree == 3),
            [.. reached.OrderBy(one => one.Degree).ThenByDescending(one => one.Product).ThenBy(one => one.Id).Take(take)]);
    }

    public List<Suggestion> Suggestions(int take, int hubCap)
    {
        var twoHops = paths.Where(path => path.Hops.Count == 2).ToList();
        var contacts = twoHops.Select(path => path.Hops[0]).Concat(paths.Where(path => path.Hops.Count == 1 && LetsUse(path.Target)).Select(path => path.Hops[0]))
            .Distinct().OrderByDescending(hop => hop.Strength).ThenBy(hop => hop.To).Take(hubCap).Select(hop => hop.To).ToList();
        return [.. twoHops.Where(path => contacts.Contains(path.Members[1]))
            .GroupBy(path => path.Members[1])
            .SelectMany(over => over.OrderByDescending(path => path.Hops[1].Strength).ThenBy(path => path.Target).Take(hubCap))
            .Where(path => Degree(path.Target) == 2)
            .GroupBy(path => path.Target)
            .Select(to => (Id: to.Key, Score: to.Sum(path => (long)Math.Round(path.Product * (1L << 30))) / (double)(1L << 30)))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Id).Take(take)
            .Select(one => new Suggestion(one.Id, one.Score, MutualContacts(one.Id, 3)))];
    }

    public EgoNetwork EgoNetwork(int take)
    {
        var contacts = paths.Where(path => path.Hops.Count == 1).OrderByDescending(path => path.Hops[0].Strength).ThenBy(path => path.Target).Take(take)
            .Select(path => new EgoContact(path.Target, path.Hops[0].Strength, 0)).ToList();
        var at = contacts.Select((contact, i) => (contact.Id, i)).ToDictionary(c => c.Id, c => c.i);
        return new(contacts, [.. paths.Where(path => path.Hops.Count == 2 && at.ContainsKey(path.Members[1]) && at.ContainsKey(path.Target))
            .Select(path => new EgoTie(at[path.Members[1]], at[path.Target], path.Hops[1].Strength))
            .Where(tie => tie.One < tie.Other).OrderBy(tie => tie.One).ThenBy(tie => tie.Other)]);
    }

    bool LetsUse(long id) => graph.Flags.GetValueOrDefault(id) == MemberFlags.None;
}
