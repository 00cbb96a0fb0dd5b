using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Home;

/// <summary>The first page: a member's own home, or for visitors what this network is; and the list of all members.</summary>
internal static class HomeEndpoints
{
    private static readonly TimeSpan NumbersKept = TimeSpan.FromMinutes(10);

    public static void MapHome(this WebApplication app)
    {
        app.For(Access.Anyone).Get("/", Show);
        app.For(Access.Members).Get("/members", Members).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Show(Viewer viewer, GildeDb db, ProfileShelf shelf, IntroductionLists introductions, Degrees degrees, TheNetwork network, IMemoryCache cache, IClock clock, CancellationToken stop) =>
        viewer.IsMember
            ? Pages.Show<HomePage>(new { Viewer = viewer, Home = await HomeView.Load(db, viewer, shelf, introductions, degrees, clock.GetCurrentInstant(), stop) })
            : Pages.Show<FrontPage>(new { Viewer = viewer, Numbers = await Numbers(db, cache, stop), network.Current.Signup });

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
