using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Introductions;

/// <summary>
/// Builds all ties anew from exchanges, meetings and words, with their strength as of today: after an import, for the demo network, and every
/// night, since ties that nobody tends grow colder. Harmless at any time and any number of times. Some members at a time: what it holds in memory does
/// not grow with the network.
/// </summary>
public sealed class RebuildTies(GildeDb db, IClock clock)
{
    private const int MembersAtOnce = 100;

    /// <returns>How many ties have another strength than before.</returns>
    public async Task<int> Execute(CancellationToken stop = default)
    {
        var today = Tie.DayOf(clock.GetCurrentInstant());
        var changed = 0;
        for (var after = 0L; await db.MembersAfter(after).Take(MembersAtOnce).ToListAsync(stop) is [.., var last]; after = last)
            changed += await Weigh(after, last, today, stop);
        if (changed > 0)
        {
            db.Record(clock, EventKinds.TiesRebuilt, actor: null);
            await db.SaveChangesAsync(stop);
        }
        return changed;
    }

    private Task<int> Weigh(long after, long upTo, int today, CancellationToken stop) => db.Atomically(async () =>
    {
        await PauseReader(stop);
        var changed = await BringTies.UpToDate(db, db.TieGroundOfRange(after, upTo), today, stop);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return changed.Count;
    }, stop);

    /// <summary>On PostgreSQL the reader of the log stands still until these ties are in; on SQLite there is one writer anyway.</summary>
    private async Task PauseReader(CancellationToken stop)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM event_positions WHERE reader = {TieReader.ReaderName} FOR UPDATE", stop);
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
