using Gilde.Web.Events;

namespace Gilde.Web.Groups.Joining;

/// <summary>An owner or moderator lets somebody in who asked, or does not. A no is silent.</summary>
public sealed class DecideRequest(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, long memberId, bool letIn, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsRunBy(viewer, GroupRole.Moderator).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (await db.OpenRequests(viewer, group.Id).SingleOrDefaultAsync(r => r.MemberId == memberId, stop) is not { } request) return GroupResult.NotFound;
        if (letIn && group.ArchivedAt is not null) return GroupResult.Refused(viewer.T["This group is archived: nobody joins it any more."]);
        var now = clock.GetCurrentInstant();
        if (letIn)
        {
            await db.TakeIn(group, memberId, request.RulesVersion, now, stop);
            db.Record(clock, EventKinds.GroupJoined, memberId, viewer.Id, group.Id);
            db.Record(clock, EventKinds.GroupLetIn, viewer.Id, memberId, group.Id);
        }
        else
        {
            request.Decline(viewer.Id, now);
        }
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}
