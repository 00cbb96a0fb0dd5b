using Gilde.Web.Groups;

namespace Gilde.Web.Follows;

/// <summary>Whether what is said in a group comes into the viewer's feed. Nobody else learns of it.</summary>
public sealed class FollowGroup(GildeDb db, IClock clock)
{
    /// <summary>For who does not belong to it: a group that all may read. False where it does not exist for them; whoever belongs to it reads it anyway.</summary>
    public Task<bool> Follow(Viewer viewer, string slug, bool on, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsReadableBy(viewer).Where(g => g.Slug == slug).Select(g => (long?)g.Id).SingleOrDefaultAsync(stop) is not { } group) return false;
        var follow = await db.GroupFollowsOf(viewer).SingleOrDefaultAsync(f => f.GroupId == group, stop);
        if (on && follow is null && !await db.MembershipsOf(viewer).AnyAsync(m => m.GroupId == group, stop)) db.Add(new GroupFollow { MemberId = viewer.Id, GroupId = group, At = clock.GetCurrentInstant() });
        if (!on && follow is not null) db.Remove(follow);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>For members: keeps it out of the feed, or lets it in again. False where the viewer is none.</summary>
    public Task<bool> Mute(Viewer viewer, string slug, bool on, CancellationToken stop = default) => db.Alone(async () =>
    {
        var groups = db.GroupsOf(viewer).Where(g => g.Slug == slug);
        if (await db.MembershipsOf(viewer).SingleOrDefaultAsync(m => groups.Any(g => g.Id == m.GroupId), stop) is not { } seat) return false;
        seat.MutedAt = on ? seat.MutedAt ?? clock.GetCurrentInstant() : null;
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
