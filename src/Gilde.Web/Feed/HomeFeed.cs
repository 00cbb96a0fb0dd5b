using Gilde.Graph;
using Gilde.Web.Contacts;
using Gilde.Web.Introductions;
using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Feed;

/// <summary>One page of a feed.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, FeedPlace? Next, FeedOrder Order);

/// <summary>
/// What reaches a member, read from their sources when they look (fan-out on read): nothing is stored for each reader, so a block, a mute or a changed audience
/// holds at once, and what a post costs does not depend on who reads it.
/// </summary>
public sealed class HomeFeed(GildeDb db, GraphReplica replica, IClock clock)
{
    public const int PageSize = 15;

    public async Task<FeedPage> Load(Viewer viewer, FeedOrder order, FeedPlace? after = null, CancellationToken stop = default)
    {
        var silence = await db.SilenceOf(viewer, stop);
        var page = order == FeedOrder.Latest ? await new LatestFeed(db, viewer, silence).Read(after, clock.GetCurrentInstant(), stop) : await Closest(viewer, silence, after, stop);
        return page with { Items = await Named(viewer, page.Items, stop) };
    }

    private async Task<FeedPage> Closest(Viewer viewer, Silence silence, FeedPlace? after, CancellationToken stop)
    {
        // A place in the other order is none in this one.
        if (after is { AsOf: var asOf } && asOf == default) after = null;
        var graph = await replica.Graph(stop);
        var weigh = new Closeness(after?.AsOf ?? clock.GetCurrentInstant(), people => Steps(graph, viewer, people));
        return await new ClosestFeed(db, viewer, silence, weigh).Read(after, stop);
    }

    /// <summary>How close the viewer is to each of the people, in the coarse steps that they may know: the exact strength holds what the other said in private.</summary>
    private static Dictionary<long, Warmth> Steps(ContactGraph? graph, Viewer viewer, long[] people)
    {
        var strengths = new byte[people.Length];
        graph?.OwnTies(viewer.Id, people, strengths);
        return people.Select((id, i) => (id, Step: TieStrength.WarmthOf(Math.Max(strengths[i], TieStrength.Weakest)))).ToDictionary(p => p.id, p => p.Step);
    }

    /// <summary>With those who recommend in the order of closeness, and the names of the tags that are followed.</summary>
    private async Task<IReadOnlyList<FeedItem>> Named(Viewer viewer, IReadOnlyList<FeedItem> items, CancellationToken stop)
    {
        var tags = items.Select(i => i.TagId).OfType<long>().Distinct().ToList();
        var names = tags.Count == 0 ? [] : (await db.TagsWithIds(tags, stop)).ToDictionary(t => t.Id, t => t.Name);
        var by = items.SelectMany(i => i.By).Select(p => p.Id).Distinct().ToArray();
        var steps = by.Length == 0 ? [] : Steps(replica.AtHand, viewer, by);
        return [.. items.Select(i => i with
        {
            Tag = i.TagId is { } tag ? names.GetValueOrDefault(tag) : null,
            By = [.. i.By.OrderByDescending(p => steps[p.Id]).ThenBy(p => p.Id)],
        })];
    }
}
