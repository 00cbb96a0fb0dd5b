using Gilde.Web.Events;

namespace Gilde.Web.Groups.Running;

/// <summary>Leaves a group. The last owner names who takes over; the last member deletes the group, after a clear yes.</summary>
public sealed class LeaveGroup(GildeDb db, IClock clock)
{
    /// <param name="heir">Who becomes owner, where the last one leaves.</param>
    /// <param name="delete">Yes, the group goes with its last member.</param>
    public Task<GroupResult> Execute(Viewer viewer, string slug, long? heir, bool delete, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsOf(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        var mine = (await db.Seat(group.Id, viewer.Id, stop))!;
        if (group.Members == 1) return delete ? await Delete(viewer, group, stop) : GroupResult.Invalid("delete", viewer.T["You are the last member: with you the group goes, and everything that was said in it."]);
        if (await db.IsLastOwner(mine, stop) && await HandOver(viewer, group, heir, stop) is { } problem) return problem;
        db.Remove(mine);
        group.Members--;
        db.Record(clock, EventKinds.GroupLeft, viewer.Id, subject: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);

    private async Task<GroupResult?> HandOver(Viewer viewer, Group group, long? heir, CancellationToken stop)
    {
        if (!await db.MembersOf(viewer, group.Id).AnyAsync(m => m.MemberId != viewer.Id, stop))
        {
            // Only such as cannot act just now.
            await db.Crown(clock, group, viewer.Id, stop);
            return null;
        }
        var seat = heir is { } id && id != viewer.Id ? await db.SeatFor(viewer, group.Id, id, stop) : null;
        if (seat is null) return GroupResult.Invalid("heir", viewer.T["Please choose who becomes owner: a group always has one."]);
        seat.Role = GroupRole.Owner;
        db.Record(clock, EventKinds.GroupRoleChanged, viewer.Id, seat.MemberId, group.Id);
        return null;
    }

    private async Task<GroupResult> Delete(Viewer viewer, Group group, CancellationToken stop)
    {
        await db.DeleteGroup(clock, group, viewer.Id, stop);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }
}
