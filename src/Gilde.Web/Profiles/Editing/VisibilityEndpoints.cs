using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Who sees what of one's own profile, on one page.</summary>
internal static class VisibilityEndpoints
{
    private const string Path = "/settings/profile/visibility";

    public static void MapVisibility(this WebApplication app)
    {
        app.For(Access.Members).Get(Path, Show);
        app.For(Access.Members).Post(Path, Save);
    }

    private static async Task<IResult> Show(Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        return Pages.Show<VisibilityPage>(new
        {
            Viewer = viewer, Audiences = await ProfileSheetReader.Audiences(db, viewer.Id, stop),
            Open = me.ClosedAt is null, Listed = me.ListedAt is not null,
        });
    }

    private static async Task<IResult> Save([FromForm] IFormCollection form, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        await db.Atomically(async () =>
        {
            var (me, now) = (await db.Me(viewer, stop), clock.GetCurrentInstant());
            me.ClosedAt = form["open"] == "true" ? null : me.ClosedAt ?? now;
            me.ListedAt = form["listed"] == "true" && me.ClosedAt is null ? me.ListedAt ?? now : null;
            foreach (var section in Enum.GetValues<ProfileSection>())
                if (Enum.TryParse<Audience>(form[section.Slug()], ignoreCase: true, out var audience) && Enum.IsDefined(audience)) await db.ShowSectionTo(viewer, section, audience, stop);
            await db.SaveProfile(clock, viewer, stop);
            return 0;
        }, stop);
        return Pages.SeeOther(Path, "Saved.");
    }
}
