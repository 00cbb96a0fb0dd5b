using System.IO.Compression;
using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Groups.Files;
using Gilde.Web.Pictures;

namespace Gilde.Web.Checks;

/// <summary>Uploaded files and their rows: none without the other.</summary>
internal static class FileRules
{
    /// <summary>A younger folder may belong to an upload that is about to commit.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    public static async Task<List<RuleResult>> Check(GildeDb db, Settings settings, CancellationToken stop)
    {
        var root = Path.Combine(settings.FilesFolder, "pictures");
        var known = await db.Set<Picture>().AsNoTracking().Select(p => p.Folder).ToHashSetAsync(stop);
        var missing = known.Where(f => !Directory.Exists(Path.Combine(root, f)) || !Directory.EnumerateFiles(Path.Combine(root, f)).Any()).Order(StringComparer.Ordinal).ToList();
        return
        [
            RuleResult.Of("Files", "The files of every picture are there.", missing),
            RuleResult.Of("Files", "Every folder of files belongs to a picture.", Folders(root).Where(f => !known.Contains(f)).Order(StringComparer.Ordinal).ToList()),
            .. await Groups(db, new GroupFileFolder(settings), stop),
            .. await Exports(db, new ExportFolder(settings), stop),
        ];
    }

    private static async Task<List<RuleResult>> Groups(GildeDb db, GroupFileFolder folder, CancellationToken stop)
    {
        var kept = await db.Set<GroupFileVersion>().AsNoTracking().Select(v => new { v.Path, v.Size }).ToDictionaryAsync(v => v.Path, v => v.Size, stop);
        return
        [
            RuleResult.Of("Files", "Every version of a group's file is there and whole.",
                kept.Where(v => !File.Exists(folder.PathOf(v.Key)) || new FileInfo(folder.PathOf(v.Key)).Length != v.Value).Select(v => v.Key).Order(StringComparer.Ordinal).ToList()),
            RuleResult.Of("Files", "Every file of a group belongs to a version.", folder.Older(TimeProvider.System.GetUtcNow().UtcDateTime - Young).Where(f => !kept.ContainsKey(f)).Order(StringComparer.Ordinal).ToList()),
        ];
    }

    /// <summary>The copies of their data that members may fetch.</summary>
    private static async Task<List<RuleResult>> Exports(GildeDb db, ExportFolder folder, CancellationToken stop)
    {
        var ready = await db.Exports.AsNoTracking().Where(e => e.ReadyAt != null).OrderBy(e => e.Id).ToListAsync(stop);
        var files = ready.Select(e => e.File).ToHashSet(StringComparer.Ordinal);
        return
        [
            RuleResult.Of("Files", "The file of every export is there and whole.", ready.Where(e => !IsWhole(folder.PathOf(e.File), e.Size)).Select(e => $"export {e.Id} {e.File}").ToList()),
            RuleResult.Of("Files", "Every file of an export belongs to one.", folder.Older(TimeProvider.System.GetUtcNow().UtcDateTime - Young).Where(f => !files.Contains(f)).Order(StringComparer.Ordinal).ToList()),
        ];
    }

    private static bool IsWhole(string path, long size)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != size) return false;
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.Entries.Count > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Two levels deep, as <c>a3/a3f0…</c>; what is older than a day.</summary>
    private static IEnumerable<string> Folders(string root)
    {
        if (!Directory.Exists(root)) return [];
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Young;
        return Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories)
            .Where(d => Directory.GetLastWriteTimeUtc(d) < before).Select(d => Path.GetRelativePath(root, d).Replace('\\', '/'));
    }
}
