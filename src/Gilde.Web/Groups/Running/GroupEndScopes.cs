using Gilde.Web.Events;
using Gilde.Web.Groups.Files;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups.Running;

/// <summary>What becomes of groups when those who run them go. Only an owner can be last: somebody always takes over, or the group goes with its last member.</summary>
public static class GroupEndScopes
{
    /// <summary>Before a member is erased: their groups get another owner where they were the last, and go where they were the last member.</summary>
    public static async Task LeaveGroupsOf(this GildeDb db, IClock clock, long memberId, CancellationToken stop = default)
    {
        await db.Groups.Where(g => db.Pictures.Any(p => p.Id == g.PictureId && p.OwnerId == memberId)).ExecuteUpdateAsync(s => s.SetProperty(g => g.PictureId, (long?)null), stop);
        await db.DropFilesOf(clock, memberId, stop);
        foreach (var seat in await db.GroupMembers.Where(m => m.MemberId == memberId).ToListAsync(stop))
        {
            var group = await db.Groups.SingleAsync(g => g.Id == seat.GroupId, stop);
            if (group.Members == 1)
            {
                await db.DeleteGroup(clock, group, null, stop);
                continue;
            }
            if (await db.IsLastOwner(seat, stop)) await db.Crown(clock, group, memberId, stop);
            db.Remove(seat);
            group.Members--;
        }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Makes the next in line the owner; whoever cannot act just now only where there is nobody else.</summary>
    internal static async Task<GroupMember?> Crown(this GildeDb db, IClock clock, Group group, long but, CancellationToken stop)
    {
        var heir = await db.NextOwner(group.Id, but, stop)
            ?? await db.GroupMembers.Where(m => m.GroupId == group.Id && m.MemberId != but).OrderByDescending(m => m.Role).ThenBy(m => m.JoinedAt).ThenBy(m => m.MemberId).FirstOrDefaultAsync(stop);
        if (heir is null || heir.Role == GroupRole.Owner) return null;
        heir.Role = GroupRole.Owner;
        db.Record(clock, EventKinds.GroupRoleChanged, null, heir.MemberId, group.Id);
        return heir;
    }

    /// <summary>Takes a group away with all that was said in it; its files and pictures go from the disk once that has committed.</summary>
    internal static async Task DeleteGroup(this GildeDb db, IClock clock, Group group, long? by, CancellationToken stop)
    {
        var posts = db.Posts.Where(p => p.GroupId == group.Id);
        var pictures = await db.Pictures.Where(p => p.Id == group.PictureId
            || db.PostPictures.Any(x => x.PictureId == p.Id && posts.Any(o => o.Id == x.PostId)) || posts.Any(o => o.CoverId == p.Id)).ToListAsync(stop);
        foreach (var picture in pictures) db.Discard(clock, picture);
        db.Discard(clock, await db.VersionsOf(db.FilesIn(group.Id)).ToListAsync(stop));
        db.Remove(group);
        db.Record(clock, EventKinds.GroupDeleted, by, subject: group.Id);
    }

    internal static Task AcceptNoRules(this GildeDb db, long groupId, CancellationToken stop) =>
        db.GroupMembers.Where(m => m.GroupId == groupId).ExecuteUpdateAsync(s => s.SetProperty(m => m.RulesVersion, 0), stop);
}
