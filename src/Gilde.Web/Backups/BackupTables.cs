using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Backups;

/// <summary>The tables of a database as a backup describes them.</summary>
internal static class BackupTables
{
    /// <summary>All tables of the model with the rows they hold now; checksums are still to come.</summary>
    public static async Task<List<BackupTable>> Of(GildeDb db, CancellationToken stop)
    {
        var tables = new List<BackupTable>();
        foreach (var table in ModelTable.All(db))
        {
            var columns = table.Columns.Select(c => new BackupColumn(c.Name, c.Kind)).ToList();
            // The log is written in reading order; everything else by its key.
            IReadOnlyList<string> order = table.Name == "events" ? ["transaction", "id"] : table.Key;
            tables.Add(new BackupTable(table.Name, columns, order, await db.Count($"SELECT count(*) FROM \"{table.Name}\"", stop), await LastId(db, table, stop), ""));
        }
        return tables;
    }

    /// <summary>Reads from now on see the database as it is at this moment, without holding up writers.</summary>
    public static async Task OpenSnapshot(this DatabaseFacade database, CancellationToken stop)
    {
        await database.OpenConnectionAsync(stop);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = database.IsNpgsql() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN DEFERRED; SELECT count(*) FROM schema_steps";
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<long?> LastId(GildeDb db, ModelTable table, CancellationToken stop)
    {
        if (table.Key is not ["id"]) return null;
        if (!db.IsPostgres) return await db.Count($"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'), 0)", stop);
        var sequence = (await db.Texts($"""SELECT pg_get_serial_sequence('"{table.Name}"', 'id')""", stop)).Single();
        return sequence.Length == 0 ? null : await db.Count($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}", stop);
    }
}
