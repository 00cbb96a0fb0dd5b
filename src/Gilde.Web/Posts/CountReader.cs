using Gilde.Web.Events;

namespace Gilde.Web.Posts;

/// <summary>Whoever is suspended no longer counts where they reacted or commented; whoever comes back does again. What an erasure changes is mended with it.</summary>
public sealed class CountReader : IEventReader
{
    public string Name => "talk-counts";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var touched = new CountsTouched([], [], []);
        foreach (var member in batch.Where(e => e.Kind is EventKinds.MemberSuspended or EventKinds.MemberRestored).Select(e => e.TargetId).OfType<long>().Distinct())
            touched = touched.And(await db.CountsTouchedBy(member, stop));
        await db.Recount(touched, stop);
    }
}
