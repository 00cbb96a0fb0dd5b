namespace Gilde.Graph.Bench;

/// <summary>Some members far from all others, whom no change touches: their answers stay the same to the last bit.</summary>
sealed class Island
{
    const long First = 1L << 40;
    const int Members = 120;

    readonly ContactGraph graph;
    readonly long[] everyone = [.. Enumerable.Range(0, Members).Select(i => First + i)];
    readonly string expected;

    public Island(ContactGraph graph)
    {
        this.graph = graph;
        var random = new Random(5);
        for (var i = 0; i < Members * 4; i++)
            if (random.Next(Members) is var a && random.Next(Members) is var b && a != b) graph.SetContact(First + a, First + b, (byte)random.Next(1, 256), random.Next(9) == 0);
        expected = Answers();
    }

    string Answers() => string.Join('\n', graph.WarmestPathsToAny(First, everyone, Members))
        + graph.Reach(First + 1, everyone, 0) + string.Join(' ', graph.Suggestions(First + 2, 5).Select(one => one.Id));

    public void Check() => Invariants.Holds(Answers() == expected, "what nobody changed stays");
}
