using Gilde.Web.Events;

namespace Gilde.Web.Groups.Joining;

/// <summary>Becomes a member: at once in an open group, by invitation in every other.</summary>
public sealed class JoinGroup(GildeDb db, IClock clock)
{
    /// <param name="accepted">The version of the rules that was accepted, 0 for none.</param>
    public Task<GroupResult> Execute(Viewer viewer, string slug, int accepted, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsVisibleTo(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (await db.Seat(group.Id, viewer.Id, stop) is not null) return GroupResult.Done;
        var inviter = await db.InvitationsTo(viewer).Where(i => i.GroupId == group.Id).Select(i => (long?)i.ById).SingleOrDefaultAsync(stop);
        if (group.Kind != GroupKind.Open && inviter is null) return GroupResult.NotFound;
        if (await Door.Problem(db, viewer, group, accepted, stop) is { } problem) return problem;
        await db.TakeIn(group, viewer.Id, accepted, clock.GetCurrentInstant(), stop);
        db.Record(clock, EventKinds.GroupJoined, viewer.Id, inviter, group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>Asks to be let into a group whose owners and moderators decide.</summary>
public sealed class AskToJoin(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, string words, int accepted, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsVisibleTo(viewer).SingleOrDefaultAsync(g => g.Slug == slug && g.Kind == GroupKind.OnRequest, stop) is not { } group) return GroupResult.NotFound;
        if (await db.Seat(group.Id, viewer.Id, stop) is not null) return GroupResult.Done;
        if (words.Length == 0) return GroupResult.Invalid("words", viewer.T["Please say in a sentence why you would like to join."]);
        if (new FieldErrors().AtMost(GroupRequest.MaxWords, viewer.T, "words", words) is { Any: true } errors) return GroupResult.Invalid(errors);
        if (await Door.Problem(db, viewer, group, accepted, stop) is { } problem) return problem;
        var request = await db.RequestOf(group.Id, viewer.Id, stop)
            ?? db.Add(new GroupRequest { GroupId = group.Id, MemberId = viewer.Id }).Entity;
        request.Ask(words, accepted, clock.GetCurrentInstant());
        if (request.DeclinedAt is null) db.Record(clock, EventKinds.GroupAsked, viewer.Id, subject: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>The asker changes their mind.</summary>
public sealed class WithdrawGroupRequest(GildeDb db, IClock clock)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, CancellationToken stop = default)
    {
        if (await db.GroupsVisibleTo(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (await db.RequestOf(group.Id, viewer.Id, stop) is not { WithdrawnAt: null } request) return GroupResult.NotFound;
        request.WithdrawnAt = clock.GetCurrentInstant();
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }
}

/// <summary>What keeps somebody out who could come in otherwise.</summary>
internal static class Door
{
    public static async Task<GroupResult?> Problem(GildeDb db, Viewer viewer, Group group, int accepted, CancellationToken stop)
    {
        if (group.ArchivedAt is not null) return GroupResult.Refused(viewer.T["This group is archived: nobody joins it any more."]);
        if (await db.BansOf(group.Id, viewer.Id).AnyAsync(stop)) return GroupResult.Refused(viewer.T["The owners of this group do not let you in again."]);
        if (await db.MembershipsOf(viewer).CountAsync(stop) >= Group.MostOfAMember) return GroupResult.Refused(viewer.T["One can be in {0} groups at most.", Group.MostOfAMember]);
        return accepted == group.RulesVersion ? null : GroupResult.Invalid("rules", viewer.T["Please read the rules and accept them."]);
    }
}
