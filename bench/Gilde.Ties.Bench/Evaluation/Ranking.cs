using Gilde.Graph;

namespace Gilde.Ties.Bench.Evaluation;

/// <summary>A way to put pairs in order, by how likely they are to go on writing.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Score">Of a pair on a day; only the order matters.</param>
public sealed record Ranking(string Name, Func<WrittenPair, int, double> Score)
{
    /// <summary>The three that are known.</summary>
    public static readonly IReadOnlyList<Ranking> Known =
    [
        new("count", (pair, _) => pair.Messages),
        new("recency", (pair, _) => pair.LastAt),
        // Sums that are equal stand in the order of recency.
        new("turn days", (pair, today) => pair.TurnDays.Sum(day => double.Exp2(-(today - day) / 7.0)) + (1e-9 * pair.LastAt)),
    ];

    /// <summary>The strength in use, byte for byte, without other signs.</summary>
    public static readonly Ranking InUse = new("strength", (pair, today) => TieStrength.Of(pair.Talk, TieSigns.None, today));

    public static Ranking By(TalkRule rule) => new(rule.ToString(), (pair, today) => rule.Weigh(pair.Talk, today));

    /// <summary>How likely a pair that writes again stands above one that does not: the area under the curve; pairs with equal scores count half.</summary>
    public double Auc(IReadOnlyList<WrittenPair> pairs, int today)
    {
        var ordered = pairs.Select(p => (Score: Score(p, today), p.WritesAgain)).OrderBy(p => p.Score).ToList();
        var (ranks, again) = (0.0, 0L);
        for (var (start, end) = (0, 0); start < ordered.Count; start = end)
        {
            while (end < ordered.Count && ordered[end].Score == ordered[start].Score) end++;
            var hits = ordered[start..end].Count(p => p.WritesAgain);
            ranks += hits * (start + 1 + end) / 2.0;
            again += hits;
        }
        return (ranks - (again * (again + 1) / 2.0)) / (again * (ordered.Count - again));
    }
}
