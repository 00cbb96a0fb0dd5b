using Gilde.Web.Events;

namespace Gilde.Web.Accounts.Preferences;

/// <summary>How pages speak to the member and look: language, time zone, light or dark.</summary>
internal static class DisplayEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Post("/settings/language", SwitchLanguage);
        members.Post("/settings/account/language", SetLanguage);
        members.Post("/settings/account/theme", SetTheme);
    }

    /// <summary>The switch at the foot of every page; back to the page it was pressed on.</summary>
    private static async Task<IResult> SwitchLanguage(Viewer viewer, GildeDb db, IClock clock, Sessions sessions, HttpContext http)
    {
        if (Languages.Parse(await http.Field("language")) is not { } language) return Results.UnprocessableEntity();
        await Save(viewer, db, clock, sessions, http, language);
        return Pages.SeeOther(CameFrom(http));
    }

    private static async Task<IResult> SetLanguage(Viewer viewer, GildeDb db, IClock clock, Sessions sessions, HttpContext http)
    {
        var zone = await http.Field("zone");
        if (Languages.Parse(await http.Field("language")) is not { } language) return Results.UnprocessableEntity();
        if (zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return await AccountEndpoints.Again(viewer, db, new FieldErrors().Add("zone", viewer.T["Please choose a time zone."]));
        await Save(viewer, db, clock, sessions, http, language, zone);
        return Pages.SeeOther("/settings/account#language", "Saved.");
    }

    private static async Task Save(Viewer viewer, GildeDb db, IClock clock, Sessions sessions, HttpContext http, Language language, string? zone = null)
    {
        var member = await db.MemberOf(viewer.Id);
        (member.Language, member.TimeZone) = (language, zone ?? member.TimeZone);
        db.Record(clock, EventKinds.MemberChanged, viewer.Id, viewer.Id);
        await db.SaveChangesAsync();
        sessions.Forget(http);
        LanguageChoice.Remember(http, language);
    }

    private static async Task<IResult> SetTheme(Viewer viewer, GildeDb db, Sessions sessions, HttpContext http)
    {
        if (Themes.Parse(await http.Field("theme")) is not { } theme) return Results.UnprocessableEntity();
        // Nobody else's business: no event, and past the change tracker, which would raise the profile's version.
        await db.OwnRow(viewer).ExecuteUpdateAsync(m => m.SetProperty(x => x.Theme, theme));
        sessions.Forget(http);
        return Pages.SeeOther("/settings/account#theme", "Saved.");
    }

    private static string CameFrom(HttpContext http)
    {
        if (!Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var page) || page.Authority != http.Request.Host.Value) return "/";
        var query = string.Join('&', page.Query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !part.StartsWith("lang=", StringComparison.Ordinal)));
        return LocalPath.Of(page.AbsolutePath + (query.Length > 0 ? "?" + query : ""));
    }
}
