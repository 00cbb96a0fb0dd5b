using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Groups.Joining;

/// <summary>Ways into a group, and what stands before them: rules, requests, invitations.</summary>
internal static class JoiningEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Post("/groups/{slug}/join", async (string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, JoinGroup join, CancellationToken stop) =>
            await OnPage(await join.Execute(viewer, slug, await Accepted(http), stop), slug, http, viewer, db, pages, "You are a member now.", stop));
        members.Post("/groups/{slug}/ask", async (string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, AskToJoin ask, CancellationToken stop) =>
            await OnPage(await ask.Execute(viewer, slug, VisibleText.Block(await http.Field("words") ?? ""), await Accepted(http), stop), slug, http, viewer, db, pages, "Your request is on its way.", stop)).RequireRateLimiting(RateLimits.People);
        members.Post("/groups/{slug}/ask/withdraw", async (string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, WithdrawGroupRequest withdraw, CancellationToken stop) =>
            await OnPage(await withdraw.Execute(viewer, slug, stop), slug, http, viewer, db, pages, "Request withdrawn.", stop));
        members.Post("/groups/{slug}/rules", async (string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, AcceptRules accept, CancellationToken stop) =>
            await OnPage(await accept.Execute(viewer, slug, await Accepted(http), stop), slug, http, viewer, db, pages, "Thank you. You can write here.", stop));
        members.Post("/groups/{slug}/welcome", async (string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, PutWelcomeAway put, CancellationToken stop) =>
            await OnPage(await put.Execute(viewer, slug, stop), slug, http, viewer, db, pages, "Enjoy the group.", stop));
        members.Post("/groups/{slug}/decline", async (string slug, HttpContext http, Viewer viewer, DeclineInvitation decline, CancellationToken stop) =>
            await (await decline.Execute(viewer, slug, stop)).After(http, viewer, "/groups", "Declined. Nobody learns of it.", Never));
        members.Get("/groups/{slug}/requests", async (string slug, Viewer viewer, GildeDb db, CancellationToken stop) => await Admission(slug, viewer, db, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/requests/{id:long}/accept", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, DecideRequest decide, CancellationToken stop) =>
            await OnAdmission(await decide.Execute(viewer, slug, id, letIn: true, stop), slug, http, viewer, db, "Let in.", stop));
        members.Post("/groups/{slug}/requests/{id:long}/decline", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, DecideRequest decide, CancellationToken stop) =>
            await OnAdmission(await decide.Execute(viewer, slug, id, letIn: false, stop), slug, http, viewer, db, "Declined. Nobody learns of it.", stop));
        members.Post("/groups/{slug}/invitations/{id:long}/withdraw", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, WithdrawInvitation withdraw, CancellationToken stop) =>
            await OnAdmission(await withdraw.Execute(viewer, slug, id, stop), slug, http, viewer, db, "Invitation withdrawn.", stop));
        members.Post("/groups/{slug}/bans/{id:long}/lift", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, Running.LiftBan lift, CancellationToken stop) =>
            await OnAdmission(await lift.Execute(viewer, slug, id, stop), slug, http, viewer, db, "They can come back.", stop));
    }

    /// <summary>The version of the rules whose box was ticked.</summary>
    private static async Task<int> Accepted(HttpContext http) => int.TryParse(await http.Field("rules"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static Task<IResult> OnPage(GroupResult result, string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, string said, CancellationToken stop) =>
        result.After(http, viewer, "/groups/" + slug, said, async (status, errors) =>
            await db.GroupAt(viewer, slug, stop) is { } group ? await pages.Show(viewer, group, null, status, errors, await http.Field("words"), stop) : Results.NotFound());

    private static Task<IResult> OnAdmission(GroupResult result, string slug, HttpContext http, Viewer viewer, GildeDb db, string said, CancellationToken stop) =>
        result.After(http, viewer, $"/groups/{slug}/requests", said, (status, errors) => Admission(slug, viewer, db, status, errors, stop));

    private static async Task<IResult> Admission(string slug, Viewer viewer, GildeDb db, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { Runs: true } group) return Results.NotFound();
        return Pages.WithStatus<AdmissionPage>(status, new
        {
            Viewer = viewer, Group = group, Requests = await db.RequestsFor(viewer, group.Id).Take(100).ToListAsync(stop), Invited = await db.InvitedInto(viewer, group.Id).Take(100).ToListAsync(stop),
            KeptOut = await db.BansIn(group.Id).Take(100).ToListAsync(stop), Errors = errors,
        });
    }

    private static Task<IResult> Never(int status, FieldErrors errors) => Task.FromResult(Results.NotFound());
}
