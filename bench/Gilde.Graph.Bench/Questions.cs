namespace Gilde.Graph.Bench;

/// <summary>Seeded questions: viewers and others drawn evenly from all members, as a search page or a skill might name them.</summary>
sealed class Questions(int members, int seed)
{
    readonly Random random = new(seed);

    public long Anyone() => random.Next(members) + 1;

    public long[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => Anyone())];
}
