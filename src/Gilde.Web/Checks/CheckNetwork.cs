using Gilde.Web.CommandLine;
using Gilde.Web.Events;
using Gilde.Web.Search;

namespace Gilde.Web.Checks;

/// <summary>Looks through the whole database and the files for what must not be. Changes nothing; the server may go on running.</summary>
public sealed class CheckNetwork(GildeDb db, Settings settings)
{
    public async Task<IReadOnlyList<RuleResult>> Execute(IProgress<Advance> progress, CancellationToken stop = default)
    {
        await db.Database.OpenSnapshot(stop);
        try
        {
            var results = await Rules(db, progress, stop);
            progress.Report(new Advance("Files", 0.9));
            results.AddRange(await FileRules.Check(db, settings, stop));
            progress.Report(new Advance("Done", 1));
            return results;
        }
        finally
        {
            await db.Execute("ROLLBACK", CancellationToken.None);
        }
    }

    /// <summary>All rules about rows, as the open transaction sees them.</summary>
    internal static async Task<List<RuleResult>> Rules(GildeDb db, IProgress<Advance> progress, CancellationToken stop)
    {
        var tables = ModelTable.All(db);
        var looked = 0;
        var results = await TableRules.Check(db, tables, table => progress.Report(new Advance($"Table {table}", 0.5 * looked++ / tables.Count)), stop);
        var readers = await Behind(db, stop);
        var behind = readers.Count == 0 ? null : string.Join(", ", readers.Values);
        foreach (var (invariant, index) in Invariants.All.Select((i, n) => (i, n)))
        {
            progress.Report(new Advance(invariant.Rule, 0.5 + 0.35 * index / Invariants.All.Count));
            results.Add(invariant.AfterReaders && behind is not null
                ? new RuleResult(invariant.Area, invariant.Rule, 0, []) { Skipped = behind }
                : RuleResult.Of(invariant.Area, invariant.Rule, await db.Texts(invariant.Query, stop)));
        }
        progress.Report(new Advance("Search index", 0.85));
        results.AddRange(await SearchRules.Check(db, readers.GetValueOrDefault(SearchReader.ReaderName), stop));
        return results;
    }

    /// <summary>Which readers of the event log have something left to read, and how much.</summary>
    private static async Task<SortedDictionary<string, string>> Behind(GildeDb db, CancellationToken stop)
    {
        var behind = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var reader in await db.EventPositions.AsNoTracking().ToListAsync(stop))
        {
            var rest = await db.Events.CountAsync(e => e.Transaction > reader.Transaction || (e.Transaction == reader.Transaction && e.Id > reader.EventId), stop);
            if (rest > 0) behind.Add(reader.Reader, $"{reader.Reader} has {rest} events to read");
        }
        return behind;
    }
}
