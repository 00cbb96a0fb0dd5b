using System.Globalization;
using Gilde.Web.Data;
using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Introductions;

/// <summary>
/// Builds all ties anew from exchanges and meetings, with their strength as of today: after an import, for the demo network, and every
/// night, since ties that nobody tends grow colder. Harmless at any time and any number of times.
/// </summary>
public sealed class RebuildTies(GildeDb db, IClock clock)
{
    private const int Page = 5_000, RowsAtOnce = 500;

    /// <returns>How many ties have another strength than before.</returns>
    public async Task<int> Execute(CancellationToken stop = default)
    {
        await db.Atomically(async () =>
        {
            await PauseReader(stop);
            await TieFigures.OfAll(db, stop);
            return 0;
        }, stop);
        var today = Tie.DayOf(clock.GetCurrentInstant());
        var changed = 0;
        var (low, high) = (0L, 0L);
        for (List<Tie> page; (page = await db.TiesAfter(low, high).Take(Page).ToListAsync(stop)).Count > 0; (low, high) = (page[^1].LowId, page[^1].HighId))
            changed += await Weigh(page, today, stop);
        if (changed > 0)
        {
            db.Record(clock, EventKinds.TiesRebuilt, actor: null);
            await db.SaveChangesAsync(stop);
        }
        return changed;
    }

    /// <summary>On PostgreSQL the reader of the log stands still until the figures are in; on SQLite there is one writer anyway.</summary>
    private async Task PauseReader(CancellationToken stop)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM event_positions WHERE reader = {TieReader.ReaderName} FOR UPDATE", stop);
    }

    private async Task<int> Weigh(List<Tie> page, int today, CancellationToken stop)
    {
        var changed = 0;
        foreach (var rows in page.Select(t => (Tie: t, Strength: t.StrengthOn(today))).Where(r => r.Strength != r.Tie.Strength).Chunk(RowsAtOnce))
        {
            // Whole numbers only. Only where the row is still the one that was weighed: the reader may have been quicker.
            var values = string.Join(',', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"({r.Tie.LowId},{r.Tie.HighId},{r.Tie.Strength},{r.Strength})")));
            var sql = $"UPDATE ties SET strength = v.column4 FROM (VALUES {values}) AS v WHERE low_id = v.column1 AND high_id = v.column2 AND strength = v.column3";
            changed += await db.Atomically(() => db.Database.ExecuteSqlRawAsync(sql, stop), stop);
        }
        return changed;
    }
}

/// <summary>The same as a job, where the log tells that much came in at once.</summary>
public sealed class RebuildTiesJob(IServiceScopeFactory scopes) : IJobHandler
{
    public const string JobKind = "ties.rebuild";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RebuildTies>().Execute(stop);
    }
}
