namespace Gilde.Web.Data;

/// <summary>What was acknowledged must stay: refuses to serve on a database that does not sync its commits.</summary>
public static class Durability
{
    /// <exception cref="InvalidOperationException">The database would lose acknowledged writes when the machine stops.</exception>
    public static async Task Assert(GildeDb db, CancellationToken stop = default)
    {
        if (db.IsPostgres)
        {
            foreach (var setting in new[] { "synchronous_commit", "fsync" })
            {
                var value = (await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").ToListAsync(stop)).Single();
                if (value is "off" or "local") throw new InvalidOperationException($"PostgreSQL runs with {setting}={value}; Gilde needs it on, or acknowledged writes get lost.");
            }
            return;
        }
        var mode = (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync(stop)).Single();
        var sync = (await db.Database.SqlQueryRaw<long>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync(stop)).Single();
        if (mode != "wal" || sync < 2) throw new InvalidOperationException($"SQLite runs with journal_mode={mode}, synchronous={sync}; Gilde needs wal and FULL (2).");
    }
}
