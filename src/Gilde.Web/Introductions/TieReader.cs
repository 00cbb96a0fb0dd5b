using Gilde.Web.Data;
using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Introductions;

/// <summary>Keeps the ties of those who wrote, met or parted current; after an import of thousands it has all of them built anew.</summary>
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
            foreach (var other in await db.OthersIn(conversation, sender).ToListAsync(stop)) pairs.Add(InOrder(sender, other));
        foreach (var e in batch.Where(e => e.Kind is EventKinds.ContactMade or EventKinds.ContactRemoved or EventKinds.ContactChanged))
            if (e is { ActorId: { } actor, TargetId: { } target } && actor != target) pairs.Add(InOrder(actor, target));
        return pairs;
    }

    private static (long Low, long High) InOrder(long a, long b) => a < b ? (a, b) : (b, a);

    private async Task Refresh(GildeDb db, long low, long high, int today, CancellationToken stop)
    {
        var before = (await db.Tie(low, high, stop) is { } old) ? Detached(db, old) : (byte)0;
        await TieFigures.OfPair(db, low, high, stop);
        var tie = await db.Tie(low, high, stop);
        if (tie is not null) tie.Strength = tie.StrengthOn(today);
        if (before != (tie?.Strength ?? 0)) db.Record(clock, EventKinds.TieChanged, actor: low, target: high);
    }

    // The row is written past the change tracker; what it read before must not be taken for the row.
    private static byte Detached(GildeDb db, Tie tie)
    {
        db.Entry(tie).State = EntityState.Detached;
        return tie.Strength;
    }
}
