using Gilde.Web.Contacts;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

public static class GroupScopes
{
    /// <summary>
    /// Groups that exist for the viewer: all but secret ones, and those they belong to or are invited into; outside the network the public ones.
    /// </summary>
    public static IQueryable<Group> GroupsVisibleTo(this GildeDb db, Viewer viewer)
    {
        if (!viewer.IsMember) return db.GroupsReadableBy(viewer);
        var invited = db.InvitationsTo(viewer);
        return db.Groups.Where(g => g.Kind != GroupKind.Secret || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id) || invited.Any(i => i.GroupId == g.Id));
    }

    /// <summary>Groups whose posts the viewer may read.</summary>
    public static IQueryable<Group> GroupsReadableBy(this GildeDb db, Viewer viewer) => viewer.IsMember
        ? db.Groups.Where(g => g.Kind == GroupKind.Open || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id))
        : db.Groups.Where(g => g.Kind == GroupKind.Open && g.PublicSince != null);

    /// <summary>Groups in which the viewer may write: they belong to it, have accepted the rules that hold, and it is not archived.</summary>
    public static IQueryable<Group> GroupsWritableBy(this GildeDb db, Viewer viewer) =>
        db.Groups.Where(g => g.ArchivedAt == null && db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id && m.RulesVersion == g.RulesVersion));

    /// <summary>Groups that the viewer belongs to.</summary>
    public static IQueryable<Group> GroupsOf(this GildeDb db, Viewer viewer) => db.Groups.Where(g => db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id));

    /// <summary>Groups that the viewer runs, as <paramref name="least"/> or more.</summary>
    public static IQueryable<Group> GroupsRunBy(this GildeDb db, Viewer viewer, GroupRole least) =>
        db.Groups.Where(g => db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id && m.Role >= least));

    /// <summary>The viewer's own memberships.</summary>
    public static IQueryable<GroupMember> MembershipsOf(this GildeDb db, Viewer viewer) => db.GroupMembers.Where(m => m.MemberId == viewer.Id);

    /// <summary>Who belongs to a group, of those who exist for the viewer; for a group whose members they may see.</summary>
    public static IQueryable<GroupMember> MembersOf(this GildeDb db, Viewer viewer, long groupId)
    {
        var visible = db.PeopleOf(viewer, groupId);
        return db.GroupMembers.Where(m => m.GroupId == groupId && visible.Any(v => v.Id == m.MemberId));
    }

    /// <summary>Who exists for the viewer among the members of a group: for those who run it also whoever has blocked them, or nobody could keep that person in order.</summary>
    private static IQueryable<Member> PeopleOf(this GildeDb db, Viewer viewer, long groupId)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.Members.Where(m => m.ActiveSince != null && m.SuspendedAt == null
            && (visible.Any(v => v.Id == m.Id) || db.GroupMembers.Any(r => r.GroupId == groupId && r.MemberId == viewer.Id && r.Role >= GroupRole.Moderator)));
    }

    /// <summary>The same as people, with what they are in the group; those who run it first.</summary>
    public static IQueryable<SeatRow> SeatsIn(this GildeDb db, Viewer viewer, long groupId) =>
        from seat in db.GroupMembers
        join person in db.PeopleOf(viewer, groupId) on seat.MemberId equals person.Id
        where seat.GroupId == groupId
        orderby seat.Role descending, seat.MemberId descending
        select new SeatRow { Id = person.Id, Handle = person.Handle, Name = person.Name, Headline = person.Headline, PictureId = person.PictureId, Role = seat.Role, JoinedAt = seat.JoinedAt };

    /// <summary>What the viewer is invited into, by somebody who exists for them and may still invite, and has not answered.</summary>
    internal static IQueryable<GroupInvitation> InvitationsTo(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.StandingInvitations().Where(i => i.MemberId == viewer.Id && visible.Any(m => m.Id == i.ById));
    }

    /// <summary>Of each of these groups how many members the viewer is not to know of, because of a block.</summary>
    internal static async Task<Dictionary<long, int>> BlockedIn(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> groups, CancellationToken stop)
    {
        var blocked = await db.Blocks.Where(b => b.MemberId == viewer.Id || b.BlockedId == viewer.Id).Select(b => b.MemberId == viewer.Id ? b.BlockedId : b.MemberId).Distinct().ToListAsync(stop);
        if (!viewer.IsMember || blocked.Count == 0) return [];
        return await db.GroupMembers.Where(m => groups.Contains(m.GroupId) && blocked.Contains(m.MemberId)).GroupBy(m => m.GroupId).ToDictionaryAsync(g => g.Key, g => g.Count(), stop);
    }
}

/// <summary>Somebody in a group.</summary>
public sealed class SeatRow
{
    public long Id { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string Headline { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => Pictures.PictureAddress.Small(PictureId);
    [System.Text.Json.Serialization.JsonIgnore]
    public Person Person => new(Id, Handle, Name, Headline, PictureId);
    public GroupRole Role { get; init; }
    public Instant JoinedAt { get; init; }
}
