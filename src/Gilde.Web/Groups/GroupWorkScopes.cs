using Gilde.Web.Groups.Joining;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

/// <summary>What the operations on groups look up beside what their viewer may see.</summary>
internal static class GroupWorkScopes
{
    public static IQueryable<Instant> FoundedLately(this GildeDb db, Viewer viewer, Instant since) => db.Groups.Where(g => g.CreatedById == viewer.Id && g.CreatedAt > since).Select(g => g.CreatedAt);

    public static Task<HashSet<string>> SlugsLike(this GildeDb db, string slug, CancellationToken stop) => db.Groups.Where(g => g.Slug.StartsWith(slug)).Select(g => g.Slug).ToHashSetAsync(stop);

    /// <summary>Somebody's place in a group, for changing it.</summary>
    public static Task<GroupMember?> Seat(this GildeDb db, long groupId, long memberId, CancellationToken stop) =>
        db.GroupMembers.SingleOrDefaultAsync(m => m.GroupId == groupId && m.MemberId == memberId, stop);

    /// <summary>The place of somebody who exists for the viewer, or whom they keep in order.</summary>
    public static Task<GroupMember?> SeatFor(this GildeDb db, Viewer viewer, long groupId, long memberId, CancellationToken stop) =>
        db.MembersOf(viewer, groupId).SingleOrDefaultAsync(m => m.MemberId == memberId, stop);

    /// <summary>Places of those who can act: neither suspended nor on their way out of the network.</summary>
    public static IQueryable<GroupMember> ActingIn(this GildeDb db, long groupId) =>
        db.GroupMembers.Where(m => m.GroupId == groupId && db.Members.Any(x => x.Id == m.MemberId && x.ActiveSince != null && x.SuspendedAt == null));

    public static Task<GroupMember?> ActingNamed(this GildeDb db, long groupId, string handle, CancellationToken stop) =>
        db.ActingIn(groupId).SingleOrDefaultAsync(m => db.Members.Any(x => x.Id == m.MemberId && x.Handle == handle), stop);

    /// <summary>Whether the group would be without an owner who can act if this one were none.</summary>
    public static async Task<bool> IsLastOwner(this GildeDb db, GroupMember seat, CancellationToken stop) =>
        seat.Role == GroupRole.Owner && !await db.ActingIn(seat.GroupId).AnyAsync(m => m.Role == GroupRole.Owner && m.MemberId != seat.MemberId, stop);

    public static async Task<bool> IsAloneIn(this GildeDb db, Viewer viewer, long groupId, CancellationToken stop) =>
        !await db.GroupMembers.AnyAsync(m => m.GroupId == groupId && m.MemberId != viewer.Id, stop);

    /// <summary>Who comes next as owner: the moderator who has been in the group longest, else the member who has.</summary>
    public static Task<GroupMember?> NextOwner(this GildeDb db, long groupId, long but, CancellationToken stop = default) =>
        db.ActingIn(groupId).Where(m => m.MemberId != but && m.Role != GroupRole.Owner).OrderByDescending(m => m.Role).ThenBy(m => m.JoinedAt).ThenBy(m => m.MemberId).FirstOrDefaultAsync(stop);

    /// <summary>What somebody asked of a group, withdrawn and declined requests too.</summary>
    public static Task<GroupRequest?> RequestOf(this GildeDb db, long groupId, long memberId, CancellationToken stop) =>
        db.GroupRequests.SingleOrDefaultAsync(r => r.GroupId == groupId && r.MemberId == memberId, stop);

    /// <summary>Somebody's invitation into a group, a declined one too.</summary>
    public static Task<GroupInvitation?> InvitationOf(this GildeDb db, long groupId, long memberId, CancellationToken stop) =>
        db.GroupInvitations.SingleOrDefaultAsync(i => i.GroupId == groupId && i.MemberId == memberId, stop);

    public static IQueryable<GroupInvitation> InvitationsBy(this GildeDb db, Viewer viewer) => db.GroupInvitations.Where(i => i.ById == viewer.Id);

    /// <summary>Invitations of somebody that the viewer may take back: their own, and all into groups that they run.</summary>
    public static IQueryable<GroupInvitation> InvitationsRunBy(this GildeDb db, Viewer viewer, string slug, long memberId)
    {
        var (run, groups) = (db.GroupsRunBy(viewer, GroupRole.Moderator), db.GroupsOf(viewer).Where(g => g.Slug == slug));
        return db.GroupInvitations.Where(i => i.MemberId == memberId && (i.DeclinedAt == null || i.DeclinedAt != i.At) && groups.Any(g => g.Id == i.GroupId) && (i.ById == viewer.Id || run.Any(g => g.Id == i.GroupId)));
    }

    /// <summary>What keeps one of these people out of a group.</summary>
    public static IQueryable<GroupBan> BansOf(this GildeDb db, long groupId, params IReadOnlyCollection<long> people) => db.GroupBans.Where(b => b.GroupId == groupId && people.Contains(b.MemberId));

