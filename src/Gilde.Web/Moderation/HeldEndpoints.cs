using System.Globalization;
using Gilde.Web.Conversations;

namespace Gilde.Web.Moderation;

/// <summary>First messages that were held, and what moderators do about them.</summary>
internal static class HeldEndpoints
{
    private const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin/held", Held);
        moderators.Post("/admin/held/{id:long}/release", (long id, HttpContext http, Viewer viewer, ReviewFirstMessage review, CancellationToken stop) => Reviewed(http, review.Execute(viewer, id, release: true, stop), "The message was delivered."));
        moderators.Post("/admin/held/{id:long}/drop", (long id, HttpContext http, Viewer viewer, ReviewFirstMessage review, CancellationToken stop) => Reviewed(http, review.Execute(viewer, id, release: false, stop), "The message was dropped."));
    }

    private static async Task<IResult> Held(HttpContext http, Viewer viewer, GildeDb db, long? after, CancellationToken stop)
    {
        var rows = db.HeldRows(viewer);
        if (after is { } id) rows = rows.Where(r => r.MessageId > id);
        var found = await rows.OrderBy(r => r.MessageId).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"/admin/held?after={page[^1].MessageId}") : null;
        return http.Request.WantsJson() ? http.JsonList(page, next) : Pages.Show<HeldPage>(new { Viewer = viewer, Rows = page, Next = next });
    }

    private static async Task<IResult> Reviewed(HttpContext http, Task<bool> done, string said) =>
        await done ? http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/admin/held", said) : Results.NotFound();
}
