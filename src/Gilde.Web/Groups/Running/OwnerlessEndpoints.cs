using Gilde.Web.Formats;

namespace Gilde.Web.Groups.Running;

/// <summary>A group whose owners cannot act, as the network's moderators see it.</summary>
public sealed record OwnerlessGroup(long Id, string Name, bool IsSecret, int Members);

/// <summary>Groups whose owners are suspended: the network's moderators appoint another.</summary>
internal static class OwnerlessEndpoints
{
    public static void MapOwnerless(this IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin/groups", async (Viewer viewer, GildeDb db, CancellationToken stop) => await Page(viewer, db, 0, StatusCodes.Status200OK, new FieldErrors(), stop));
        moderators.Post("/admin/groups/{id:long}/owner", async (long id, HttpContext http, Viewer viewer, GildeDb db, AppointOwner appoint, CancellationToken stop) =>
            await (await appoint.Execute(viewer, id, VisibleText.Line(await http.Field("handle") ?? "").TrimStart('@').ToLowerInvariant(), stop))
                .After(http, viewer, "/admin/groups", "The group has an owner again.", (status, errors) => Page(viewer, db, id, status, errors, stop)));
    }

    private static async Task<IResult> Page(Viewer viewer, GildeDb db, long tried, int status, FieldErrors errors, CancellationToken stop)
    {
        var groups = await db.GroupsWithoutOwner(viewer).Take(100).Select(g => new OwnerlessGroup(g.Id, g.Kind == GroupKind.Secret ? "" : g.Name, g.Kind == GroupKind.Secret, g.Members)).ToListAsync(stop);
        return Pages.WithStatus<OwnerlessGroupsPage>(status, new { Viewer = viewer, Groups = groups, Tried = tried, Errors = errors });
    }
}
