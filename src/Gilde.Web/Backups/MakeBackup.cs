using System.IO.Compression;
using System.Reflection;
using Gilde.Web.CommandLine;
using NodaTime.Text;

namespace Gilde.Web.Backups;

/// <summary>
/// Writes everything into one file: one consistent snapshot of all tables, then the uploaded files. The server may go on serving and writing meanwhile.
/// </summary>
public sealed class MakeBackup(GildeDb db, Settings settings, IClock clock)
{
    public async Task<BackupManifest> Execute(string path, IProgress<Advance> progress, CancellationToken stop = default)
    {
        if (File.Exists(path)) throw new BackupException($"{path} is there already; a backup overwrites nothing.");
        var unfinished = path + ".part";
        try
        {
            BackupManifest manifest;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) manifest = await Write(zip, progress, stop);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
            return manifest;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private async Task<BackupManifest> Write(ZipArchive zip, IProgress<Advance> progress, CancellationToken stop)
    {
        await db.Database.OpenSnapshot(stop);
        try
        {
            var manifest = new BackupManifest
            {
                Program = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
                Step = (int)await db.Count("SELECT max(number) FROM schema_steps", stop),
                MadeAt = InstantPattern.General.Format(clock.GetCurrentInstant()),
                Tables = await Tables(zip, progress, stop),
                Files = await Files(zip, progress, stop),
            };
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(stop);
            await entry.WriteAsync(manifest.Write(), stop);
            progress.Report(new Advance("Done", 1));
            return manifest;
        }
        finally
        {
            await db.Execute("ROLLBACK", CancellationToken.None);
        }
    }

    private async Task<List<BackupTable>> Tables(ZipArchive zip, IProgress<Advance> progress, CancellationToken stop)
    {
        var lines = new TableLines(db, await EventNumbers.Of(db, stop));
        var tables = await BackupTables.Of(db, stop);
        long total = tables.Sum(t => t.Rows), before = 0;
        var done = new List<BackupTable>();
        foreach (var table in tables)
        {
            await using var entry = await zip.CreateEntry(table.EntryName, CompressionLevel.Fastest).OpenAsync(stop);
            await using var hashed = new HashedStream(entry);
            var rows = await lines.Write(table, hashed, n => progress.Report(new Advance($"Table {table.Name}", 0.9 * (before + n) / total)), stop);
            done.Add(table with { Rows = rows, Sha256 = hashed.Sha256() });
            before += rows;
        }
        return done;
    }

    /// <summary>All uploaded files. A file is there before its row is, so none that the snapshot knows can be missing, unless it was removed since.</summary>
    private async Task<List<BackupFile>> Files(ZipArchive zip, IProgress<Advance> progress, CancellationToken stop)
    {
        var done = new List<BackupFile>();
        if (!Directory.Exists(settings.FilesFolder)) return done;
        var paths = Directory.EnumerateFiles(settings.FilesFolder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(settings.FilesFolder, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        foreach (var path in paths)
        {
            progress.Report(new Advance("Files", 0.9 + 0.1 * done.Count / paths.Count));
            if (Open(Path.Combine(settings.FilesFolder, path)) is not { } file) continue;
            await using (file)
            {
                await using var entry = await zip.CreateEntry($"files/{path}", CompressionLevel.NoCompression).OpenAsync(stop);
                await using var hashed = new HashedStream(entry);
                await file.CopyToAsync(hashed, stop);
                done.Add(new BackupFile(path, hashed.Passed, hashed.Sha256()));
            }
        }
        return done;
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
