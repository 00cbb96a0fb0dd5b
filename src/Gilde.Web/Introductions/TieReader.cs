using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Introductions;

/// <summary>Keeps the ties of those who wrote, met, led each other to somebody, parted or said a private word current; after an import of thousands it has all of them built anew.</summary>
public sealed class TieReader(IClock clock) : IEventReader
{
    public const string ReaderName = "ties";

    public string Name => ReaderName;

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var today = Tie.DayOf(clock.GetCurrentInstant());
        foreach (var (low, high) in await Pairs(db, batch, stop)) await Refresh(db, low, high, today, stop);
        foreach (var import in batch.Where(e => e.Kind == EventKinds.NetworkImported))
            db.Enqueue(clock, RebuildTiesJob.JobKind, import.Id, effectKey: $"{RebuildTiesJob.JobKind}:{import.Id}");
    }

    private static async Task<HashSet<(long Low, long High)>> Pairs(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var pairs = new HashSet<(long, long)>();
        var talks = batch.Where(e => e is { Kind: EventKinds.MessageSent, ActorId: not null, ParentId: not null }).Select(e => (e.ActorId!.Value, e.ParentId!.Value)).Distinct();
        foreach (var (sender, conversation) in talks)
            foreach (var other in await db.OthersIn(conversation, sender).ToListAsync(stop)) pairs.Add(BringTies.InOrder(sender, other));
        foreach (var e in batch.Where(e => e.Kind is EventKinds.ContactMade or EventKinds.ContactRemoved or EventKinds.ContactChanged or EventKinds.IntroductionKept))
            if (e is { ActorId: { } actor, TargetId: { } target } && actor != target) pairs.Add(BringTies.InOrder(actor, target));
        return pairs;
    }

    private async Task Refresh(GildeDb db, long low, long high, int today, CancellationToken stop)
    {
        var changed = await BringTies.UpToDate(db, db.TieGround(low, high), today, stop);
        if (changed.Count > 0) db.Record(clock, EventKinds.TieChanged, actor: low, target: high);
    }
}
