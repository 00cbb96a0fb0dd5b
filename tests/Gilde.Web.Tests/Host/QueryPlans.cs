using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gilde.Web.Tests.Host;

/// <summary>Which tables a query goes through from end to end, as its database explains it.</summary>
public static partial class QueryPlans
{
    /// <summary>Tables with a row or a few, whatever the size of the network, and the list of words, which SQLite goes through where nobody was found.</summary>
    private static readonly string[] Small = ["networks", "role_grants", "event_positions", "suspensions", "schema_steps", "search_words_fts"];

    public static async Task<IReadOnlyList<string>> FullScans(GildeDb db, RecordedQuery query)
    {
        var plan = await Explain(db, query);
        var scans = db.IsPostgres ? OfPostgres(plan).Except(await Tiny(db)) : OfSqlite(plan, query.Text);
        return [.. scans.Except(Small).Distinct().Select(table => $"{table} in\n{query.Text}\n{string.Join('\n', plan)}\n")];
    }

    /// <summary>What PostgreSQL rightly reads as a whole rather than through an index.</summary>
    private static Task<List<string>> Tiny(GildeDb db) => db.Texts("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples < 2000");

    private static async Task<List<string>> Explain(GildeDb db, RecordedQuery query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (db.IsPostgres ? "EXPLAIN (FORMAT JSON) " : "EXPLAIN QUERY PLAN ") + query.Text;
        foreach (var parameter in query.Parameters) command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(db.IsPostgres ? 0 : 3));
        command.Parameters.Clear();
        return lines;
    }

    private static IEnumerable<string> OfPostgres(List<string> plan)
    {
        using var json = JsonDocument.Parse(string.Concat(plan));
        return [.. Nodes(json.RootElement[0].GetProperty("Plan")).Where(n => n.GetProperty("Node Type").GetString() == "Seq Scan").Select(n => n.GetProperty("Relation Name").GetString()!)];
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var parts) ? [node, .. parts.EnumerateArray().SelectMany(Nodes)] : [node];

    /// <summary>A walk along an order that ends after a page is no full scan: along an index, or along the ids.</summary>
    private static IEnumerable<string> OfSqlite(List<string> plan, string sql)
    {
        var names = Named().Matches(sql).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
        var ordered = sql.Contains("LIMIT", StringComparison.Ordinal) && sql.Contains("ORDER BY", StringComparison.Ordinal) && !plan.Any(line => line.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
        return plan.Where((line, at) => line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && !(ordered && at == 0))
            .Select(line => line.Split(' ')[1]).SelectMany(name => names[name].DefaultIfEmpty(name)).Where(table => !table.StartsWith('(') && names.Any(n => n.Contains(table)));
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Named();
}
