using Gilde.Web.Contacts;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Home;

/// <summary>Beside the feed: who is near, and who is new.</summary>
public sealed record PeopleView(string Place, IReadOnlyList<Person> Neighbours, IReadOnlyList<Person> Newest)
{
    private const int Most = 5;

    public static async Task<PeopleView> Load(GildeDb db, Viewer viewer, ProfileShelf shelf, Degrees degrees, CancellationToken stop)
    {
        var profile = await shelf.Own(db, viewer, stop: stop);
        var neighbours = profile.Place.Length == 0 ? [] : await db.Neighbours(viewer, profile.Place, profile.Country).Take(Most).ToListAsync(stop);
        return new(profile.Place, degrees.Mark(viewer, neighbours), degrees.Mark(viewer, await db.Newest(viewer).Take(Most).ToListAsync(stop)));
    }
}
