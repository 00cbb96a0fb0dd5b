using Gilde.Graph;
using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Imports.Network;

/// <summary>Derives the ties anew of all pairs between whom exchanges came in. A tie whose figures are the same stays untouched.</summary>
internal sealed class StagedTies(GildeDb db, Staging staging, IClock clock)
{
    private const int Chunk = 4_000;

    private static readonly string[] Columns =
        ["low_id", "high_id", "low_to_high", "high_to_low", "turn_days", "last_low_to_high", "last_high_to_low", "strength"];

    public async Task<int> Merge(CancellationToken stop)
    {
        await staging.Run(Pairs, stop);
        await staging.Index("stage_tie_pairs", "low_id, high_id", stop);
        await staging.Run(Figures, stop);
        await staging.Index("stage_figures", "low_id, high_id", stop);
        await staging.Run(staging.Typed("""
            CREATE TEMP TABLE stage_ties (low_id bigint, high_id bigint, low_to_high integer, high_to_low integer, turn_days integer,
                last_low_to_high {instant}, last_high_to_low {instant}, strength smallint)
            """), stop);
        var today = (int)(clock.GetCurrentInstant() - NodaConstants.UnixEpoch).TotalDays;
        var (low, high) = (0L, 0L);
        for (List<Figure> figures; (figures = await Next(low, high, stop)).Count > 0; (low, high) = (figures[^1].LowId, figures[^1].HighId))
            await Write(figures, today, stop);
        return await staging.Run("""
            INSERT INTO ties (low_id, high_id, low_to_high, high_to_low, turn_days, last_low_to_high, last_high_to_low, strength)
            SELECT low_id, high_id, low_to_high, high_to_low, turn_days, last_low_to_high, last_high_to_low, strength FROM stage_ties WHERE true
            ON CONFLICT (low_id, high_id) DO UPDATE
                SET low_to_high = excluded.low_to_high, high_to_low = excluded.high_to_low, turn_days = excluded.turn_days,
                    last_low_to_high = excluded.last_low_to_high, last_high_to_low = excluded.last_high_to_low, strength = excluded.strength
                WHERE ties.low_to_high <> excluded.low_to_high OR ties.high_to_low <> excluded.high_to_low OR ties.turn_days <> excluded.turn_days
                    OR ties.last_low_to_high IS DISTINCT FROM excluded.last_low_to_high OR ties.last_high_to_low IS DISTINCT FROM excluded.last_high_to_low
            """, stop);
    }

    private const string Pairs = """
        CREATE TEMP TABLE stage_tie_pairs AS
        SELECT DISTINCT CASE WHEN from_id < to_id THEN from_id ELSE to_id END AS low_id, CASE WHEN from_id < to_id THEN to_id ELSE from_id END AS high_id FROM stage_sums
        """;

    /// <summary>First a row a pair and day, then a row a pair.</summary>
    private const string Figures = """
        CREATE TEMP TABLE stage_figures AS
        SELECT low_id, high_id, sum(low_count) AS low_count, sum(high_count) AS high_count,
            sum(CASE WHEN low_count > 0 THEN 1 ELSE 0 END) AS low_days, sum(CASE WHEN high_count > 0 THEN 1 ELSE 0 END) AS high_days,
            sum(CASE WHEN low_count > 0 AND high_count > 0 THEN 1 ELSE 0 END) AS turn_days, max(low_last) AS low_last, max(high_last) AS high_last
        FROM (
            SELECT low_id, high_id, day, sum(low_count) AS low_count, sum(high_count) AS high_count, max(low_last) AS low_last, max(high_last) AS high_last
            FROM (
                SELECT p.low_id, p.high_id, x.day, x.count AS low_count, 0 AS high_count, x.last_at AS low_last, NULL AS high_last
                FROM stage_tie_pairs p JOIN exchanges x ON x.from_id = p.low_id AND x.to_id = p.high_id
                UNION ALL
                SELECT p.low_id, p.high_id, x.day, 0, x.count, NULL, x.last_at
                FROM stage_tie_pairs p JOIN exchanges x ON x.from_id = p.high_id AND x.to_id = p.low_id) directions
            GROUP BY low_id, high_id, day) days
        GROUP BY low_id, high_id
        """;

    private Task<List<Figure>> Next(long low, long high, CancellationToken stop) => staging.Rows<Figure>($$"""
        SELECT low_id AS "LowId", high_id AS "HighId", CAST(low_count AS bigint) AS "LowCount", CAST(high_count AS bigint) AS "HighCount",
            CAST(low_days AS integer) AS "LowDays", CAST(high_days AS integer) AS "HighDays", CAST(turn_days AS integer) AS "TurnDays", {{Micros("low_last")}} AS "LowMicros", {{Micros("high_last")}} AS "HighMicros"
        FROM stage_figures WHERE low_id > {0} OR (low_id = {0} AND high_id > {1}) ORDER BY low_id, high_id LIMIT {2}
        """, low, high, Chunk).ToListAsync(stop);

    private string Micros(string column) => db.IsPostgres ? $"CAST(extract(epoch FROM {column}) * 1000000 AS bigint)" : column;

    private async Task Write(List<Figure> figures, int today, CancellationToken stop)
    {
        await using var rows = await BulkRows.Into(db, "stage_ties", Columns, stop);
        foreach (var f in figures)
        {
            var strength = TieStrength.Of(OneWay(f.LowCount, f.LowDays, f.LowLast), OneWay(f.HighCount, f.HighDays, f.HighLast), ConfirmedMeetings.None, today);
            await rows.Write([f.LowId, f.HighId, (int)f.LowCount, (int)f.HighCount, f.TurnDays, f.LowLast, f.HighLast, strength], stop);
        }
        await rows.Complete(stop);
        Staging.Sweep();
    }

    private static OneWayExchange OneWay(long messages, int days, Instant? last) => last is { } moment
        ? new OneWayExchange(messages, days, (int)Math.Floor((moment - NodaConstants.UnixEpoch).TotalDays))
        : OneWayExchange.None;

    private sealed record Figure(long LowId, long HighId, long LowCount, long HighCount, int LowDays, int HighDays, int TurnDays, long? LowMicros, long? HighMicros)
    {
        public Instant? LowLast => Moment(LowMicros);

        public Instant? HighLast => Moment(HighMicros);

        private static Instant? Moment(long? micros) => micros is { } m ? Instant.FromUnixTimeTicks(m * 10) : null;
    }
}
