using Gilde.Web.Events;
using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Feed;

/// <summary>Says above an open feed that there is something new; what one reads stays where it is.</summary>
public sealed class FeedLive : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.PostPublished, EventKinds.PostReacted];

    public async Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var (published, reacted) = (events.Where(e => e.Kind == EventKinds.PostPublished).ToList(), events.Where(e => e.Kind == EventKinds.PostReacted).ToList());
        var posts = published.Select(e => e.ObjectId).OfType<long>().Distinct().ToList();
        var readers = posts.Count == 0 ? null : (await db.ReadersOf(posts, members).ToListAsync(stop)).ToLookup(r => r.PostId, r => r.MemberId);
        var actors = reacted.Select(e => e.ActorId).OfType<long>().Distinct().ToList();
        var contacts = actors.Count == 0 ? null : (await db.ContactsAmong(actors, members).ToListAsync(stop)).ToLookup(c => c.OtherId, c => c.OwnerId);
        return [.. published.SelectMany(e => readers![e.ObjectId ?? 0].Where(member => member != e.ActorId).Distinct().Select(member => (e, member))),
            .. reacted.SelectMany(e => contacts![e.ActorId ?? 0].Select(member => (e, member)))];
    }

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        if (e.ObjectId is not { } id || await PostViews.One(page.Db, page.Viewer, id, stop) is not { IsMuted: false } post) return;
        if (e.Kind == EventKinds.PostPublished || await IsFirst(page, post, stop)) await page.Replace<FeedNews>(FeedNews.Target, new { page.Viewer, HasNews = true });
    }

    /// <summary>The post comes into the viewer's feed by this recommendation, and was not there before.</summary>
    private static async Task<bool> IsFirst(LivePage page, PostView post, CancellationToken stop) =>
        post.AuthorId != page.Viewer.Id && !post.IsFromMySources
        && (await page.Db.RecommendationsOf(page.Viewer, [post], await page.Db.SilenceOf(page.Viewer, stop), stop))[post.Id].Count() == 1;
}
