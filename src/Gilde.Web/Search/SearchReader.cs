using Gilde.Web.Events;

namespace Gilde.Web.Search;

/// <summary>Keeps the index current with every profile that appears, changes or goes.</summary>
public sealed class SearchReader : IEventReader
{
    public const string ReaderName = "search";

    public string Name => ReaderName;

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var members = batch.Where(e => e.Kind is EventKinds.MemberJoined or EventKinds.MemberChanged or EventKinds.MemberRestored or EventKinds.MemberErased)
            .Select(e => e.TargetId).OfType<long>().Distinct().ToList();
        if (members.Count > 0) await SearchIndex.Write(db, members, stop);
    }

    /// <summary>Whether the reader has yet to learn of somebody.</summary>
    public static async Task<bool> HasUnread(GildeDb db, CancellationToken stop)
    {
        var position = await db.EventPositions.AsNoTracking().Where(p => p.Reader == ReaderName).Select(p => new LogPlace(p.Transaction, p.EventId)).FirstOrDefaultAsync(stop);
        return await db.After(position, await db.Settled(stop)).AnyAsync(e => e.Kind == EventKinds.MemberJoined, stop);
    }
}
