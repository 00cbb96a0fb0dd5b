using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

public static class GroupScopes
{
    /// <summary>Groups that exist for the viewer: all but secret ones, and those they belong to.</summary>
    public static IQueryable<Group> GroupsVisibleTo(this GildeDb db, Viewer viewer) =>
        db.Groups.Where(g => g.Kind != GroupKind.Secret || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id));

    /// <summary>Groups whose posts the viewer may read.</summary>
    public static IQueryable<Group> GroupsReadableBy(this GildeDb db, Viewer viewer) => viewer.IsMember
        ? db.Groups.Where(g => g.Kind == GroupKind.Open || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id))
        : db.Groups.Where(g => g.Kind == GroupKind.Open && g.PublicSince != null);

    /// <summary>The viewer's own memberships.</summary>
    public static IQueryable<GroupMember> MembershipsOf(this GildeDb db, Viewer viewer) => db.GroupMembers.Where(m => m.MemberId == viewer.Id);

    /// <summary>Who belongs to a group, of those who exist for the viewer; for a group whose members they may see.</summary>
    public static IQueryable<GroupMember> MembersOf(this GildeDb db, Viewer viewer, long groupId)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.GroupMembers.Where(m => m.GroupId == groupId && visible.Any(v => v.Id == m.MemberId));
    }
}
