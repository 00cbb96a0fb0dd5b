using Gilde.Web.Events;
using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <summary>Ends a contact, or all dealings, with another. True if there was what is to be ended.</summary>
public sealed class PartWays(GildeDb db, IClock clock)
{
    /// <summary>Removes both sides of the contact and takes back what each had released to the other. Nobody is told.</summary>
    public Task<bool> Remove(Viewer viewer, long otherId, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (!await EndContact(viewer, otherId, stop)) return false;
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>From now on neither exists for the other.</summary>
    public Task<bool> Block(Viewer viewer, long otherId, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (otherId == viewer.Id || !await db.MembersVisibleTo(viewer).AnyAsync(m => m.Id == otherId, stop)) return false;
        await EndContact(viewer, otherId, stop);
        await db.Between(viewer.Id, otherId).ExecuteDeleteAsync(stop);
        db.Add(new Block { MemberId = viewer.Id, BlockedId = otherId, At = clock.GetCurrentInstant() });
        db.Record(clock, EventKinds.Blocked, viewer.Id, otherId);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    public Task<bool> Unblock(Viewer viewer, long otherId, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.Blocks.Where(b => b.MemberId == viewer.Id && b.BlockedId == otherId).ExecuteDeleteAsync(stop) == 0) return false;
        db.Record(clock, EventKinds.Unblocked, viewer.Id, otherId);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    private async Task<bool> EndContact(Viewer viewer, long otherId, CancellationToken stop)
    {
        if (await db.BothSides(viewer.Id, otherId).ExecuteDeleteAsync(stop) == 0) return false;
        await db.Releases(viewer.Id, otherId).ExecuteDeleteAsync(stop);
        await db.Releases(otherId, viewer.Id).ExecuteDeleteAsync(stop);
        db.Record(clock, EventKinds.ContactRemoved, viewer.Id, otherId);
        return true;
    }
}
