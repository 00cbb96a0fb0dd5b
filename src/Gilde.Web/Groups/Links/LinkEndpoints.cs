using Gilde.Web.Formats;
using Gilde.Web.Groups.Files;

namespace Gilde.Web.Groups.Links;

/// <summary>The links that a group keeps.</summary>
internal static class LinkEndpoints
{
    private const int PageSize = 40;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/groups/{slug}/links", List).RequireRateLimiting(RateLimits.People);
        members.Post("/groups/{slug}/links", async (string slug, HttpContext http, Viewer viewer, GildeDb db, KeepLink keep, CancellationToken stop) =>
        {
            var (title, address) = (await http.Field("title"), await http.Field("address"));
            return await (await keep.Execute(viewer, slug, title, address, stop)).After(http, viewer, $"/groups/{slug}/links", "The link is there.",
                (status, errors) => Page(slug, http, viewer, db, null, null, status, errors, stop, title, address));
        }).RequireRateLimiting(RateLimits.People);
        members.Post("/groups/{slug}/links/{id:long}/remove", async (string slug, long id, HttpContext http, Viewer viewer, RemoveLink remove, CancellationToken stop) =>
            await (await remove.Execute(viewer, slug, id, stop)).After(http, viewer, $"/groups/{slug}/links", "Removed.", (_, _) => Task.FromResult(Results.NotFound())));
    }

    private static Task<IResult> List(string slug, HttpContext http, Viewer viewer, GildeDb db, string? q, long? before, CancellationToken stop) => Page(slug, http, viewer, db, q, before, StatusCodes.Status200OK, new FieldErrors(), stop);

    private static async Task<IResult> Page(string slug, HttpContext http, Viewer viewer, GildeDb db, string? q, long? before, int status, FieldErrors errors, CancellationToken stop, string? title = null, string? address = null)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        var words = VisibleText.Cut(VisibleText.Line(q ?? ""), 100);
        var rows = db.LinkRows(viewer, group.Id);
        foreach (var word in Search.Words.Of(words).Take(5)) rows = rows.Where(l => l.Words.Contains(word));
        if (before is { } last) rows = rows.Where(l => l.Id < last);
        var found = await rows.Take(PageSize + 1).ToListAsync(stop);
        var cursor = found.Count > PageSize ? found[PageSize - 1].Id : (long?)null;
        var next = cursor is null ? null : $"{group.Href}/links" + (words.Length > 0 ? QueryString.Create("q", words) : QueryString.Empty).Add("before", $"{cursor}");
        List<LinkRow> links = [.. found.Take(PageSize)];
        return http.Request.WantsJson() ? http.JsonList(links, next)
            : Pages.WithStatus<LinksPage>(status, new { Viewer = viewer, Group = group, Links = links, Words = words, Before = before, Next = next, NextFrame = cursor, Errors = errors, Title = title, Address = address });
    }
}
