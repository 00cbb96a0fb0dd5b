using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Feed;

/// <summary>
/// A feed by time, read backwards in spans that grow until a page is full. A post stands where it first reached the viewer: later recommendations do not move it.
/// </summary>
internal sealed class LatestFeed(GildeDb db, Viewer viewer, Silence silence)
{
    /// <summary>Lines that one look at the sources takes; of these so many posts are loaded at a time.</summary>
    private const int Most = 120, Chunk = 22;
    private const int Growth = 4;
    private static readonly Duration FirstSpan = Duration.FromDays(1), Tick = Duration.FromTicks(10);

    private readonly List<FeedItem> ready = [];
    private readonly List<FeedItem> waiting = [];
    private readonly HashSet<long> seen = [];

    public async Task<FeedPage> Read(FeedPlace? after, Instant now, CancellationToken stop)
    {
        var (until, span, end) = ((after?.At ?? now) + Tick, FirstSpan, (Instant?)null);
        while (true)
        {
            var since = end is { } first ? Instant.Max(first, until - span) : until - span;
            var found = await db.FeedCandidates(viewer, since, until, Most, stop);
            var reached = found.Count == Most ? found[^1].At : since;
            await Take(found, reached, after, stop);
            if (ready.Count > HomeFeed.PageSize) return Page();
            if (found.Count < Most)
            {
                end ??= await db.FirstPost(stop) ?? until;
                if (since <= end) return Page();
                span *= Growth;
            }
            // The last moment is looked at again: more may have happened in it than one look takes.
            until = found.Count == Most && reached + Tick < until ? reached + Tick : reached;
        }
    }

    private FeedPage Page()
    {
        var items = ready.Take(HomeFeed.PageSize).ToList();
        return new(items, ready.Count > items.Count ? new FeedPlace(items[^1].At, items[^1].Post.Id) : null, FeedOrder.Latest);
    }

    /// <summary>Turns lines into items that no later one can come before.</summary>
    private async Task Take(List<FeedCandidate> found, Instant reached, FeedPlace? after, CancellationToken stop)
    {
        foreach (var chunk in found.Chunk(Chunk))
        {
            if (ready.Count > HomeFeed.PageSize) return;
            var isLast = chunk[^1] == found[^1];
            await Load(chunk, found, reached, stop);
            Settle(isLast ? reached : chunk[^1].At, after);
        }
        if (found.Count == 0) Settle(reached, after);
    }

    private void Settle(Instant boundary, FeedPlace? after)
    {
        var settled = waiting.Where(i => i.At >= boundary).OrderByDescending(i => i.At).ThenByDescending(i => i.Post.Id).ToList();
        waiting.RemoveAll(settled.Contains);
        ready.AddRange(after is null ? settled : settled.Where(i => (i.At, i.Post.Id).CompareTo((after.At, after.PostId)) < 0));
    }

    private async Task Load(FeedCandidate[] chunk, List<FeedCandidate> found, Instant reached, CancellationToken stop)
    {
        var ids = chunk.Select(c => c.PostId).Where(seen.Add).Distinct().ToArray();
        if (ids.Length == 0) return;
        var posts = await PostViews.Load(db, viewer, ids, silence, stop);
        var direct = found.Where(c => c.Reason != FeedReason.Recommended).GroupBy(c => c.PostId).ToDictionary(g => g.Key, g => g.MinBy(c => c.Reason)!);
        var recommended = posts.Where(p => !direct.ContainsKey(p.Id) && p.AuthorId != viewer.Id && !p.IsFromMySources && !p.IsMuted).ToList();
        var by = await db.RecommendationsOf(viewer, recommended, silence, stop);
        foreach (var post in posts.Where(p => !p.IsMuted))
        {
            // What stands here neither by itself nor by a recommendation comes up again in the span in which it was published.
            if (direct.TryGetValue(post.Id, out var line)) waiting.Add(new FeedItem(post, line.At, line.Reason, [], TagId: line.Reason == FeedReason.Tag ? line.SourceId : null));
            else if (by[post.Id].OrderBy(r => r.At).ToList() is [var first, ..] all && first.At >= reached) waiting.Add(new FeedItem(post, first.At, FeedReason.Recommended, [.. all.Select(r => r.By)]));
            else seen.Remove(post.Id);
        }
    }
}
