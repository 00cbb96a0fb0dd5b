using System.Security.Cryptography;
using System.Text.Json;
using Gilde.Web.Jobs;

namespace Gilde.Web.Groups.Files;

/// <summary>A file that has been received and is on the disk for good.</summary>
public sealed record StoredFile(string Path, long Size, string Sha256);

/// <summary>Where the files of groups lie: <c>files/groups/a3/a3f0…</c>, under names that say nothing. Several web nodes share the folder.</summary>
public sealed class GroupFileFolder(Settings settings)
{
    public const long MaxBytes = 50L << 20;
    private readonly string root = Path.Combine(settings.FilesFolder, "groups");

    public string PathOf(string path) => Path.Combine(root, path);

    /// <summary>Writes what comes in; null where it is more than <see cref="MaxBytes"/>.</summary>
    public async Task<StoredFile?> Keep(Stream content, CancellationToken stop)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var shelf = Directory.CreateDirectory(Path.Combine(root, name[..2])).FullName;
        var file = Path.Combine(shelf, name);
        try
        {
            if (await Write(content, file, stop) is not { } written) return null;
            DurableFile.SyncFolder(shelf);
            DurableFile.SyncFolder(root);
            return new StoredFile($"{name[..2]}/{name}", written.Size, written.Sha256);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Deletes a file; nothing happens where there is none.</summary>
    public void Erase(string path) => File.Delete(PathOf(path));

    /// <summary>Every file that is older than <paramref name="before"/>.</summary>
    public IEnumerable<string> Older(DateTime before) => Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
        : [];

    private static async Task<(long Size, string Sha256)?> Write(Stream content, string file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        long total = 0;
        await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
        {
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                total += read;
                if (total > MaxBytes) break;
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), stop);
            }
            target.Flush(flushToDisk: true);
        }
        if (total <= MaxBytes) return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
        File.Delete(file);
        return null;
    }
}

/// <summary>Deletes a file whose row is gone.</summary>
public sealed class EraseGroupFile(GroupFileFolder folder) : IJobHandler
{
    public const string JobKind = "group-file.erase";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop)
    {
        folder.Erase(JsonSerializer.Deserialize<string>(payload)!);
        return Task.CompletedTask;
    }
}

/// <summary>Deletes files without a row, left by uploads that broke off. Runs once a day.</summary>
public sealed class SweepGroupFiles(GildeDb db, GroupFileFolder folder, IClock clock)
{
    public async Task Execute(CancellationToken stop)
    {
        // A younger one may belong to an upload that is about to commit.
        foreach (var batch in folder.Older((clock.GetCurrentInstant() - Duration.FromDays(1)).ToDateTimeUtc()).Chunk(500))
        {
            var known = await db.KnownFiles(batch, stop);
            foreach (var orphan in batch.Except(known)) folder.Erase(orphan);
        }
    }
}
