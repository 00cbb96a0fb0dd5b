using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Feed;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Profiles;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Home;

/// <summary>What a member's home page shows.</summary>
public sealed record HomeView(Instant Now, FeedPage Feed, IReadOnlyList<FirstStep> Steps, IReadOnlyList<RequestRow> Requests, ListPage<HandRow> Introductions, IReadOnlyList<ConversationRow> Unread)
{
    public bool NothingWaits => Requests.Count + Introductions.Rows.Count + Unread.Count == 0;

    /// <summary>"Good morning" by the viewer's own clock.</summary>
    public string Greeting(Viewer viewer) => Now.InZone(viewer.Zone).Hour switch
    {
        >= 4 and < 11 => viewer.T["Good morning, {0}", viewer.Name],
        >= 11 and < 18 => viewer.T["Hello, {0}", viewer.Name],
        _ => viewer.T["Good evening, {0}", viewer.Name],
    };
}

/// <summary>Loads the home page: the feed, and of what waits only what the counts of the navigation say is there.</summary>
public sealed class HomeReader(GildeDb db, HomeFeed feed, ProfileShelf shelf, IntroductionLists introductions, Degrees degrees)
{
    /// <summary>Of each kind; the feed is to begin on the same screen.</summary>
    private const int Waiting = 1;

    public async Task<HomeView> Load(Viewer viewer, IMemoryCache cache, Instant now, CancellationToken stop)
    {
        var requests = viewer.Badges.ContactRequests == 0 ? [] : (await RequestList.To(db, viewer, null, Waiting, stop)).Rows;
        return new HomeView(
            now,
            await feed.Load(viewer, viewer.FeedOrder, stop: stop),
            await Steps(viewer, cache, stop),
            requests.Count == 0 ? [] : new FoundRequests(requests, null).Marked(degrees.Near(viewer, requests.Select(r => r.Who.Id))).Rows,
            viewer.Badges.Introductions == 0 ? ListPage<HandRow>.Empty : await introductions.Waiting(viewer, null, Waiting, stop),
            viewer.Badges.UnreadConversations == 0 ? [] : await Unread(viewer, stop));
    }

    private Task<List<ConversationRow>> Unread(Viewer viewer, CancellationToken stop)
    {
        var unread = db.ConversationsOf(viewer).Where(p => p.Unread > 0 && p.MutedAt == null && p.LeftAt == null && p.PutAwayAt == null);
        return db.ConversationRows(viewer, unread.OrderByDescending(p => p.LastMessageId).Take(Waiting)).OrderByDescending(r => r.LastMessageId).ToListAsync(stop);
    }

    /// <summary>Once there are none left there hardly will be again: not looked up for every page.</summary>
    private async Task<IReadOnlyList<FirstStep>> Steps(Viewer viewer, IMemoryCache cache, CancellationToken stop)
    {
        var key = (nameof(FirstStep), viewer.Id);
        if (cache.TryGetValue(key, out _)) return [];
        var steps = await FirstSteps.For(db, viewer, await shelf.Own(db, viewer, stop: stop), stop);
        if (steps.Count == 0) cache.Set(key, true, new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromHours(1), Size = 1 });
        return steps;
    }
}
