using Gilde.Web.CommandLine;
using Gilde.Web.Search;

namespace Gilde.Web.Backups;

/// <summary>What was restored, and how many came back who had been erased since; they are hidden until the server erases them again.</summary>
public sealed record RestoreResult(BackupManifest Backup, int BroughtBack);

/// <summary>
/// Brings a backup into an empty database, on whichever of the two it was made: all of it or nothing. What was restored is read back and
/// must have the very checksums of the backup. A backup of an earlier Gilde is brought up to date afterwards.
/// </summary>
public sealed class RestoreBackup(GildeDb db, Settings settings)
{
    public async Task<RestoreResult> Execute(string path, IProgress<Advance> progress, CancellationToken stop = default)
    {
        using var archive = BackupArchive.Open(path);
        var manifest = archive.Manifest;
        progress.Report(new Advance("Checking the backup", 0));
        await archive.Verify(stop);
        await Prepare(manifest, stop);
        try
        {
            progress.Report(new Advance("Files", 0.15));
            foreach (var file in manifest.Files) await archive.Unpack(file, settings.FilesFolder, stop);
            await db.Atomically(async () =>
            {
                await Fill(archive, progress, stop);
                await Compare(manifest, progress, stop);
                return 0;
            }, stop);
        }
        catch
        {
            // The folder was empty before: nothing of a restore that failed stays behind.
            if (Directory.Exists(settings.FilesFolder)) Directory.Delete(settings.FilesFolder, recursive: true);
            throw;
        }
        progress.Report(new Advance("Bringing up to date", 0.95));
        await Migrations.Run(db, stop: stop);
        var broughtBack = await db.Atomically(() => new ErasureLedger(settings).Apply(db, stop), stop);
        // A backup holds no index, and its readers of the log stand where they would not build one.
        progress.Report(new Advance("Building the search index", 0.97));
        await new RebuildSearch(db).Execute(stop: stop);
        await db.Analyze(stop);
        progress.Report(new Advance("Done", 1));
        return new RestoreResult(manifest, broughtBack);
    }

    /// <summary>An empty schema of the very step of the backup.</summary>
    private async Task Prepare(BackupManifest manifest, CancellationToken stop)
    {
        if (manifest.Step > Migrations.Steps[^1].Number) throw new BackupException($"The backup was made by a newer Gilde ({manifest.Program}); restore it with that one.");
        if (Directory.Exists(settings.FilesFolder) && Directory.EnumerateFiles(settings.FilesFolder, "*", SearchOption.AllDirectories).Any())
            throw new BackupException($"{settings.FilesFolder} holds files already. Restore into an empty data folder.");
        await Migrations.Run(db, last: manifest.Step, stop: stop);
        if (await db.Count("SELECT max(number) FROM schema_steps", stop) > manifest.Step)
            throw new BackupException("This database is newer than the backup. Restore into a database that no Gilde has opened yet; it is brought up to date by itself.");
        foreach (var table in manifest.Tables.Where(t => t.Name is "networks" or "members"))
            if (await db.Count($"SELECT count(*) FROM \"{table.Name}\"", stop) > 0) throw new BackupException("This database holds a network already. A backup is restored into an empty one only.");
    }

    private async Task Fill(BackupArchive archive, IProgress<Advance> progress, CancellationToken stop)
    {
        long total = Math.Max(1, archive.Manifest.Tables.Sum(t => t.Rows)), done = 0;
        // What a server leaves behind that was started but never set up: keys, positions.
        foreach (var table in archive.Manifest.Tables.Reverse()) await db.Execute($"DELETE FROM \"{table.Name}\"", stop);
        foreach (var table in archive.Manifest.Tables)
        {
            progress.Report(new Advance($"Table {table.Name}", 0.2 + 0.5 * done / total));
            await using var rows = await BulkRows.Into(db, $"\"{table.Name}\"", table.Columns.Select(c => c.Name).ToList(), stop);
            await foreach (var row in archive.Rows(table).WithCancellation(stop))
            {
                await rows.Write(row, stop);
                if (++done % 1000 == 0) progress.Report(new Advance($"Table {table.Name}", 0.2 + 0.5 * done / total));
            }
            await rows.Complete(stop);
        }
        foreach (var table in archive.Manifest.Tables.Where(t => t.LastId is not null)) await ContinueIds(table, stop);
    }

    /// <summary>Reads everything back in the same way as a backup does: same bytes, or nothing was restored.</summary>
    private async Task Compare(BackupManifest manifest, IProgress<Advance> progress, CancellationToken stop)
    {
        var lines = new TableLines(db, await EventNumbers.Of(db, stop));
        foreach (var (table, index) in manifest.Tables.Select((t, i) => (t, i)))
        {
            progress.Report(new Advance($"Comparing {table.Name}", 0.7 + 0.25 * index / manifest.Tables.Count));
            await using var hashed = new HashedStream(Stream.Null);
            var rows = await lines.Write(table, hashed, _ => { }, stop);
            if (rows != table.Rows || hashed.Sha256() != table.Sha256) throw new BackupException($"Table {table.Name} came out different ({rows} rows of {table.Rows}). Nothing was restored.");
        }
    }

    /// <summary>New rows get ids above all that were ever given, so that an id of what is gone is never used again.</summary>
    private async Task ContinueIds(BackupTable table, CancellationToken stop)
    {
        var last = Math.Max(table.LastId ?? 0, await db.Count($"SELECT coalesce(max(id), 0) FROM \"{table.Name}\"", stop));
        if (db.IsPostgres)
        {
            await db.Execute($"""SELECT setval(s, greatest({last}, 1), {last} > 0) FROM pg_get_serial_sequence('"{table.Name}"', 'id') s WHERE s IS NOT NULL""", stop);
            return;
        }
        await db.Execute($"DELETE FROM sqlite_sequence WHERE name = '{table.Name}'; INSERT INTO sqlite_sequence (name, seq) SELECT name, {last} FROM sqlite_master WHERE type = 'table' AND name = '{table.Name}' AND sql LIKE '%AUTOINCREMENT%'", stop);
    }
}
