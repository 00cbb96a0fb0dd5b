namespace Gilde.Web.Backups;

/// <summary>The tables of a database as a backup describes them.</summary>
internal static class BackupTables
{
    /// <summary>Belongs to the search index, which a restore builds from the other tables.</summary>
    private const string OfTheIndex = "search_phrases";

    /// <summary>All tables that are not made from others, with the rows they hold now; checksums are still to come.</summary>
    public static async Task<List<BackupTable>> Of(GildeDb db, CancellationToken stop)
    {
        var tables = new List<BackupTable>();
        foreach (var table in ModelTable.All(db).Where(t => t.Name != OfTheIndex))
        {
            var columns = table.Columns.Select(c => new BackupColumn(c.Name, c.Kind)).ToList();
            tables.Add(new BackupTable(table.Name, columns, table.Key, await db.Count($"SELECT count(*) FROM \"{table.Name}\"", stop), await LastId(db, table, stop), ""));
        }
        return tables;
    }

    private static async Task<long?> LastId(GildeDb db, ModelTable table, CancellationToken stop)
    {
        if (table.Key is not ["id"]) return null;
        if (!db.IsPostgres) return await db.Count($"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'), 0)", stop);
        var sequence = (await db.Texts($"""SELECT pg_get_serial_sequence('"{table.Name}"', 'id')""", stop)).Single();
        return sequence.Length == 0 ? null : await db.Count($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}", stop);
    }
}
