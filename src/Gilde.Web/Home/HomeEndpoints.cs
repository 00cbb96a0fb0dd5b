using Gilde.Web.Accounts;
using Gilde.Web.Feed;
using Gilde.Web.Introductions;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Home;

/// <summary>The first page: a member's own home, or for visitors what this network is; and the list of all members.</summary>
internal static class HomeEndpoints
{
    private static readonly TimeSpan NumbersKept = TimeSpan.FromMinutes(10);

    public static void AddHome(this IServiceCollection services) => services.AddScoped<HomeReader>();

    public static void MapHome(this WebApplication app)
    {
        app.For(Access.Anyone).Get("/", Show);
        var members = app.For(Access.Members);
        members.Get("/members", Members).RequireRateLimiting(RateLimits.People);
        members.Get("/home/people", async (Viewer viewer, GildeDb db, ProfileShelf shelf, Degrees degrees, CancellationToken stop) =>
            Pages.Show<PeoplePanel>(new { Viewer = viewer, People = await PeopleView.Load(db, viewer, shelf, degrees, stop) }));
        members.Post("/feed/order", ChangeOrder);
    }

    private static async Task<IResult> Show(string? after, HttpContext http, Viewer viewer, HomeReader home, HomeFeed feed, TalkText talk, TheNetwork network, IMemoryCache cache, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!viewer.IsMember) return Pages.Show<FrontPage>(new { Viewer = viewer, Numbers = await Numbers(http.RequestServices.GetRequiredService<GildeDb>(), cache, stop), network.Current.Signup });
        if (http.Request.WantsJson()) return Json(http, await feed.Load(viewer, viewer.FeedOrder, FeedPlace.Parse(after), stop));
        if (FeedPlace.Parse(after) is { } place)
            return Pages.Show<FeedPartPage>(new { Viewer = viewer, Feed = await feed.Load(viewer, viewer.FeedOrder, place, stop), Frame = $"feed-{place.PostId}", Talk = talk, Now = now, SeenUntil = LastVisit.Of(http, viewer) is { } seen && place.At > seen ? seen : (Instant?)null });
        var view = await home.Load(viewer, cache, now, stop);
        return Pages.Show<HomePage>(new { Viewer = viewer, Home = view, Talk = talk, SeenUntil = LastVisit.Note(http, viewer, view.Feed.Items.Count == 0 ? null : view.Feed.Items.Max(i => i.At), now) });
    }

    private static IResult Json(HttpContext http, FeedPage page) => http.JsonList(
        page.Items.Select(i => new { Why = i.Reason.ToString().ToLowerInvariant(), By = i.By.Select(p => p.Handle), i.Tag, i.At, Post = PostJson.Of(i.Post) }).ToList(), page.Next is { } next ? $"/?after={next}" : null);

    private static async Task<IResult> ChangeOrder(HttpContext http, Viewer viewer, GildeDb db, Sessions sessions, CancellationToken stop)
    {
        await db.ReadFeedIn(viewer, await http.Field("order") == "closest" ? FeedOrder.ClosestFirst : FeedOrder.Latest, stop);
        sessions.Forget(http);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/");
    }

    private static async Task<IResult> Members(string? q, string? sort, string? after, Viewer viewer, GildeDb db, Degrees degrees, HttpContext http, CancellationToken stop)
    {
        var search = new MemberSearch(q, sort == "newest" ? MemberSort.Newest : MemberSort.Name, string.IsNullOrEmpty(after) ? null : after);
        var found = await new MemberList(db, degrees).Load(viewer, search, stop);
        var next = found.After is null ? null : (search with { After = found.After }).Href();
        return http.Request.WantsJson() ? http.JsonList(found.People, next) : Pages.Show<MembersPage>(new { Viewer = viewer, Search = search, found.People, Next = next, NextFrame = found.After });
    }

    private static async Task<NetworkNumbers> Numbers(GildeDb db, IMemoryCache cache, CancellationToken stop)
    {
        if (cache.TryGetValue(nameof(NetworkNumbers), out NetworkNumbers? known) && known is not null) return known;
        return cache.Set(nameof(NetworkNumbers), await db.Numbers().FirstAsync(stop), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = NumbersKept, Size = 1 });
    }
}
