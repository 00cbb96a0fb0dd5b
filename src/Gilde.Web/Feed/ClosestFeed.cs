using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Feed;

/// <summary>A feed by how close the viewer is to whom it comes from, weighed with its age. Looks back two weeks; what is older the latest-first feed shows.</summary>
internal sealed class ClosestFeed(GildeDb db, Viewer viewer, Silence silence, Closeness closeness)
{
    private const int Most = 2_000, Chunk = 22;
    private static readonly Duration Back = Duration.FromDays(14), Tick = Duration.FromTicks(10);

    public async Task<FeedPage> Read(FeedPlace? after, CancellationToken stop)
    {
        var candidates = await db.FeedCandidates(viewer, closeness.AsOf - Back, closeness.AsOf + Tick, Most, stop);
        var heard = candidates.Where(c => c.Reason != FeedReason.Recommended || !silence.Covers(c.SourceId)).ToList();
        var ranked = closeness.Rank(heard).Where(s => after is null || (s.Score, s.PostId).CompareTo((after.Score, after.PostId)) < 0);
        var items = new List<FeedItem>();
        foreach (var chunk in ranked.Chunk(Chunk))
        {
            items.AddRange(await Load(chunk, stop));
            if (items.Count > HomeFeed.PageSize) break;
        }
        var page = items.Take(HomeFeed.PageSize).ToList();
        return new(page, items.Count > page.Count ? new FeedPlace(page[^1].At, page[^1].Post.Id, page[^1].Score, closeness.AsOf) : null, FeedOrder.ClosestFirst);
    }

    private async Task<IEnumerable<FeedItem>> Load(ScoredPost[] chunk, CancellationToken stop)
    {
        var posts = (await PostViews.Load(db, viewer, [.. chunk.Select(s => s.PostId)], silence, stop)).Where(p => !p.IsMuted).ToDictionary(p => p.Id);
        var recommended = chunk.Where(s => s.Line.Reason == FeedReason.Recommended && posts.ContainsKey(s.PostId)).Select(s => posts[s.PostId]).ToList();
        var recommenders = await db.RecommendationsOf(viewer, recommended, silence, stop);
        return from s in chunk
               where posts.ContainsKey(s.PostId) && (s.Line.Reason != FeedReason.Recommended || recommenders[s.PostId].Any())
               select new FeedItem(posts[s.PostId], s.Line.At, s.Line.Reason, s.Line.Reason == FeedReason.Recommended ? [.. recommenders[s.PostId].Select(r => r.By)] : [], s.Line.Reason == FeedReason.Tag ? s.Line.SourceId : null, s.Score);
    }
}
