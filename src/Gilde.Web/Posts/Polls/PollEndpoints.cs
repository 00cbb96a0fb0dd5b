namespace Gilde.Web.Posts.Polls;

public static class PollEndpoints
{
    public static void MapPolls(this IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/posts/{id:long}/poll", Show).RequireRateLimiting(RateLimits.People);
        app.For(Access.Members).Post("/posts/{id:long}/vote", Cast).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Show(long id, string? change, HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (await PollState.One(db, viewer, id, clock.GetCurrentInstant(), stop) is not { } poll) return Results.NotFound();
        return http.Request.WantsJson() ? Results.Json(poll) : Pages.Show<PollPage>(new { Viewer = viewer, Poll = poll, IsChanging = change == "1" });
    }

    private static async Task<IResult> Cast(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, Vote vote, CancellationToken stop)
    {
        var options = (await Chosen(http, stop)).Take(Poll.MaxOptions + 1).ToList();
        var outcome = await vote.Execute(viewer, id, options, stop);
        if (outcome == Voting.NotFound || await PollState.One(db, viewer, id, clock.GetCurrentInstant(), stop) is not { } poll) return Results.NotFound();
        if (outcome == Voting.Counted) return http.Request.WantsJson() ? Results.Json(poll) : Pages.SeeOther($"/posts/{id}/poll");
        var error = outcome == Voting.Closed ? viewer.T["This poll is closed, or not open to you."] : poll.IsMultiple ? viewer.T["Please choose at least one option."] : viewer.T["Please choose one option."];
        if (http.Request.WantsJson()) return new FieldErrors().Add("option", error).JsonErrors(viewer.T["Your vote was not counted."]);
        return Pages.Invalid<PollPage>(new { Viewer = viewer, Poll = poll, IsChanging = true, Error = error });
    }

    private static async Task<IEnumerable<long>> Chosen(HttpContext http, CancellationToken stop)
    {
        if (!http.Request.HasJsonContentType()) return (await http.Form())["option"].Select(v => long.TryParse(v, out var id) ? id : 0);
        try
        {
            return (await http.Request.ReadFromJsonAsync<VoteInput>(stop))?.Options ?? [];
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new BadHttpRequestException("The vote cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }

    private sealed record VoteInput(IReadOnlyList<long>? Options);
}
