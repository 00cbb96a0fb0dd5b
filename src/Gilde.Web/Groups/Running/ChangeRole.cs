using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Groups.Joining;

namespace Gilde.Web.Groups.Running;

/// <summary>An owner gives a member another role, or steps back themselves. The last owner cannot.</summary>
public sealed class ChangeRole(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, long memberId, GroupRole role, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsRunBy(viewer, GroupRole.Owner).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (await db.SeatFor(viewer, group.Id, memberId, stop) is not { } seat) return GroupResult.NotFound;
        if (seat.Role == role) return GroupResult.Done;
        if (role != GroupRole.Owner && await db.IsLastOwner(seat, stop)) return GroupResult.Invalid("role", viewer.T["A group always has an owner. Make somebody else owner first."]);
        seat.Role = role;
        db.Record(clock, EventKinds.GroupRoleChanged, viewer.Id, memberId, group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>Takes a member out of a group: owners anybody but the last owner, moderators plain members.</summary>
public sealed class RemoveFromGroup(GildeDb db, IClock clock)
{
    /// <param name="keepOut">The member cannot come back until somebody who runs the group lets them.</param>
    /// <param name="reason">For who is kept out.</param>
    public Task<GroupResult> Execute(Viewer viewer, string slug, long memberId, bool keepOut, string reason, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsRunBy(viewer, GroupRole.Moderator).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group || memberId == viewer.Id) return GroupResult.NotFound;
        if (await db.SeatFor(viewer, group.Id, memberId, stop) is not { } seat) return GroupResult.NotFound;
        var mine = (await db.Seat(group.Id, viewer.Id, stop))!;
        if (mine.Role != GroupRole.Owner && seat.Role != GroupRole.Member) return GroupResult.NotFound;
        var why = VisibleText.Line(reason);
        if (new FieldErrors().AtMost(GroupBan.MaxReason, viewer.T, "reason", why) is { Any: true } errors) return GroupResult.Invalid(errors);
        if (keepOut && why.Length == 0) return GroupResult.Invalid("reason", viewer.T["Please say why; whoever is kept out reads it."]);
        if (await db.IsLastOwner(seat, stop)) return GroupResult.Invalid("role", viewer.T["A group always has an owner. Make somebody else owner first."]);
        if (keepOut) db.Add(new GroupBan { GroupId = group.Id, MemberId = memberId, ById = viewer.Id, At = clock.GetCurrentInstant(), Reason = why });
        db.Remove(seat);
        group.Members--;
        db.Record(clock, EventKinds.GroupLeft, viewer.Id, memberId, group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>Lets somebody who was kept out come back, if they want to.</summary>
public sealed class LiftBan(GildeDb db)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, long memberId, CancellationToken stop = default) =>
        await db.BansRunBy(viewer, slug, memberId).ExecuteDeleteAsync(stop) == 0 ? GroupResult.NotFound : GroupResult.Done;
}
