namespace Gilde.Web.Search;

public static class SearchEndpoints
{
    public static void MapSearch(this WebApplication app) => app.For(Access.Members).Get("/search", Search).RequireRateLimiting(RateLimits.People);

    private static async Task<IResult> Search(Viewer viewer, [AsParameters] SearchInput input, FindPeople people, HttpContext http, CancellationToken stop)
    {
        var errors = input.Check(viewer.T);
        if (errors.Any) return http.Request.WantsJson() ? errors.JsonErrors(viewer.T["That did not work"]) : Pages.Invalid<SearchPage>(new { Viewer = viewer, Input = new SearchInput(), Errors = errors });
        if (input.IsEmpty) return http.Request.WantsJson() ? http.JsonList<FoundPerson>([], null) : Pages.Show<SearchPage>(new { Viewer = viewer, Input = input });

        var answer = await people.Execute(viewer, input, stop);
        var next = answer.Next is null ? null : (input with { After = answer.Next }).Href();
        if (http.Request.WantsJson()) return SearchJson.List(http, answer.People, next);
        var parameters = new { Viewer = viewer, Input = input, Answer = answer, Next = next };
        return http.Request.Headers["Turbo-Frame"].ToString().StartsWith(FoundRows.FramePrefix, StringComparison.Ordinal) ? Pages.Show<FoundRows>(parameters) : Pages.Show<SearchPage>(parameters);
    }
}
