using System.IO.Compression;
using System.Text.Json;

namespace Gilde.Web.Backups;

/// <summary>A backup file, opened for reading; nothing of it is believed before <see cref="Verify"/>.</summary>
public sealed class BackupArchive : IDisposable
{
    private readonly ZipArchive zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupException">It is no backup.</exception>
    public static BackupArchive Open(string path)
    {
        if (!File.Exists(path)) throw new BackupException($"There is no file {path}.");
        try
        {
            var zip = ZipFile.OpenRead(path);
            using var entry = (zip.GetEntry(BackupManifest.EntryName) ?? throw new BackupException($"{path} is no backup of Gilde: it has no manifest.")).Open();
            return new BackupArchive(zip, BackupManifest.Read(entry));
        }
        catch (InvalidDataException error)
        {
            throw new BackupException($"{path} is no backup of Gilde or it is damaged: {error.Message}");
        }
    }

    /// <summary>Reads everything once and compares checksums, row counts and lengths.</summary>
    /// <exception cref="BackupException">Something is missing or damaged; the message says what.</exception>
    public async Task Verify(CancellationToken stop)
    {
        foreach (var table in Manifest.Tables)
        {
            var (rows, _, sha256) = await Pass(table.EntryName, Stream.Null, stop);
            if (rows != table.Rows || sha256 != table.Sha256) throw new BackupException($"The backup is damaged: table {table.Name} has {rows} rows of {table.Rows}{(sha256 == table.Sha256 ? "" : " and another checksum than the manifest")}.");
        }
        foreach (var file in Manifest.Files)
        {
            var (_, length, sha256) = await Pass(file.EntryName, Stream.Null, stop);
            if (length != file.Length || sha256 != file.Sha256) throw new BackupException($"The backup is damaged: file {file.Path} is not what was saved.");
        }
    }

    /// <summary>The rows of a table in the order in which they were saved, each with a value a column.</summary>
    public async IAsyncEnumerable<object?[]> Rows(BackupTable table)
    {
        using var reader = new StreamReader(await Entry(table.EntryName).OpenAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return table.Columns.Select(c => PortableValue.Read(json.RootElement.GetProperty(c.Name), c.Kind)).ToArray();
        }
    }

    /// <summary>Unpacks an uploaded file below the folder and syncs it.</summary>
    public async Task Unpack(BackupFile file, string folder, CancellationToken stop)
    {
        var target = Path.GetFullPath(Path.Combine(folder, file.Path));
        if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new BackupException($"The backup names a file outside its folder: {file.Path}.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        await Pass(file.EntryName, stream, stop);
        stream.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private async Task<(long Lines, long Length, string Sha256)> Pass(string entry, Stream target, CancellationToken stop)
    {
        try
        {
            await using var opened = await Entry(entry).OpenAsync(stop);
            await using var hashed = new HashedStream(opened);
            var buffer = new byte[1 << 16];
            long lines = 0;
            for (int count; (count = await hashed.ReadAsync(buffer, stop)) > 0;)
            {
                lines += buffer.AsSpan(0, count).Count((byte)'\n');
                await target.WriteAsync(buffer.AsMemory(0, count), stop);
            }
            return (lines, hashed.Passed, hashed.Sha256());
        }
        catch (InvalidDataException error)
        {
            throw new BackupException($"The backup is damaged at {entry}: {error.Message}");
        }
    }

    private ZipArchiveEntry Entry(string name) => zip.GetEntry(name) ?? throw new BackupException($"The backup is damaged: {name} is missing.");
}
