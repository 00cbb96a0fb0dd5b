using Gilde.Web.Introductions.Asking;
using Gilde.Web.Introductions.Map;
using Gilde.Web.Search;

namespace Gilde.Web.Introductions;

public static class IntroductionEndpoints
{
    private static readonly Duration Soon = Duration.FromSeconds(3);

    public static void MapIntroductions(this WebApplication app)
    {
        app.MapIntroductionRequests();
        var members = app.For(Access.Members);
        members.Get("/introductions", Start).RequireRateLimiting(RateLimits.People);
        members.Get("/introductions/any", ToAny).RequireRateLimiting(RateLimits.People);
        members.Get("/introductions/to/{handle}", To).RequireRateLimiting(RateLimits.People);
        members.Get("/introductions/mutual/{handle}", Mutual).RequireRateLimiting(RateLimits.People);
        members.Get(MapPage.Address, Map).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Start(Viewer viewer, MyReach reach, IntroductionLists lists, PopularPhrases popular, HttpContext http, CancellationToken stop)
    {
        var answer = await reach.Execute(viewer, stop);
        var status = Status(http, ready: answer is not null);
        return http.Request.WantsJson()
            ? Results.Json(answer, statusCode: status)
            : Pages.WithStatus<IntroductionsPage>(status, new { Viewer = viewer, Reach = answer, Mine = await MineView.Load(lists, viewer, stop), Examples = await popular.Skills(stop) });
    }

    private static async Task<IResult> ToAny(Viewer viewer, [AsParameters] SearchInput input, FindRoutesToAny routes, PathSearches searches, HttpContext http, CancellationToken stop)
    {
        if (input.IsEmpty || input.Check(viewer.T).Any) return http.Request.WantsJson() ? input.Check(viewer.T).JsonErrors(viewer.T["That did not work"]) : Pages.SeeOther("/introductions");
        if (searches.Wait(viewer.Id, "any:" + input.Href()) is { } wait) return TooMany(http, viewer, wait);
        var answer = await routes.Execute(viewer, input, stop);
        var status = Status(http, ready: answer is not null);
        return http.Request.WantsJson()
            ? Results.Json(answer, statusCode: status)
            : Pages.WithStatus<AnyPage>(status, new { Viewer = viewer, Input = input, Answer = answer });
    }

    private static async Task<IResult> Mutual(Viewer viewer, string handle, long? after, FindMutual mutual, HttpContext http, CancellationToken stop)
    {
        if (await mutual.With(viewer, handle, after, stop) is not { } answer) return Results.NotFound();
        var status = Status(http, ready: answer.People is not null);
        return http.Request.WantsJson() && answer.People is { } people
            ? http.JsonList(people, answer.Next is { } next ? IntroductionAddresses.Mutual(handle, next) : null)
            : Pages.WithStatus<MutualPage>(status, new { Viewer = viewer, Answer = answer, After = after });
    }

    private static async Task<IResult> Map(Viewer viewer, int? circle, MyCircles circles, HttpContext http, CancellationToken stop)
    {
        var answer = await circles.Execute(viewer, stop);
        var status = Status(http, ready: answer is not null);
        return http.Request.WantsJson()
            ? Results.Json(answer?.Only(circle), statusCode: status)
            : Pages.WithStatus<MapPage>(status, new { Viewer = viewer, Answer = answer, Number = circle });
    }

    private static async Task<IResult> To(Viewer viewer, string handle, FindRoutes routes, FindHelpers helpers, PathSearches searches, HttpContext http, CancellationToken stop)
    {
        // Before anybody is looked up: whom one may not see counts like whom one may.
        if (searches.Wait(viewer.Id, PathSearches.To(handle)) is { } wait) return TooMany(http, viewer, wait);
        var answer = await routes.To(viewer, handle, stop);
        if (answer.Outcome == RouteOutcome.NotFound) return Results.NotFound();
        var status = Status(http, ready: answer.Outcome != RouteOutcome.WarmingUp);
        if (http.Request.WantsJson()) return Results.Json(new { answer.Outcome, answer.Target, answer.Routes }, statusCode: status);
        if (http.Request.Headers["Turbo-Frame"] == "reach") return Pages.WithStatus<ReachFrame>(status, new { Viewer = viewer, Answer = answer, Short = true });
        var help = answer.Outcome == RouteOutcome.NoRoute ? await helpers.For(viewer, answer.Target!, stop) : null;
        return Pages.WithStatus<ReachPage>(status, new { Viewer = viewer, Answer = answer, Help = help });
    }

    private static IResult TooMany(HttpContext http, Viewer viewer, Duration wait)
    {
        http.RetryAfter(wait);
        var sentence = PathSearches.Words(viewer.T, wait);
        return http.Request.WantsJson()
            ? Results.Problem(sentence, statusCode: StatusCodes.Status429TooManyRequests, title: viewer.T["That is enough for today"])
            : Pages.WithStatus<PathLimitPage>(StatusCodes.Status429TooManyRequests, new { Viewer = viewer, Sentence = sentence });
    }

    /// <summary>Until the graph is read in: not now, soon.</summary>
    private static int Status(HttpContext http, bool ready)
    {
        if (ready) return StatusCodes.Status200OK;
        http.RetryAfter(Soon);
        return StatusCodes.Status503ServiceUnavailable;
    }
}
