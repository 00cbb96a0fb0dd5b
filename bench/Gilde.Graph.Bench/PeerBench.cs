namespace Gilde.Graph.Bench;

/// <summary>The same questions to the graph and to PostgreSQL, one after the other; a different answer is an error.</summary>
static class PeerBench
{
    const int Asked = 300;

    public static async Task Run(Options options, Results results)
    {
        // Without flags, blocks and hidden contacts: what PostgreSQL would have to look up besides would only slow it.
        var graph = GraphFile.WithProgress("Making the network", new GraphMaker(options.Size, options.Seed, plain: true).Make);
        await using var server = await Postgres.Start();
        await GraphFile.WithProgress("Filling PostgreSQL", progress => PeerTable.Fill(server, graph, progress));

        var questions = new Questions(options.Size.Members, options.Seed + 4);
        var asked = Enumerable.Range(0, Asked).Select(_ => (Viewer: questions.Anyone(), People: questions.Some(20))).ToArray();
        var (ours, theirs) = (new byte[Asked][], new byte[Asked][]);
        var mine = Ask("20 badges: graph", i => graph.Degrees(asked[i].Viewer, asked[i].People, ours[i] = new byte[20]));
        var peer = Ask("20 badges: PostgreSQL", i => theirs[i] = PeerQuestions.DegreesOf(server.Connection, asked[i].Viewer, asked[i].People));
        for (var i = 0; i < Asked; i++)
            if (!ours[i].SequenceEqual(theirs[i])) throw new InvalidOperationException($"Other badges for {asked[i].Viewer}: {string.Join(' ', ours[i])} and {string.Join(' ', theirs[i])}");
        Compare(results, "20 badges", mine, peer);

        var (costs, theirCosts) = (new int[Asked], new int[Asked]);
        mine = Ask("best path: graph", i => costs[i] = Cost(graph.WarmestPaths(asked[i].Viewer, asked[i].People[0], 1)));
        peer = Ask("best path: PostgreSQL", i => theirCosts[i] = PeerQuestions.CostTo(server.Connection, asked[i].Viewer, asked[i].People[0]));
        if (!costs.SequenceEqual(theirCosts)) throw new InvalidOperationException("Other best paths.");
        Compare(results, "best path", mine, peer);
    }

    static Timing Ask(string what, Action<int> ask) =>
        GraphFile.WithProgress(what, progress => Timing.Best(2, Asked, onCore: false, i => { ask(i); if (i % 16 == 0) progress(i / (double)Asked); }));

    static int Cost(IReadOnlyList<ContactPath> paths) => paths is [var path] ? path.Hops.Sum(hop => TieStrength.CostOf(hop.Strength)) : -1;

    static void Compare(Results results, string what, Timing mine, Timing peer)
    {
        results.Add($"{what}: graph", mine);
        results.Add($"{what}: PostgreSQL", peer);
        results.Add($"{what}: graph", "times faster at p50", peer.P50 / mine.P50);
        results.Add($"{what}: graph", "times faster at p99", peer.P99 / mine.P99);
        results.AtLeast($"{what}: times faster at p50", peer.P50 / mine.P50, 200);
        results.AtLeast($"{what}: times faster at p99", peer.P99 / mine.P99, 1000);
    }
}
