using System.Data.Common;
using System.Globalization;

namespace Gilde.Web.Tests.Data;

/// <summary>One made-up row in every table of whatever schema a database has, to see that upgrades keep data.</summary>
internal sealed class SampleRows
{
    /// <summary>Tables that a step took apart; that their rows live on elsewhere is tested with that feature.</summary>
    private static readonly string[] TakenApart = ["reports", "report_decisions", "notice_opt_outs"];

    private readonly SortedDictionary<string, SortedDictionary<string, string>> rows = new(StringComparer.Ordinal);

    public string Describe() => string.Join('\n', rows.Select(t => t.Key + ": " + string.Join(", ", t.Value.Select(c => $"{c.Key}={c.Value}"))));

    /// <summary>Fills every table, foreign keys unchecked (all ids are 1 anyway).</summary>
    public static async Task<SampleRows> Fill(GildeDb db)
    {
        var sample = new SampleRows();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await Run(connection, db.IsPostgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        foreach (var (table, columns) in await Columns(db, connection))
        {
            var values = columns.Select(c => Value(c.Type));
            await Run(connection, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", values)})");
            if (!TakenApart.Contains(table)) sample.rows[table] = await ReadRow(connection, table, columns.Select(c => c.Name));
        }
        await Run(connection, db.IsPostgres ? "SET session_replication_role = DEFAULT" : "PRAGMA foreign_keys = ON");
        return sample;
    }

    /// <summary>The same tables and columns again.</summary>
    public static async Task<SampleRows> Read(GildeDb db, SampleRows before)
    {
        var sample = new SampleRows();
        var connection = db.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync();
        foreach (var (table, columns) in before.rows) sample.rows[table] = await ReadRow(connection, table, columns.Keys);
        return sample;
    }

    private static string Value(string type) => type.ToLowerInvariant() switch
    {
        "integer" or "bigint" or "smallint" => "1",
        "boolean" => "true",
        "real" or "double precision" => "1.5",
        "blob" => "x'01'",
        "bytea" => "'\\x01'",
        "timestamp with time zone" => "'2024-05-06 07:08:09+00'",
        "jsonb" or "json" => "'{}'",
        "tsvector" => "'draht'",
        _ => "'2001'",
    };

    private static async Task<Dictionary<string, List<(string Name, string Type)>>> Columns(GildeDb db, DbConnection connection)
    {
        var sql = db.IsPostgres
            ? "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name <> 'schema_steps'"
            : "SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND c.hidden = 0 AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%_fts%' AND m.name <> 'schema_steps'";
        var tables = new Dictionary<string, List<(string, string)>>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (!tables.TryGetValue(reader.GetString(0), out var columns)) tables[reader.GetString(0)] = columns = [];
            columns.Add((reader.GetString(1), reader.GetString(2)));
        }
        return tables;
    }

    private static async Task<SortedDictionary<string, string>> ReadRow(DbConnection connection, string table, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", names.Select(n => $"\"{n}\""))} FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync(), $"{table} has lost its row");
        var row = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++) row[names[i]] = Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "";
        return row;
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
