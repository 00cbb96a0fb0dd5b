namespace Gilde.Web.Introductions.Asking;

/// <summary>The first rows of the lists, for the start page of introductions.</summary>
public sealed record MineView(ListPage<HandRow> Waiting, ListPage<RequestedRow> Requested, ListPage<HandRow> Answered)
{
    public const int First = 5;

    public static async Task<MineView> Load(IntroductionLists lists, Viewer viewer, CancellationToken stop) =>
        new(await lists.Waiting(viewer, null, First, stop), await lists.Requested(viewer, null, First, stop), await lists.Answered(viewer, null, First, stop));
}

/// <summary>What waits for an answer, what was asked, what was passed on: whole, page by page.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/introductions/waiting", Waiting);
        members.Get("/introductions/requests", Requested);
        members.Get("/introductions/passed", Answered);
    }

    private static async Task<IResult> Waiting(HttpContext http, Viewer viewer, IntroductionLists lists, long? after, CancellationToken stop)
    {
        var page = await lists.Waiting(viewer, after, stop: stop);
        return http.Request.WantsJson() ? Json(http, page, "waiting") : Pages.Show<WaitingIntroductionsPage>(new { Viewer = viewer, Waiting = page, After = after });
    }

    private static async Task<IResult> Requested(HttpContext http, Viewer viewer, IntroductionLists lists, long? after, CancellationToken stop)
    {
        var page = await lists.Requested(viewer, after, stop: stop);
        return http.Request.WantsJson() ? Json(http, page, "requests") : Pages.Show<RequestedIntroductionsPage>(new { Viewer = viewer, Requested = page, After = after });
    }

    private static async Task<IResult> Answered(HttpContext http, Viewer viewer, IntroductionLists lists, long? after, CancellationToken stop)
    {
        var page = await lists.Answered(viewer, after, stop: stop);
        return http.Request.WantsJson() ? Json(http, page, "passed") : Pages.Show<AnsweredIntroductionsPage>(new { Viewer = viewer, Answered = page, After = after });
    }

    private static IResult Json<T>(HttpContext http, ListPage<T> page, string list)
    {
        if (page.After is { } next) http.Response.Headers.Link = $"</introductions/{list}?after={next}>; rel=\"next\"";
        return Results.Json(page.Rows);
    }
}
