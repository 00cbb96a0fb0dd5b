using Gilde.Graph;

namespace Gilde.Web.Feed;

/// <summary>Weighs what comes from whom against how long ago that was.</summary>
/// <param name="asOf">The moment from which ages count.</param>
/// <param name="steps">How close the viewer is to each of some people.</param>
internal sealed class Closeness(Instant asOf, Func<long[], Dictionary<long, Warmth>> steps)
{
    /// <summary>After a day something counts half.</summary>
    private const double HalfLifeHours = 24;
    private const double Followed = 1, Group = 1.5, Tag = 0.7, Recommended = 0.5, Own = 2;

    public Instant AsOf => asOf;

    /// <summary>Each post with all that speaks for it, the best first. It stands there for the strongest of its own reasons; recommended is one that has no other.</summary>
    public List<ScoredPost> Rank(IReadOnlyCollection<FeedCandidate> candidates)
    {
        var people = steps([.. candidates.Where(c => c.Reason is FeedReason.Contact or FeedReason.Recommended).Select(c => c.SourceId).Distinct()]);
        return [.. candidates.GroupBy(c => c.PostId)
            .Select(g => new ScoredPost(g.Key, g.Max(c => Score(c, people)), g.OrderBy(c => c.Reason == FeedReason.Recommended).ThenByDescending(c => Score(c, people)).ThenBy(c => c.Reason).First(), [.. g.Where(c => c.Reason == FeedReason.Recommended).Select(c => c.SourceId)]))
            .OrderByDescending(s => s.Score).ThenByDescending(s => s.PostId)];
    }

    private double Score(FeedCandidate candidate, Dictionary<long, Warmth> people) =>
        Weight(candidate, people) * double.Exp2(-Math.Max(0, (asOf - candidate.At).TotalHours) / HalfLifeHours);

    private static double Weight(FeedCandidate candidate, Dictionary<long, Warmth> people) => candidate.Reason switch
    {
        FeedReason.Own => Own,
        FeedReason.Contact => Of(people[candidate.SourceId]),
        FeedReason.Followed => Followed,
        FeedReason.Group => Group,
        FeedReason.Tag => Tag,
        FeedReason.Recommended => Recommended * Of(people[candidate.SourceId]),
    };

    private static double Of(Warmth step) => step switch
    {
        Warmth.VeryClose => 8,
        Warmth.Close => 4,
        Warmth.Warm => 2,
        Warmth.Acquainted => 1,
    };
}

/// <summary>A post with its place in the order of closeness.</summary>
/// <param name="Line">The reason that put it there.</param>
/// <param name="By">Who recommends it.</param>
internal sealed record ScoredPost(long PostId, double Score, FeedCandidate Line, IReadOnlyList<long> By);
