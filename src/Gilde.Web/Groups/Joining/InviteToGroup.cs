using Gilde.Web.Events;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups.Joining;

/// <summary>Invites people into a group: any member into an open one, owners and moderators into every other.</summary>
public sealed class InviteToGroup(GildeDb db, IClock clock)
{
    public const int MostAtOnce = 20;

    public Task<GroupResult> Execute(Viewer viewer, string slug, IReadOnlyCollection<string> handles, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsInvitedBy(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (group.ArchivedAt is not null) return GroupResult.Refused(viewer.T["This group is archived: nobody joins it any more."]);
        if (handles.Count is 0 or > MostAtOnce) return GroupResult.Invalid("with", viewer.T["Please choose up to {0} people.", MostAtOnce]);
        var people = await db.MembersVisibleTo(viewer).Where(m => handles.Contains(m.Handle) && m.Id != viewer.Id).Select(m => m.Id).ToListAsync(stop);
        if (people.Count < handles.Distinct(StringComparer.Ordinal).Count()) return GroupResult.Invalid("with", viewer.T["One of these people is not here any more. Please choose again."]);
        if (await db.BansOf(group.Id, people).AnyAsync(stop)) return GroupResult.Invalid("with", viewer.T["One of these people is kept out of the group. Let them in again first."]);
        var now = clock.GetCurrentInstant();
        var day = await db.InvitationsBy(viewer).Where(i => i.At > now - Duration.FromDays(1)).Select(i => i.At).ToListAsync(stop);
        if (day.Count + people.Count > GroupInvitation.MostADay) return GroupResult.TooMany(viewer.T["That is enough for today: {0} invitations a day. Please go on tomorrow.", GroupInvitation.MostADay], day.DefaultIfEmpty(now).Min() + Duration.FromDays(1) - now);
        foreach (var id in people) await Invite(viewer, group, id, now, stop);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);

    /// <summary>Who is in already, or said no a short while ago, hears nothing; whoever invites learns neither.</summary>
    private async Task Invite(Viewer viewer, Group group, long memberId, Instant now, CancellationToken stop)
    {
        if (await db.Seat(group.Id, memberId, stop) is not null) return;
        if (await db.InvitationOf(group.Id, memberId, stop) is { } before)
        {
            if (!before.Repeat(viewer.Id, now)) return;
        }
        else
        {
            db.Add(new GroupInvitation { GroupId = group.Id, MemberId = memberId, ById = viewer.Id, At = now });
        }
        db.Record(clock, EventKinds.GroupInvited, viewer.Id, memberId, group.Id);
    }
}

/// <summary>The invited says no, without a word to anybody.</summary>
public sealed class DeclineInvitation(GildeDb db, IClock clock)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, CancellationToken stop = default)
    {
        var groups = db.GroupsVisibleTo(viewer).Where(g => g.Slug == slug);
        if (await db.InvitationsTo(viewer).SingleOrDefaultAsync(i => groups.Any(g => g.Id == i.GroupId), stop) is not { } invitation) return GroupResult.NotFound;
        invitation.Decline(clock.GetCurrentInstant());
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }
}

/// <summary>Whoever runs the group takes an invitation back, or whose it is. It goes on counting as one of its day.</summary>
public sealed class WithdrawInvitation(GildeDb db)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, long memberId, CancellationToken stop = default) =>
        await db.InvitationsRunBy(viewer, slug, memberId).ExecuteUpdateAsync(s => s.SetProperty(i => i.DeclinedAt, i => i.At), stop) == 0 ? GroupResult.NotFound : GroupResult.Done;
}
