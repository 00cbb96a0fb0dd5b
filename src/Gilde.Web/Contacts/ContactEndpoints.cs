using Gilde.Web.Data;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Contacts;

public static class ContactEndpoints
{
    private const int MostTags = 60;

    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts", List);
        members.Post("/contacts/{id:long}/remove", Remove);
        members.Post("/members/{id:long}/block", Block);
        app.MapRequests();
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, string? q, string? tag, string? sort, string? after, CancellationToken stop)
    {
        var search = new ContactSearch(q, tag, Enum.TryParse<ContactSort>(sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : ContactSort.Name, after);
        var page = await ContactList.Load(db, viewer, search, stop);
        var next = page.After is null ? null : search.Href(page.After);
        if (http.Request.WantsJson()) return http.JsonList(page.Rows, next);
        var tags = await db.TagsOf(viewer).OrderBy(t => t.Tag).Take(MostTags).ToListAsync(stop);
        return Pages.Show<ContactsPage>(new { Viewer = viewer, Search = search, Rows = page.Rows, Next = next, Tags = tags });
    }

    private static async Task<IResult> Remove(long id, HttpContext http, Viewer viewer, PartWays part, CancellationToken stop)
    {
        if (!await part.Remove(viewer, id, stop)) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/contacts");
    }

    private static async Task<IResult> Block(long id, HttpContext http, Viewer viewer, PartWays part, CancellationToken stop)
    {
        if (!await part.Block(viewer, id, stop)) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/blocks");
    }
}
