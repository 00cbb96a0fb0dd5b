using System.Globalization;
using Gilde.Web.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Groups.Running;

/// <summary>What owners and moderators do with a group and its members, and leaving it.</summary>
internal static class RunningEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/groups/{slug}/settings", async (string slug, Viewer viewer, GildeDb db, CancellationToken stop) => await Settings(slug, viewer, db, null, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/settings", Change).WithMetadata(new RequestSizeLimitAttribute(GroupEndpoints.MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        members.Post("/groups/{slug}/archive", async (string slug, HttpContext http, Viewer viewer, GildeDb db, ArchiveGroup archive, CancellationToken stop) =>
            await (await archive.Execute(viewer, slug, await http.Field("on") != "false", stop)).After(http, viewer, "/groups/" + slug, "Saved.", (status, errors) => Settings(slug, viewer, db, null, status, errors, stop)));
        members.Get("/groups/{slug}/leave", async (string slug, Viewer viewer, GildeDb db, CancellationToken stop) => await LeavePage(slug, viewer, db, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/leave", async (string slug, HttpContext http, Viewer viewer, GildeDb db, LeaveGroup leave, CancellationToken stop) =>
            await (await leave.Execute(viewer, slug, Number(await http.Field("heir")), await http.Field("delete") == "true", stop))
                .After(http, viewer, "/groups", "You have left the group.", (status, errors) => LeavePage(slug, viewer, db, status, errors, stop)));
        members.Get("/groups/{slug}/members/{id:long}", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop) =>
            await Seat(slug, id, http, viewer, db, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/members/{id:long}/role", Role);
        members.Post("/groups/{slug}/members/{id:long}/remove", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, RemoveFromGroup remove, CancellationToken stop) =>
            await (await remove.Execute(viewer, slug, id, await http.Field("keepout") == "true", await http.Field("reason") ?? "", stop))
                .After(http, viewer, $"/groups/{slug}/members", "Removed.", (status, errors) => Seat(slug, id, http, viewer, db, status, errors, stop)));
        app.MapOwnerless();
    }

    private static async Task<IResult> Change(string slug, HttpContext http, Viewer viewer, GildeDb db, ChangeGroup change, [FromForm] GroupInput? input, CancellationToken stop)
    {
        await using var picture = await http.Picture();
        return await (await change.Execute(viewer, slug, input ?? new(), picture, stop)).After(http, viewer, "/groups/" + slug, "Saved.", (status, errors) => Settings(slug, viewer, db, input, status, errors, stop));
    }

    private static async Task<IResult> Settings(string slug, Viewer viewer, GildeDb db, GroupInput? input, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsOwner: true } group) return Results.NotFound();
        return Pages.WithStatus<GroupSettingsPage>(status, new
        {
            Viewer = viewer, Group = group, Input = input ?? InputOf(group), IsClosedByNetwork = group.ArchivedAt is not null && await db.IsArchivedByDecision(group.Id, stop), Errors = errors,
        });
    }

    private static GroupInput InputOf(GroupView group) => new()
    {
        Name = group.Name, Summary = group.Summary, Description = group.Description, Kind = group.Kind.ToString().ToLowerInvariant(), Public = group.IsPublic, Rules = group.Rules, Welcome = group.Welcome,
        Tags = string.Join(", ", group.Tags), Slow = group.SlowSeconds, Moderated = group.ModeratedSince is not null,
    };

    private static async Task<IResult> LeavePage(string slug, Viewer viewer, GildeDb db, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsMember: true } group) return Results.NotFound();
        var isLast = await db.IsLastOwner((await db.Seat(group.Id, viewer.Id, stop))!, stop);
        var others = isLast ? await db.SeatsIn(viewer, group.Id).Where(s => s.Id != viewer.Id).Take(100).ToListAsync(stop) : [];
        return Pages.WithStatus<LeaveGroupPage>(status, new { Viewer = viewer, Group = group, Others = others, IsAlone = await db.IsAloneIn(viewer, group.Id, stop), IsLastOwner = isLast && others.Count > 0, Errors = errors });
    }

    private static async Task<IResult> Seat(string slug, long id, HttpContext http, Viewer viewer, GildeDb db, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { Runs: true } group || await db.SeatsIn(viewer, group.Id).SingleOrDefaultAsync(s => s.Id == id, stop) is not { } seat) return Results.NotFound();
        if (!group.IsOwner && seat.Role != GroupRole.Member) return Results.NotFound();
        return Pages.WithStatus<SeatPage>(status, new { Viewer = viewer, Group = group, Seat = seat, Errors = errors, Reason = await http.Field("reason"), KeepOut = await http.Field("keepout") == "true" });
    }

    private static async Task<IResult> Role(string slug, long id, HttpContext http, Viewer viewer, GildeDb db, ChangeRole change, CancellationToken stop)
    {
        if (!Enum.TryParse<GroupRole>(await http.Field("role"), ignoreCase: true, out var role) || !Enum.IsDefined(role)) return Results.NotFound();
        return await (await change.Execute(viewer, slug, id, role, stop)).After(http, viewer, $"/groups/{slug}/members", "Saved.", (status, errors) => Seat(slug, id, http, viewer, db, status, errors, stop));
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
