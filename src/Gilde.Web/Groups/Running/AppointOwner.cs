using Gilde.Web.Admin;
using Gilde.Web.Events;

namespace Gilde.Web.Groups.Running;

/// <summary>A moderator of the network gives a group an owner whose own ones cannot act. In a secret group, which they do not see into, the next in line it is.</summary>
public sealed class AppointOwner(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, long groupId, string handle, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsWithoutOwner(viewer).SingleOrDefaultAsync(g => g.Id == groupId, stop) is not { } group) return GroupResult.NotFound;
        var seat = handle.Length == 0 || group.Kind == GroupKind.Secret ? await db.NextOwner(group.Id, 0, stop) : await db.ActingNamed(group.Id, handle, stop);
        if (seat is null) return GroupResult.Invalid("handle", viewer.T["No member of the group with that address can act as owner."]);
        seat.Role = GroupRole.Owner;
        db.Audit(clock, viewer.Id, AuditAction.GroupOwnerAppointed, seat.MemberId, group.Kind == GroupKind.Secret ? $"group {group.Id}" : group.Name);
        db.Record(clock, EventKinds.GroupRoleChanged, viewer.Id, seat.MemberId, group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}
