using Gilde.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Name and headline, about and place of one's own profile.</summary>
internal static class WordsEndpoints
{
    public const int MaxAbout = 10_000;

    public static void MapWords(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/profile/name", async (Viewer viewer, GildeDb db, CancellationToken stop) =>
            NameOf(await db.Me(viewer, stop), viewer));
        members.Post("/settings/profile/name", SaveName);
        members.Get("/settings/profile/about", async (Viewer viewer, GildeDb db, CancellationToken stop) =>
            Pages.Show<AboutPage>(new { Viewer = viewer, Typed = (await db.Me(viewer, stop)).About, Audience = await AudienceOf(ProfileSection.About, viewer, db, stop) }));
        members.Post("/settings/profile/about", SaveAbout);
        members.Get("/settings/profile/place", async (Viewer viewer, GildeDb db, CancellationToken stop) =>
            PlaceOf(await db.Me(viewer, stop), viewer, await AudienceOf(ProfileSection.Place, viewer, db, stop)));
        members.Post("/settings/profile/place", SavePlace);
    }

    private static IResult NameOf(Member me, Viewer viewer) => Pages.Show<NamePage>(new { Viewer = viewer, me.Name, me.Headline });

    private static IResult PlaceOf(Member me, Viewer viewer, Audience audience) => Pages.Show<PlacePage>(new { Viewer = viewer, me.Place, me.Country, Audience = audience });

    private static async Task<IResult> SaveName([FromForm] IFormCollection posted, Viewer viewer, HttpContext http, GildeDb db, Sessions sessions, IClock clock, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var name = RealName.Clean(form.Line("name", RealName.MaxLength));
        if (RealName.Problem(name, viewer.T) is { } problem) form.Errors.Add("name", problem);
        var headline = form.Line("headline");
        if (form.Errors.Any) return Pages.Invalid<NamePage>(new { Viewer = viewer, Name = name, Headline = headline, form.Errors });
        await db.SaveNameAndHeadline(clock, viewer, Caller.Of(http), name, headline, stop);
        sessions.Forget(http);
        return Pages.SeeOther($"/@{viewer.Handle}", "Saved.");
    }

    private static async Task<IResult> SaveAbout([FromForm] IFormCollection posted, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var about = form.Block("about", MaxAbout);
        var audience = form.Audience(ProfileSection.About);
        if (form.Errors.Any) return Pages.Invalid<AboutPage>(new { Viewer = viewer, Typed = about, Audience = audience, form.Errors });
        (await db.Me(viewer, stop)).About = about;
        await db.ShowSectionTo(viewer, ProfileSection.About, audience, stop);
        await db.SaveProfile(clock, viewer, stop);
        return Pages.SeeOther($"/@{viewer.Handle}#about", "Saved.");
    }

    private static async Task<IResult> SavePlace([FromForm] IFormCollection posted, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var place = form.Line("place", 100);
        var country = form.Line("country", 2);
        var audience = form.Audience(ProfileSection.Place);
        if (country.Length > 0 && !CodedNames.IsCountry(country)) form.Errors.Add("country", viewer.T["Please choose a country."]);
        if (form.Errors.Any) return Pages.Invalid<PlacePage>(new { Viewer = viewer, Place = place, Country = country, Audience = audience, form.Errors });
        var me = await db.Me(viewer, stop);
        // Where it lies on the map belongs to the old place.
        if (me.Place != place || me.Country != country) (me.Latitude, me.Longitude) = (null, null);
        (me.Place, me.Country) = (place, country);
        await db.ShowSectionTo(viewer, ProfileSection.Place, audience, stop);
        await db.SaveProfile(clock, viewer, stop);
        return Pages.SeeOther($"/@{viewer.Handle}#place", "Saved.");
    }

    private static async Task<Audience> AudienceOf(ProfileSection section, Viewer viewer, GildeDb db, CancellationToken stop) =>
        (await ProfileSheetReader.Audiences(db, viewer.Id, stop))[section];
}
