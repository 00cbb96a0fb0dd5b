using System.Security.Cryptography;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>Where the ZIP files of exports lie until they expire.</summary>
public sealed class ExportFolder(Settings settings)
{
    private readonly string root = Path.Combine(settings.FilesFolder, "exports");

    /// <summary>Writes a file of a random name and returns the name and size once it is on the disk for good.</summary>
    public async Task<(string Name, long Size)> Write(Func<Stream, Task> content)
    {
        Directory.CreateDirectory(root);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + ".zip";
        await using var file = new FileStream(Path.Combine(root, name), FileMode.CreateNew, FileAccess.Write);
        await content(file);
        file.Flush(flushToDisk: true);
        return (name, file.Length);
    }

    public string PathOf(string name) => Path.Combine(root, Path.GetFileName(name));

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Names of all files that are older than <paramref name="before"/>.</summary>
    public IEnumerable<string> Older(DateTime before) =>
        Directory.Exists(root) ? new DirectoryInfo(root).EnumerateFiles("*.zip").Where(f => f.LastWriteTimeUtc < before).Select(f => f.Name) : [];
}
