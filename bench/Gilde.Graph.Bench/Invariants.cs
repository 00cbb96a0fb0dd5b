namespace Gilde.Graph.Bench;

/// <summary>What holds for every answer, whatever changes meanwhile.</summary>
static class Invariants
{
    public static void Check(ContactGraph graph, long viewer, long[] people)
    {
        var paths = graph.WarmestPathsToAny(viewer, people, 10);
        Holds(paths.Select(path => path.Target).Distinct().Count() == paths.Count, "each target once");
        Holds(paths.All(path => path.Members[0] == viewer && people.Contains(path.Target)), "from the viewer to a target");
        Holds(paths.Zip(paths.Skip(1)).All(pair => pair.First.Product >= pair.Second.Product), "warmest first");

        var reach = graph.Reach(viewer, people, people.Length);
        Holds(reach.Total == reach.Nearest.Count, "everybody reached is named");
        Holds(reach.Nearest.Count(near => near.Degree == 2) == reach.Second, "named by their degree");

        var mutual = graph.MutualContacts(viewer, people[0], int.MaxValue);
        Holds(mutual.Count == mutual.Strongest.Count && mutual.Strongest.DistinctBy(one => one.Id).Count() == mutual.Count, "all in common named, each once");
    }

    public static void Holds(bool condition, string what)
    {
        if (!condition) throw new InvalidOperationException($"Under changes this does not hold: {what}.");
    }
}
