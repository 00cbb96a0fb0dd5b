using System.Globalization;
using Gilde.Web.Accounts;
using Gilde.Web.Events;
using NodaTime.Text;

namespace Gilde.Web.Backups;

/// <summary>
/// The ledger of the erased beside the database: <c>erased.csv</c> in the data folder, a line a member, id and time and nothing else.
/// A backup from before an erasure brings the member back; restoring reads this file, so that they stay erased.
/// </summary>
public sealed class ErasureLedger(Settings settings)
{
    public const string FileName = "erased.csv";

    private string FilePath => Path.Combine(settings.DataFolder, FileName);

    /// <summary>Adds lines and syncs them. The same line twice does no harm.</summary>
    public async Task Append(IEnumerable<(long MemberId, Instant At)> erased, CancellationToken stop)
    {
        await using var file = new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var isHalf = EndsInHalfALine(file);
        file.Seek(0, SeekOrigin.End);
        await using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            // A line that a power cut left half written must not swallow the next.
            if (isHalf) await writer.WriteLineAsync();
            foreach (var (id, at) in erased) await writer.WriteLineAsync($"{id},{InstantPattern.ExtendedIso.Format(at)}".AsMemory(), stop);
        }
        file.Flush(flushToDisk: true);
    }

    private static bool EndsInHalfALine(FileStream file)
    {
        if (file.Length == 0) return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    /// <summary>Who was erased and when last. A line that a power cut left half written is passed over: its event is read again.</summary>
    public IReadOnlyDictionary<long, Instant> Read()
    {
        var erased = new Dictionary<long, Instant>();
        if (!File.Exists(FilePath)) return erased;
        foreach (var line in File.ReadLines(FilePath))
        {
            var parts = line.Split(',');
            if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) || !InstantPattern.ExtendedIso.Parse(parts[1]).TryGetValue(default, out var at)) continue;
            erased[id] = erased.TryGetValue(id, out var earlier) ? Instant.Max(earlier, at) : at;
        }
        return erased;
    }

    /// <summary>
    /// Writes the ledger into a restored database and hides whoever it names and the backup brought back. The server then erases them as
    /// it does anybody whose time has come.
    /// </summary>
    /// <returns>How many members were brought back and are hidden.</returns>
    public async Task<int> Apply(GildeDb db, CancellationToken stop)
    {
        var hidden = 0;
        foreach (var (id, at) in Read())
        {
            if (await db.Erasures.SingleOrDefaultAsync(e => e.MemberId == id, stop) is { } known)
            {
                if (known.At >= at) continue;
                db.Remove(known);
                await db.SaveChangesAsync(stop);
            }
            db.Add(new Erasure { MemberId = id, At = at });
            await db.SaveChangesAsync(stop);
            hidden += await db.BroughtBack(id, at).ExecuteUpdateAsync(u => u.SetProperty(m => m.ActiveSince, (Instant?)null), stop);
        }
        return hidden;
    }
}

/// <summary>Keeps the ledger beside the database as members are erased.</summary>
public sealed class ErasureLedgerReader(ErasureLedger ledger) : IEventReader
{
    public string Name => "erasure-ledger";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var erased = batch.Where(e => e is { Kind: EventKinds.MemberErased, TargetId: not null }).Select(e => (e.TargetId!.Value, e.At)).ToList();
        if (erased.Count > 0) await ledger.Append(erased, stop);
    }
}
