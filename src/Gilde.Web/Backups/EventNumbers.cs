using Gilde.Web.Events;

namespace Gilde.Web.Backups;

/// <summary>
/// Takes the event log out of its cluster. There events are ordered by the writing transaction and then by id, and transaction ids mean
/// nothing elsewhere; in a backup all have transaction 0 and are ordered by id alone. Events that every reader has read keep their ids.
/// Where the ids of the rest are not in reading order, the rest gets new ids above all others, in reading order, and the readers'
/// positions follow: so nothing is read twice and nothing is stepped over.
/// </summary>
internal sealed class EventNumbers
{
    private LogPlace readByAll;
    private bool renumbers;
    private long next;
    private readonly Dictionary<string, long> positions = new(StringComparer.Ordinal);

    /// <summary>Looks the log over, inside the snapshot that is being backed up.</summary>
    public static async Task<EventNumbers> Of(GildeDb db, CancellationToken stop)
    {
        var numbers = new EventNumbers();
        var readers = await db.EventPositions.AsNoTracking().ToListAsync(stop);
        numbers.readByAll = readers.Select(r => new LogPlace(r.Transaction, r.EventId)).OrderBy(p => p.Transaction).ThenBy(p => p.EventId).FirstOrDefault();
        long highest = 0;
        await foreach (var place in Places(db)) (numbers.renumbers, highest) = (numbers.renumbers || !numbers.IsRead(place) && place.EventId < highest, Math.Max(highest, place.EventId));
        numbers.next = highest;
        foreach (var reader in readers) numbers.positions[reader.Reader] = 0;
        await foreach (var place in Places(db))
        {
            var id = numbers.NewId(place);
            foreach (var reader in readers.Where(r => !place.IsAfter(new LogPlace(r.Transaction, r.EventId))))
                numbers.positions[reader.Reader] = Math.Max(numbers.positions[reader.Reader], id);
        }
        numbers.next = highest;
        return numbers;
    }

    /// <summary>The order in which the log is written: by the ids that its events will have.</summary>
    public string Order
    {
        get
        {
            var read = $"(\"transaction\" < {readByAll.Transaction} OR (\"transaction\" = {readByAll.Transaction} AND id <= {readByAll.EventId}))";
            return renumbers ? $"CASE WHEN {read} THEN 0 ELSE 1 END, CASE WHEN {read} THEN 0 ELSE \"transaction\" END, id" : "id";
        }
    }

    /// <summary>Rewrites a row of the log or of the readers' positions; others stay as they are.</summary>
    public void Translate(BackupTable table, object?[] values)
    {
        if (table.Name == "events")
        {
            var (id, transaction) = (Index(table, "id"), Index(table, "transaction"));
            values[id] = NewId(new LogPlace((long)values[transaction]!, (long)values[id]!));
            values[transaction] = 0L;
        }
        else if (table.Name == "event_positions")
        {
            values[Index(table, "event_id")] = positions[(string)values[Index(table, "reader")]!];
            values[Index(table, "transaction")] = 0L;
        }
    }

    private long NewId(LogPlace place) => renumbers && !IsRead(place) ? ++next : place.EventId;

    private bool IsRead(LogPlace place) => !place.IsAfter(readByAll);

    private static IAsyncEnumerable<LogPlace> Places(GildeDb db) =>
        db.Events.AsNoTracking().OrderBy(e => e.Transaction).ThenBy(e => e.Id).Select(e => new LogPlace(e.Transaction, e.Id)).AsAsyncEnumerable();

    private static int Index(BackupTable table, string column) => table.Columns.ToList().FindIndex(c => c.Name == column);
}
