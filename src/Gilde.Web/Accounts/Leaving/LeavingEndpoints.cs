namespace Gilde.Web.Accounts.Leaving;

internal static class LeavingEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/export", async (Viewer viewer, GildeDb db, IClock clock) => await ExportPageFor(viewer, db, clock, null));
        members.Post("/settings/export", Ask).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/settings/export/{id:long}", Download).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/settings/delete", (Viewer viewer) => Pages.Show<DeletePage>(new { Viewer = viewer, Errors = new FieldErrors() }));
        members.Post("/settings/delete", Leave);
        var anyone = app.For(Access.Anyone);
        anyone.Get("/account/gone", (Viewer viewer) => Pages.Show<GonePage>(new { Viewer = viewer }));
        anyone.Get("/account/stay/{token}", ShowStay);
        anyone.Post("/account/stay/{token}", Stay).RequireRateLimiting(RateLimits.Door);
    }

    private static async Task<IResult> ExportPageFor(Viewer viewer, GildeDb db, IClock clock, string? problem)
    {
        var now = clock.GetCurrentInstant();
        var exports = await db.Exports.AsNoTracking().Where(e => e.AccountId == viewer.Id && (e.ExpiresAt == null || e.ExpiresAt > now)).OrderByDescending(e => e.Id).ToListAsync();
        var model = new { Viewer = viewer, Exports = exports, Problem = problem };
        return problem is null ? Pages.Show<ExportPage>(model) : Pages.Invalid<ExportPage>(model);
    }

    private static async Task<IResult> Ask(Viewer viewer, RequestExport request, GildeDb db, IClock clock, HttpContext http) =>
        await request.Execute(viewer, await http.Field("password"), Caller.Of(http)) is { } problem
            ? await ExportPageFor(viewer, db, clock, problem)
            : Pages.SeeOther("/settings/export", "The copy is being prepared. You get a mail when it is ready.");

    private static async Task<IResult> Download(Viewer viewer, long id, GildeDb db, IClock clock, ExportFolder folder)
    {
        var now = clock.GetCurrentInstant();
        var export = await db.Exports.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.AccountId == viewer.Id && e.ReadyAt != null && e.ExpiresAt > now);
        if (export is null || !File.Exists(folder.PathOf(export.File))) return Results.NotFound();
        return Results.File(folder.PathOf(export.File), "application/zip", $"{viewer.Handle}-{ShownTime.Iso(export.AskedAt, viewer.Zone)}.zip");
    }

    private static async Task<IResult> Leave(Viewer viewer, RequestErasure request, Sessions sessions, GildeDb db, HttpContext http)
    {
        if (await request.Execute(viewer, await http.Field("password"), Caller.Of(http)) is { } problem)
            return Pages.Invalid<DeletePage>(new { Viewer = viewer, Errors = new FieldErrors().Add("password", problem) });
        await sessions.End(db, http, viewer.SessionId);
        return Pages.SeeOther("/account/gone");
    }

    private static async Task<IResult> ShowStay(Viewer viewer, string token, GildeDb db, IClock clock) =>
        await db.Link(LinkPurpose.UndoErasure, token, clock.GetCurrentInstant()) is null ? Dead(viewer) : Pages.Show<StayPage>(new { Viewer = viewer });

    private static async Task<IResult> Stay(Viewer viewer, string token, UndoErasure undo, Caller caller) =>
        await undo.Execute(token, caller) ? Pages.SeeOther("/signin", "Good that you stay. Everything is as it was.") : Dead(viewer);

    private static IResult Dead(Viewer viewer) => Pages.WithStatus<DeadLinkPage>(StatusCodes.Status404NotFound, new { Viewer = viewer });
}
