using Gilde.Web.Events;
using Gilde.Web.Posts;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Feed;

/// <summary>Says above an open feed that there is something new; what one reads stays where it is.</summary>
public sealed class FeedLive : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.PostPublished];

    public async Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var posts = events.Select(e => e.ObjectId).OfType<long>().Distinct().ToList();
        var readers = (await db.ReadersOf(posts, members).ToListAsync(stop)).ToLookup(r => r.PostId, r => r.MemberId);
        return events.SelectMany(e => readers[e.ObjectId ?? 0].Where(member => member != e.ActorId).Distinct().Select(member => (e, member))).ToList();
    }

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        if (e.ObjectId is { } post && await PostViews.One(page.Db, page.Viewer, post, stop) is { IsMuted: false }) await page.Replace<FeedNews>(FeedNews.Target, new { page.Viewer, HasNews = true });
    }
}
