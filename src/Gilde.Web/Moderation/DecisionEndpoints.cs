namespace Gilde.Web.Moderation;

/// <summary>Decisions for those whom they concern and for those who reported: in the settings, and by the link of a letter without signing in.</summary>
internal static class DecisionEndpoints
{
    private const int Shown = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/decisions", List);
        members.Get("/settings/decisions/{id:long}", async (long id, DecisionRequest request, GildeDb db, CancellationToken stop) => await Show(request, await Mine(db, request.Viewer, id, stop), stop));
        members.Post("/settings/decisions/{id:long}", async (long id, DecisionRequest request, GildeDb db, CancellationToken stop) => await Appeal(request, await Mine(db, request.Viewer, id, stop), stop));
        members.Get("/settings/decisions/reports/{id:long}", async (long id, DecisionRequest request, GildeDb db, CancellationToken stop) => await Show(request, await db.KeyOfReport(request.Viewer, id, stop), stop));
        members.Post("/settings/decisions/reports/{id:long}", async (long id, DecisionRequest request, GildeDb db, CancellationToken stop) => await Appeal(request, await db.KeyOfReport(request.Viewer, id, stop), stop));
        var anyone = app.For(Access.Anyone);
        anyone.Get("/decisions/{token}", async (string token, DecisionRequest request, GildeDb db, IClock clock, CancellationToken stop) => await Show(request, await db.KeyOfLink(token, clock.GetCurrentInstant(), stop), stop)).RequireRateLimiting(RateLimits.People);
        anyone.Post("/decisions/{token}", async (string token, DecisionRequest request, GildeDb db, IClock clock, CancellationToken stop) => await Appeal(request, await db.KeyOfLink(token, clock.GetCurrentInstant(), stop), stop)).RequireRateLimiting(RateLimits.Heavy);
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var decisions = await db.OwnDecisions(viewer).Take(Shown).ToListAsync(stop);
        var reports = await db.OwnReports(viewer).Take(Shown).ToListAsync(stop);
        return http.Request.WantsJson() ? Results.Json(new { Decisions = decisions, Reports = reports }) : Pages.Show<DecisionsPage>(new { Viewer = viewer, Decisions = decisions, Reports = reports });
    }

    private static async Task<DecisionKey?> Mine(GildeDb db, Viewer viewer, long id, CancellationToken stop) =>
        await db.DecisionsAbout(viewer).AnyAsync(d => d.Id == id, stop) ? new DecisionKey(id, null) : null;

    private static async Task<IResult> Show(DecisionRequest request, DecisionKey? key, CancellationToken stop)
    {
        if (key is null || await request.Db.View(key, stop) is not { } decision) return request.NotFound();
        return request.Http.Request.WantsJson() ? Results.Json(decision) : Pages.Show<DecisionPage>(request.Model(decision, new FieldErrors(), null));
    }

    private static async Task<IResult> Appeal(DecisionRequest request, DecisionKey? key, CancellationToken stop)
    {
        if (key is null || await request.Db.View(key, stop) is not { } decision) return request.NotFound();
        var text = await request.Http.Field("text");
        var t = request.Viewer.T;
        var errors = new FieldErrors();
        switch (await request.Appeal.Execute(key, text, stop))
        {
            case Appealing.Received: return request.Http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(request.Viewer.Page, "Your appeal has arrived. You get an answer by mail.");
            case Appealing.Invalid: errors.Add("text", t["Please say in at most {0} characters why the decision is wrong.", Moderation.Appeal.MaxText]); break;
            case Appealing.TooLate: errors.Add("text", t["The time for an appeal is over."]); break;
            default: return request.NotFound();
        }
        return request.Http.Request.WantsJson() ? errors.JsonErrors(t["The appeal was not sent."]) : Pages.Invalid<DecisionPage>(request.Model(decision, errors, text));
    }

    /// <summary>Who looks, and with what it is answered.</summary>
    private sealed record DecisionRequest(HttpContext Http, Viewer Viewer, GildeDb Db, IClock Clock, MakeAppeal Appeal)
    {
        public static ValueTask<DecisionRequest> BindAsync(HttpContext http)
        {
            // What a letter's link opens is for its reader alone.
            http.Response.Headers.CacheControl = "private, no-store";
            http.Response.Headers["X-Robots-Tag"] = "noindex";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            var services = http.RequestServices;
            return ValueTask.FromResult(new DecisionRequest(http, http.Viewer(), services.GetRequiredService<GildeDb>(), services.GetRequiredService<IClock>(), services.GetRequiredService<MakeAppeal>()));
        }

        public bool IsByLink => Viewer.Page.StartsWith("/decisions/", StringComparison.Ordinal);

        public IResult NotFound() => IsByLink ? Pages.WithStatus<DeadDecisionPage>(StatusCodes.Status404NotFound, new { Viewer }) : Results.NotFound();

        public object Model(DecisionView decision, FieldErrors errors, string? text) => new { Viewer, Decision = decision, CanAppeal = decision.IsAppealable(Clock.GetCurrentInstant()), Errors = errors, Text = text, IsByLink };
    }
}
