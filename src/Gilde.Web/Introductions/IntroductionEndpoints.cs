using Gilde.Web.Web;

namespace Gilde.Web.Introductions;

public static class IntroductionEndpoints
{
    public static void MapIntroductions(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get("/introductions/to/{handle}", To).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> To(Viewer viewer, string handle, FindRoutes routes, HttpContext http, CancellationToken stop)
    {
        var answer = await routes.To(viewer, handle, stop);
        if (answer.Outcome == RouteOutcome.NotFound) return Results.NotFound();
        var status = answer.Outcome == RouteOutcome.WarmingUp ? Later(http) : StatusCodes.Status200OK;
        if (http.Request.WantsJson()) return Results.Json(new { answer.Outcome, answer.Target, answer.Routes }, RouteJson.Options, statusCode: status);
        return http.Request.Headers["Turbo-Frame"] == "reach"
            ? Pages.WithStatus<ReachFrame>(status, new { Viewer = viewer, Answer = answer })
            : Pages.WithStatus<ReachPage>(status, new { Viewer = viewer, Answer = answer });
    }

    private static int Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "3";
        return StatusCodes.Status503ServiceUnavailable;
    }
}
