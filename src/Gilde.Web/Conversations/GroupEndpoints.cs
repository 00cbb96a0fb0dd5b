using Gilde.Web.Introductions;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Conversations;

internal static class GroupEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Post("/messages/groups", Start);
        members.Get("/messages/{id:long}/people", People);
        members.Post("/messages/{id:long}/people", Add);
        members.Post("/messages/{id:long}/title", Rename);
        members.Post("/messages/{id:long}/leave", Leave);
    }

    private static async Task<IResult> Start(HttpContext http, Viewer viewer, GildeDb db, StartGroup start, IFormCollection form, CancellationToken stop)
    {
        var (title, with) = (form["title"].ToString(), NewMessageEndpoints.Values(form["with"]));
        var result = await start.Execute(viewer, title, with, stop);
        return result.Outcome switch
        {
            GroupOutcome.Done when http.Request.WantsJson() => Results.Created($"/messages/{result.ConversationId}", new { result.ConversationId }),
            GroupOutcome.Done => Pages.SeeOther($"/messages/{result.ConversationId}"),
            GroupOutcome.NotFound => Results.NotFound(),
            GroupOutcome.Invalid when http.Request.WantsJson() => result.Errors.JsonErrors(viewer.T["The group was not made."]),
            GroupOutcome.Invalid => Pages.Invalid<NewConversationPage>(await NewMessageEndpoints.Choice(db, viewer, null, with, stop, title, result.Errors)),
        };
    }

    private static async Task<IResult> People(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, CancellationToken stop) =>
        await View(viewer, db, degrees, id, null, stop) is { } view ? Pages.Show<GroupPage>(view) : Results.NotFound();

    private static async Task<IResult> Add(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, ChangeGroup change, IFormCollection form, CancellationToken stop) =>
        await Changed(http, viewer, db, degrees, id, await change.Add(viewer, id, NewMessageEndpoints.Values(form["with"]), stop), $"/messages/{id}", stop);

    private static async Task<IResult> Rename(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, ChangeGroup change, [FromForm] string? title, CancellationToken stop) =>
        await Changed(http, viewer, db, degrees, id, await change.Rename(viewer, id, title, stop), $"/messages/{id}", stop);

    private static async Task<IResult> Leave(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, ChangeGroup change, CancellationToken stop) =>
        await Changed(http, viewer, db, degrees, id, await change.Leave(viewer, id, stop), "/messages", stop);

    private static async Task<IResult> Changed(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, long id, GroupResult result, string then, CancellationToken stop) => result.Outcome switch
    {
        GroupOutcome.Done => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(then),
        GroupOutcome.NotFound => Results.NotFound(),
        GroupOutcome.Invalid when http.Request.WantsJson() => result.Errors.JsonErrors(viewer.T["The group was not changed."]),
        GroupOutcome.Invalid => Pages.Invalid<GroupPage>((await View(viewer, db, degrees, id, result.Errors, stop))!),
    };

    private static async Task<object?> View(Viewer viewer, GildeDb db, Degrees degrees, long id, FieldErrors? errors, CancellationToken stop)
    {
        if (await db.ThreadHead(viewer, id, stop) is not { IsGroup: true } head) return null;
        var contacts = head.LeftAt is null ? await GroupCandidates.Load(db, viewer, head, stop) : [];
        return new { Viewer = viewer, Head = head, Contacts = contacts, Near = degrees.Near(viewer, head.Present.Select(p => p.Id)), Errors = errors ?? new FieldErrors() };
    }
}
