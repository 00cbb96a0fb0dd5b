using Gilde.Web.Accounts;

namespace Gilde.Web.Admin;

internal static class MemberEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin/members", List);
        moderators.Get("/admin/members/{id:long}", async (Viewer viewer, long id, GildeDb db) => await Page(viewer, id, db, new FieldErrors()));
        moderators.Post("/admin/members/{id:long}/suspend", Suspend);
        moderators.Post("/admin/members/{id:long}/restore", Restore);
        var operators = app.For(Access.Operators);
        operators.Post("/admin/members/{id:long}/approve", async (Viewer viewer, long id, DecideSignUp decide) => Decided(await decide.Approve(Actor.Of(viewer), id)));
        operators.Post("/admin/members/{id:long}/decline", async (Viewer viewer, long id, DecideSignUp decide) => Decided(await decide.Decline(Actor.Of(viewer), id)));
        operators.Post("/admin/members/{id:long}/roles", Grant);
        operators.Post("/admin/members/{id:long}/roles/{role}/revoke", Revoke);
    }

    private static async Task<IResult> List(Viewer viewer, GildeDb db, string? q, string? show, long? before)
    {
        var members = db.MembersToModerate(viewer);
        if (before is { } last) members = members.Where(m => m.Id < last);
        if (q is { Length: > 0 and <= 200 })
        {
            var (word, pattern) = (q.Trim().ToLowerInvariant(), LikePattern.InAnyCase(q.Trim()));
            members = members.Where(m => EF.Functions.Like(m.Name.ToLower(), pattern, LikePattern.Escape) || m.Handle.Contains(word)
                || viewer.IsOperator && db.Users.Any(a => a.Id == m.Id && EF.Functions.Like(a.Email!.ToLower(), pattern, LikePattern.Escape)));
        }
        members = show switch
        {
            "waiting" => members.Where(m => db.Users.Any(a => a.Id == m.Id && a.AwaitsApproval)),
            "suspended" => members.Where(m => m.SuspendedAt != null),
            "roles" => members.Where(m => db.RoleGrants.Any(g => g.MemberId == m.Id)),
            _ => members,
        };
        var rows = await members.OrderByDescending(m => m.Id).Rows(db, viewer.IsOperator).Take(PageSize + 1).ToListAsync();
        var next = rows.Count > PageSize ? rows[PageSize - 1].Id : (long?)null;
        return Pages.Show<MembersPage>(new { Viewer = viewer, Rows = rows.Take(PageSize).ToList(), Next = next, Query = q, Show = show ?? "all", Waiting = await db.Users.CountAsync(a => a.AwaitsApproval) });
    }

    private static async Task<IResult> Page(Viewer viewer, long id, GildeDb db, FieldErrors errors, string? reason = null)
    {
        if (await db.MembersToModerate(viewer).Where(m => m.Id == id).Rows(db, viewer.IsOperator).SingleOrDefaultAsync() is not { } row) return Results.NotFound();
        var entries = await db.AuditEntries.AsNoTracking().Where(a => a.MemberId == id).OrderByDescending(a => a.Id).Take(20).ToListAsync();
        var suspension = await db.Suspensions.AsNoTracking().SingleOrDefaultAsync(s => s.MemberId == id);
        var names = await db.NamesOf(entries.Where(e => e.ById != null).Select(e => e.ById!.Value));
        var model = new { Viewer = viewer, Row = row, Suspension = suspension, Entries = entries, Names = names, Reason = reason, Errors = errors };
        return errors.Any ? Pages.Invalid<MemberPage>(model) : Pages.Show<MemberPage>(model);
    }

    private static async Task<IResult> Suspend(Viewer viewer, long id, SuspendMember suspend, GildeDb db, HttpContext http)
    {
        var reason = await http.Field("reason");
        var t = viewer.T;
        var problem = await suspend.Execute(Actor.Of(viewer), id, reason) switch
        {
            SuspendOutcome.Done or SuspendOutcome.AlreadyDone => null,
            SuspendOutcome.NotFound => "",
            SuspendOutcome.ReasonMissing => t["Please give a reason of up to {0} characters; the member reads it.", SuspendMember.MaxReason],
            SuspendOutcome.NotAllowed => t["You cannot suspend yourself, and only operators suspend people with a role."],
            SuspendOutcome.LastOperator => t["This is the only operator. Give the role to somebody else first."],
        };
        return problem switch
        {
            null => Pages.SeeOther($"/admin/members/{id}"),
            "" => Results.NotFound(),
            _ => await Page(viewer, id, db, new FieldErrors().Add("reason", problem), reason),
        };
    }

    private static async Task<IResult> Restore(Viewer viewer, long id, RestoreMember restore) =>
        await restore.Execute(Actor.Of(viewer), id) == SuspendOutcome.NotFound ? Results.NotFound() : Pages.SeeOther($"/admin/members/{id}");

    private static IResult Decided(ApprovalOutcome outcome) => outcome == ApprovalOutcome.Done ? Pages.SeeOther("/admin/members?show=waiting") : Results.NotFound();

    private static async Task<IResult> Grant(Viewer viewer, long id, GrantRole grant, HttpContext http)
    {
        if (Role(await http.Field("role")) is not { } role) return Results.NotFound();
        return await grant.Execute(Actor.Of(viewer), id, role) == RoleOutcome.NotFound ? Results.NotFound() : Pages.SeeOther($"/admin/members/{id}");
    }

    private static async Task<IResult> Revoke(Viewer viewer, long id, string role, RevokeRole revoke, GildeDb db)
    {
        if (Role(role) is not { } taken) return Results.NotFound();
        return await revoke.Execute(Actor.Of(viewer), id, taken) switch
        {
            RoleOutcome.LastOperator => await Page(viewer, id, db, new FieldErrors().Add("role", viewer.T["This is the only operator. Give the role to somebody else first."])),
            RoleOutcome.NotFound => Results.NotFound(),
            RoleOutcome.Done or RoleOutcome.AlreadyDone => Pages.SeeOther($"/admin/members/{id}"),
        };
    }

    private static MemberRole? Role(string? name) => name switch
    {
        "moderator" => MemberRole.Moderator,
        "operator" => MemberRole.Operator,
        _ => null,
    };
}
