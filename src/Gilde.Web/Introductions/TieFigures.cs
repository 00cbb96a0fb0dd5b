using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Introductions;

/// <summary>
/// Brings the figures of <see cref="Tie"/> rows in line with the exchanges and confirmed meetings, in the database itself: for one pair or for all.
/// Leaves <see cref="Tie.Strength"/> alone. Rows whose figures are right already stay untouched.
/// </summary>
internal static class TieFigures
{
    /// <summary>A row a pair and day, then a row a pair; the two sides of a meeting are one.</summary>
    private static string Upsert(string ofPair, string metPair) => $"""
        INSERT INTO ties (low_id, high_id, low_to_high, high_to_low, low_days, high_days, turn_days, last_low_to_high, last_high_to_low, met_at, strength)
        SELECT low_id, high_id, CAST(coalesce(forth, 0) AS integer), CAST(coalesce(back, 0) AS integer), CAST(coalesce(forth_days, 0) AS integer),
            CAST(coalesce(back_days, 0) AS integer), CAST(coalesce(turn_days, 0) AS integer), last_forth, last_back, met_at, 0
        FROM (
            SELECT low_id, high_id, sum(forth) AS forth, sum(back) AS back, max(last_forth) AS last_forth, max(last_back) AS last_back,
                sum(CASE WHEN forth > 0 THEN 1 ELSE 0 END) AS forth_days, sum(CASE WHEN back > 0 THEN 1 ELSE 0 END) AS back_days,
                sum(CASE WHEN forth > 0 AND back > 0 THEN 1 ELSE 0 END) AS turn_days
            FROM (
                SELECT CASE WHEN from_id < to_id THEN from_id ELSE to_id END AS low_id, CASE WHEN from_id < to_id THEN to_id ELSE from_id END AS high_id, day,
                    sum(CASE WHEN from_id < to_id THEN count ELSE 0 END) AS forth, sum(CASE WHEN from_id < to_id THEN 0 ELSE count END) AS back,
                    max(CASE WHEN from_id < to_id THEN last_at END) AS last_forth, max(CASE WHEN from_id < to_id THEN NULL ELSE last_at END) AS last_back
                FROM exchanges {ofPair}
                GROUP BY 1, 2, 3) days
            GROUP BY low_id, high_id) talk
        FULL JOIN (
            SELECT CASE WHEN owner_id < other_id THEN owner_id ELSE other_id END AS low_id, CASE WHEN owner_id < other_id THEN other_id ELSE owner_id END AS high_id,
                max(met_at) AS met_at
            FROM contacts WHERE met_at IS NOT NULL {metPair}
            GROUP BY 1, 2) met USING (low_id, high_id)
        WHERE true
        ON CONFLICT (low_id, high_id) DO UPDATE
            SET low_to_high = excluded.low_to_high, high_to_low = excluded.high_to_low, low_days = excluded.low_days, high_days = excluded.high_days,
                turn_days = excluded.turn_days, last_low_to_high = excluded.last_low_to_high, last_high_to_low = excluded.last_high_to_low, met_at = excluded.met_at
            WHERE ties.low_to_high <> excluded.low_to_high OR ties.high_to_low <> excluded.high_to_low OR ties.low_days <> excluded.low_days
                OR ties.high_days <> excluded.high_days OR ties.turn_days <> excluded.turn_days OR ties.last_low_to_high IS DISTINCT FROM excluded.last_low_to_high
                OR ties.last_high_to_low IS DISTINCT FROM excluded.last_high_to_low OR ties.met_at IS DISTINCT FROM excluded.met_at
        """;

    /// <summary>What neither an exchange nor a meeting bears any more.</summary>
    private const string Delete = """
        DELETE FROM ties
        WHERE NOT EXISTS (SELECT 1 FROM exchanges x WHERE x.from_id = ties.low_id AND x.to_id = ties.high_id)
            AND NOT EXISTS (SELECT 1 FROM exchanges x WHERE x.from_id = ties.high_id AND x.to_id = ties.low_id)
            AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.owner_id = ties.low_id AND c.other_id = ties.high_id AND c.met_at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.owner_id = ties.high_id AND c.other_id = ties.low_id AND c.met_at IS NOT NULL)
        """;

    private static readonly string UpsertAll = Upsert("", "");

    private static readonly string UpsertPair = Upsert(
        "WHERE (from_id = {0} AND to_id = {1}) OR (from_id = {1} AND to_id = {0})",
        "AND ((owner_id = {0} AND other_id = {1}) OR (owner_id = {1} AND other_id = {0}))");

    public static async Task OfPair(GildeDb db, long low, long high, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync(Delete + " AND low_id = {0} AND high_id = {1}", [low, high], stop);
        await db.Database.ExecuteSqlRawAsync(UpsertPair, [low, high], stop);
    }

    public static async Task OfAll(GildeDb db, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync(Delete, stop);
        await db.Database.ExecuteSqlRawAsync(UpsertAll, stop);
    }
}