    /// <summary>Bans in a group that the viewer runs.</summary>
    public static IQueryable<GroupBan> BansRunBy(this GildeDb db, Viewer viewer, string slug, long memberId)
    {
        var groups = db.GroupsRunBy(viewer, GroupRole.Moderator).Where(g => g.Slug == slug);
        return db.GroupBans.Where(b => b.MemberId == memberId && groups.Any(g => g.Id == b.GroupId));
    }

    /// <summary>Gives somebody a place; what they asked or were invited for is settled with it.</summary>
    public static async Task TakeIn(this GildeDb db, Group group, long memberId, int rulesVersion, Instant now, CancellationToken stop)
    {
        await db.GroupRequests.Where(r => r.GroupId == group.Id && r.MemberId == memberId).ExecuteDeleteAsync(stop);
        await db.GroupInvitations.Where(i => i.GroupId == group.Id && i.MemberId == memberId).ExecuteDeleteAsync(stop);
        await db.GroupFollows.Where(f => f.GroupId == group.Id && f.MemberId == memberId).ExecuteDeleteAsync(stop);
        db.Add(new GroupMember { GroupId = group.Id, MemberId = memberId, JoinedAt = now, RulesVersion = rulesVersion, WelcomedAt = group.Welcome.Length == 0 ? now : null });
        group.Members++;
    }

    /// <summary>Invitations that wait for an answer and whose inviter may still invite: belongs to the group, and runs it unless it is open.</summary>
    public static IQueryable<GroupInvitation> StandingInvitations(this GildeDb db) => db.GroupInvitations.Where(i => i.DeclinedAt == null
        && db.GroupMembers.Any(m => m.GroupId == i.GroupId && m.MemberId == i.ById && (m.Role >= GroupRole.Moderator || db.Groups.Any(g => g.Id == i.GroupId && g.Kind == GroupKind.Open))));

    /// <summary>Groups into which the viewer may invite.</summary>
    public static IQueryable<Group> GroupsInvitedBy(this GildeDb db, Viewer viewer) =>
        db.Groups.Where(g => db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id && (g.Kind == GroupKind.Open || m.Role >= GroupRole.Moderator)));

    /// <summary>Open requests of people who exist for the viewer; for a group that they run.</summary>
    public static IQueryable<GroupRequest> OpenRequests(this GildeDb db, Viewer viewer, long groupId)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.GroupRequests.Where(r => r.GroupId == groupId && r.WithdrawnAt == null && r.DeclinedAt == null && visible.Any(m => m.Id == r.MemberId));
    }

    /// <summary>The same with who asks, oldest first.</summary>
    public static IQueryable<DoorRow> RequestsFor(this GildeDb db, Viewer viewer, long groupId) =>
        from request in db.OpenRequests(viewer, groupId)
        join person in db.Members on request.MemberId equals person.Id
        orderby request.AskedAt, request.MemberId
        select new DoorRow(new Contacts.Person(person.Id, person.Handle, person.Name, person.Headline, person.PictureId), request.Words, request.AskedAt);

    /// <summary>Invitations that nobody has answered or taken back, newest first; a no is not told.</summary>
    public static IQueryable<InvitedRow> InvitedInto(this GildeDb db, Viewer viewer, long groupId) =>
        from invitation in db.GroupInvitations
        join person in db.MembersVisibleTo(viewer) on invitation.MemberId equals person.Id
        where invitation.GroupId == groupId && (invitation.DeclinedAt == null || invitation.DeclinedAt != invitation.At)
        orderby invitation.At descending, invitation.MemberId
        select new InvitedRow(new Contacts.Person(person.Id, person.Handle, person.Name, person.Headline, person.PictureId), invitation.ById, invitation.At);

    /// <summary>Who is kept out, newest first; for those who run the group, whether or not there is a block between them.</summary>
    public static IQueryable<BanRow> BansIn(this GildeDb db, long groupId) =>
        from ban in db.GroupBans
        join person in db.Members on ban.MemberId equals person.Id
        where ban.GroupId == groupId
        orderby ban.At descending, ban.MemberId
        select new BanRow(new Contacts.Person(person.Id, person.Handle, person.Name, person.Headline, person.PictureId), ban.Reason, ban.At);

    /// <summary>Groups without an owner who can act, for the network's moderators; of a secret one they see that there is one.</summary>
    public static IQueryable<Group> GroupsWithoutOwner(this GildeDb db, Viewer viewer) =>
        db.Groups.Where(g => (viewer.IsModerator || viewer.IsOperator) && !db.GroupMembers.Any(m => m.GroupId == g.Id && m.Role == GroupRole.Owner
            && db.Members.Any(x => x.Id == m.MemberId && x.ActiveSince != null && x.SuspendedAt == null))).OrderBy(g => g.Id);
}

public sealed record DoorRow(Contacts.Person Person, string Words, Instant AskedAt);

public sealed record InvitedRow(Contacts.Person Person, long ById, Instant At);

public sealed record BanRow(Contacts.Person Person, string Reason, Instant At);
