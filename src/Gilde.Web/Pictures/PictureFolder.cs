using System.Security.Cryptography;

namespace Gilde.Web.Pictures;

/// <summary>Where the files of pictures lie: <c>files/pictures/a3/a3f0…/large.webp</c>. Several web nodes share the folder.</summary>
public sealed class PictureFolder(Settings settings)
{
    private readonly string root = Path.Combine(settings.FilesFolder, "pictures");

    public string FileOf(string folder, Rendition rendition) => Path.Combine(root, folder, rendition.FileName);

    /// <summary>An empty folder for work in progress, on the same disk.</summary>
    public string NewScratch() => Directory.CreateDirectory(Path.Combine(root, "incoming", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))).FullName;

    /// <summary>Moves finished files to their place and returns its name once they are on the disk for good.</summary>
    public string Keep(string scratch)
    {
        var name = Path.GetFileName(scratch);
        var folder = $"{name[..2]}/{name}";
        foreach (var file in Directory.EnumerateFiles(scratch)) DurableFile.SyncFile(file);
        DurableFile.SyncFolder(scratch);
        var shelf = Directory.CreateDirectory(Path.Combine(root, name[..2])).FullName;
        Directory.Move(scratch, Path.Combine(root, folder));
        DurableFile.SyncFolder(shelf);
        DurableFile.SyncFolder(root);
        return folder;
    }

    /// <summary>Deletes the files of a picture; nothing happens where there are none.</summary>
    public void Erase(string folder)
    {
        var path = Path.Combine(root, folder);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    /// <summary>Every folder of files that is older than <paramref name="before"/>; what is left of broken uploads is among them.</summary>
    public IEnumerable<string> Older(DateTime before) =>
        Directory.Exists(root)
            ? Directory.EnumerateDirectories(root, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
                .Where(d => Path.GetFileName(d).Length == 32 && Directory.GetLastWriteTimeUtc(d) < before)
                .Select(d => Path.GetRelativePath(root, d))
            : [];
}
