using Gilde.Web.Data;
using Gilde.Web.Web;

namespace Gilde.Web.Profiles;

/// <summary>The public page of a member.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfilePages(this WebApplication app) =>
        app.For(Access.Anyone).Get("/@{handle}", Show).RequireRateLimiting(RateLimits.People);

    private static async Task<IResult> Show(string handle, string? @as, Viewer viewer, GildeDb db, ProfileShelf shelf, IEnumerable<IProfileAddition> additions, CancellationToken stop)
    {
        if (await shelf.Find(db, viewer, handle, stop) is not { } profile) return Results.NotFound();
        var seenAs = profile.IsSelf ? SeenAs(@as) : null;
        if (seenAs is { } relation)
            return Pages.Show<ProfilePage>(new { Viewer = viewer, Profile = await shelf.Own(db, viewer, relation, stop), SeenAs = seenAs, ClosedToVisitors = profile.Closed });
        return Pages.Show<ProfilePage>(new { Viewer = viewer, Profile = profile, Additions = await ProfileAdditions.Load(additions, db, viewer, profile, stop) });
    }

    private static Relation? SeenAs(string? value) => value switch
    {
        "everyone" => Relation.Visitor,
        "members" => Relation.Member,
        "contacts" => Relation.Contact,
        _ => null,
    };
}
