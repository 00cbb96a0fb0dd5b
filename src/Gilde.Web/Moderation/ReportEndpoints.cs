namespace Gilde.Web.Moderation;

/// <summary>Reporting a thing. What everybody sees can be reported without an account, as unlawful.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            var routes = app.For(kind == CaseKind.Message ? Access.Members : Access.Anyone);
            var pattern = $"/report/{kind.ToString().ToLowerInvariant()}/{{id:long}}";
            routes.Get(pattern, (long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop) => Form(kind, id, http, viewer, db, stop)).RequireRateLimiting(RateLimits.People);
            routes.Post(pattern, (long id, HttpContext http, Viewer viewer, GildeDb db, ReportThing report, CancellationToken stop) => Send(kind, id, http, viewer, db, report, stop)).RequireRateLimiting(RateLimits.Heavy);
        }
        app.For(Access.Anyone).Get("/report/thanks", (Viewer viewer) => Pages.Show<ReportedPage>(new { Viewer = viewer }));
    }

    private static async Task<IResult> Form(CaseKind kind, long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return await db.Reportable(viewer, kind, id, stop) is { } thing ? Pages.Show<ReportPage>(new { Viewer = viewer, Thing = thing }) : Results.NotFound();
    }

    private static async Task<IResult> Send(CaseKind kind, long id, HttpContext http, Viewer viewer, GildeDb db, ReportThing report, CancellationToken stop)
    {
        var input = ReportInput.Read(viewer, await http.Form());
        var thing = await db.Reportable(viewer, kind, id, stop);
        switch (await report.Execute(viewer, kind, id, input, stop))
        {
            case Reporting.Reported:
                if (http.Request.WantsJson()) return Results.NoContent();
                return viewer.IsMember ? Pages.SeeOther(thing!.Href, "Thank you. A moderator will look at it.") : Pages.SeeOther("/report/thanks");
            case Reporting.Invalid:
                var errors = input.Check(viewer);
                return http.Request.WantsJson() ? errors.JsonErrors(viewer.T["The report was not sent."]) : Pages.Invalid<ReportPage>(new { Viewer = viewer, Thing = thing!, Input = input, Errors = errors });
            default:
                return Results.NotFound();
        }
    }
}
