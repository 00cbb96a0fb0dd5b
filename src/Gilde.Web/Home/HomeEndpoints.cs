using Gilde.Web.Contacts;
using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Gilde.Web.Home;

/// <summary>The first page: a member's own home, or for visitors what this network is; and the list of all members.</summary>
internal static class HomeEndpoints
{
    private const int PageSize = 30;
    private static readonly TimeSpan NumbersKept = TimeSpan.FromMinutes(10);

    public static void MapHome(this WebApplication app)
    {
        app.For(Access.Anyone).Get("/", Show);
        app.For(Access.Members).Get("/members", Members).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Show(Viewer viewer, GildeDb db, ProfileShelf shelf, TheNetwork network, IMemoryCache cache, IClock clock, CancellationToken stop) =>
        viewer.IsMember
            ? Pages.Show<HomePage>(new { Viewer = viewer, Home = await HomeView.Load(db, viewer, shelf, clock.GetCurrentInstant(), stop) })
            : Pages.Show<FrontPage>(new { Viewer = viewer, Numbers = await Numbers(db, cache, stop), network.Current.Signup });

    private static async Task<IResult> Members(long? before, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var people = await db.Newest(viewer, before).Take(PageSize + 1).ToListAsync(stop);
        var next = people.Count > PageSize ? $"/members?before={people[PageSize - 1].Id}" : null;
        return Pages.Show<MembersPage>(new { Viewer = viewer, People = (IReadOnlyList<Person>)people.Take(PageSize).ToList(), Next = next });
    }

    private static async Task<NetworkNumbers> Numbers(GildeDb db, IMemoryCache cache, CancellationToken stop)
    {
        if (cache.TryGetValue(nameof(NetworkNumbers), out NetworkNumbers? known) && known is not null) return known;
        return cache.Set(nameof(NetworkNumbers), await db.Numbers().FirstAsync(stop), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = NumbersKept, Size = 1 });
    }
}
