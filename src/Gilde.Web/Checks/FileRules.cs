using Gilde.Web.Data;
using Gilde.Web.Pictures;
using Microsoft.EntityFrameworkCore;

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
        ];
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
