using Gilde.Web.Events;
using Gilde.Web.Profiles;

namespace Gilde.Web.Follows;

/// <summary>Follow or mute another member, or no longer. False where they do not exist for the viewer.</summary>
public sealed class FollowMember(GildeDb db, IClock clock)
{
    public Task<bool> Follow(Viewer viewer, string handle, bool on, CancellationToken stop = default) => Change(viewer, handle, async other =>
    {
        var follow = await db.FollowsOf(viewer).SingleOrDefaultAsync(f => f.FollowedId == other, stop);
        if (on && follow is null)
        {
            db.Add(new MemberFollow { FollowerId = viewer.Id, FollowedId = other, At = clock.GetCurrentInstant() });
            db.Record(clock, EventKinds.MemberFollowed, viewer.Id, other);
        }
        if (!on && follow is not null) db.Remove(follow);
    }, stop);

    /// <summary>Who is muted does not learn of it. One does not follow whom one has muted.</summary>
    public Task<bool> Mute(Viewer viewer, string handle, bool on, CancellationToken stop = default) => Change(viewer, handle, async other =>
    {
        var mute = await db.MutesOf(viewer).SingleOrDefaultAsync(m => m.MutedId == other, stop);
        if (on && mute is null) db.Add(new Mute { MemberId = viewer.Id, MutedId = other, At = clock.GetCurrentInstant() });
        if (!on && mute is not null) db.Remove(mute);
        if (on) await db.FollowsOf(viewer).Where(f => f.FollowedId == other).ExecuteDeleteAsync(stop);
    }, stop);

    private Task<bool> Change(Viewer viewer, string handle, Func<long, Task> change, CancellationToken stop) => db.Alone(async () =>
    {
        var other = await db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && m.Id != viewer.Id).Select(m => (long?)m.Id).SingleOrDefaultAsync(stop);
        if (other is null) return false;
        await change(other.Value);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
