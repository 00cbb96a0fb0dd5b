namespace Gilde.Web.Groups.Talk;

/// <summary>How somebody may write in a group just now.</summary>
/// <param name="IsHeld">What they write waits for a moderator.</param>
/// <param name="MustAccept">The group's rules wait for their yes first.</param>
public sealed record GroupWriting(Group Group, bool IsHeld, bool MustAccept);

/// <summary>For the operations that write: what stands before a post in a group.</summary>
public static class GroupWritingScopes
{
    /// <summary>Null where the viewer is no member, or nobody writes any more.</summary>
    public static Task<GroupWriting?> WritingIn(this GildeDb db, Viewer viewer, string slug, CancellationToken stop) => db.WritingIn(viewer, db.Groups.Where(g => g.Slug == slug), stop);

    /// <summary>The same for the group that a post stands in.</summary>
    public static Task<GroupWriting?> WritingIn(this GildeDb db, Viewer viewer, long groupId, CancellationToken stop) => db.WritingIn(viewer, db.Groups.Where(g => g.Id == groupId), stop);

    private static async Task<GroupWriting?> WritingIn(this GildeDb db, Viewer viewer, IQueryable<Group> groups, CancellationToken stop)
    {
        var found = await groups.AsNoTracking().Where(g => g.ArchivedAt == null)
            .Select(g => new { Group = g, Seat = db.GroupMembers.FirstOrDefault(m => m.GroupId == g.Id && m.MemberId == viewer.Id) }).SingleOrDefaultAsync(stop);
        return found is not { Seat: { } seat } ? null : new(found.Group, found.Group.ModeratedSince is not null && seat.Role == GroupRole.Member, seat.RulesVersion != found.Group.RulesVersion);
    }

    /// <summary>
    /// Takes the viewer's turn to write in a group and notes that something was said there. Where slow mode is on and their last turn is too short a while ago:
    /// how long it is until the next. Of two posts at once one gets the turn.
    /// </summary>
    public static async Task<Duration?> TakeTurn(this GildeDb db, Viewer viewer, Group group, Instant now, CancellationToken stop)
    {
        var pause = Duration.FromSeconds(group.SlowSeconds);
        var seat = db.GroupMembers.Where(m => m.GroupId == group.Id && m.MemberId == viewer.Id);
        var latest = now - pause;
        var turns = await seat.Where(m => m.PostedAt == null || m.PostedAt <= latest || m.Role != GroupRole.Member || group.SlowSeconds == 0).ExecuteUpdateAsync(s => s.SetProperty(m => m.PostedAt, now), stop);
        if (turns == 0) return await seat.Select(m => m.PostedAt).SingleOrDefaultAsync(stop) + pause - now ?? pause;
        await db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.ActiveAt, now), stop);
        return null;
    }
}
