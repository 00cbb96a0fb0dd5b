namespace Gilde.Graph.Tests;

/// <summary>The answers to all queries as one text, so that two graphs compare by one equality and a difference can be read.</summary>
static class Answers
{
    public static string Of(ContactGraph graph, long viewer, long[] everyone, int take)
    {
        var degrees = new byte[everyone.Length];
        graph.Degrees(viewer, everyone, degrees);
        var own = new byte[everyone.Length];
        graph.OwnTies(viewer, everyone, own);
        // One by one as well: for many another way is taken than for one.
        var alone = new byte[everyone.Length];
        for (var i = 0; i < everyone.Length; i++) graph.Degrees(viewer, everyone.AsSpan(i, 1), alone.AsSpan(i, 1));
        var some = Some(everyone);
        return Text(everyone, degrees, alone, own, id => graph.MutualContacts(viewer, id, take), id => graph.WarmestPaths(viewer, id, take),
            graph.WarmestPathsToAny(viewer, some, take), graph.WarmestPathsToAny(viewer, everyone, everyone.Length),
            graph.Reach(viewer, some, take), graph.Reach(viewer, everyone, take),
            graph.Suggestions(viewer, take, hubCap: 2), graph.Suggestions(viewer, everyone.Length),
            graph.EgoNetwork(viewer, take), graph.EgoNetwork(viewer, everyone.Length));
    }

    public static string Of(OracleGraph graph, long viewer, long[] everyone, int take)
    {
        var oracle = new OracleAnswers(graph, viewer);
        var some = Some(everyone);
        byte[] degrees = [.. everyone.Select(oracle.Degree)];
        return Text(everyone, degrees, degrees, [.. everyone.Select(oracle.OwnTie)], id => oracle.MutualContacts(id, take), id => oracle.WarmestPaths(id, take),
            oracle.WarmestPathsToAny(some, take), oracle.WarmestPathsToAny(everyone, everyone.Length),
            oracle.Reach(some, take), oracle.Reach(everyone, take),
            oracle.Suggestions(take, hubCap: 2), oracle.Suggestions(everyone.Length, ContactGraph.DefaultHubCap),
            oracle.EgoNetwork(take), oracle.EgoNetwork(everyone.Length));
    }

    // Every other person, backwards and one of them twice: neither order nor doubles may matter.
    static long[] Some(long[] everyone) => [.. everyone.Where((_, i) => i % 2 == 0).Reverse(), everyone[0]];

    static string Text(long[] everyone, byte[] degrees, byte[] alone, byte[] own, Func<long, MutualSummary> mutual, Func<long, IReadOnlyList<ContactPath>> paths,
        IReadOnlyList<ContactPath> toSome, IReadOnlyList<ContactPath> toAny, ReachSummary reachOfSome, ReachSummary reach,
        IReadOnlyList<Suggestion> capped, IReadOnlyList<Suggestion> suggestions, EgoNetwork few, EgoNetwork all) => string.Join('\n',
    [
        $"degrees {string.Join(' ', degrees)}",
        $"degrees one by one {string.Join(' ', alone)}",
        $"own ties {string.Join(' ', own)}",
        .. everyone.Select(id => $"mutual {id}: {Text(mutual(id))}"),
        .. everyone.Select(id => $"paths {id}: {Text(paths(id))}"),
        $"to some: {Text(toSome)}",
        $"to any: {Text(toAny)}",
        $"reach of some: {Text(reachOfSome)}",
        $"reach: {Text(reach)}",
        $"capped: {Text(capped)}",
        $"suggestions: {Text(suggestions)}",
        $"few contacts: {Text(few)}",
        $"all contacts: {Text(all)}",
    ]);

    // Communities follow from the ties; what they are like has a test of its own.
    static string Text(EgoNetwork network) => $"{string.Join(' ', network.Contacts.Select(c => (c.Id, c.Strength)))} [{string.Join(' ', network.Ties)}]";

    static string Text(MutualSummary mutual) => $"{mutual.Count} [{string.Join(' ', mutual.Strongest)}]";

    static string Text(IEnumerable<ContactPath> paths) => string.Join(" | ", paths.Select(path => $"{path.Product:R} {path}"));

    static string Text(ReachSummary reach) => $"{reach.First} {reach.Second} {reach.Third} [{string.Join(' ', reach.Nearest)}]";

    static string Text(IEnumerable<Suggestion> suggestions) => string.Join(" | ", suggestions.Select(one => $"{one.Id} {one.Score:R} {Text(one.Mutual)}"));
}
