using Gilde.Web.Contacts;
using Gilde.Web.Groups.Links;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups.Files;

/// <summary>Files and links of groups; asked for a group whose talk the viewer may read.</summary>
public static class FileScopes
{
    /// <summary>Files of groups that the viewer may read.</summary>
    public static IQueryable<GroupFile> FilesReadableBy(this GildeDb db, Viewer viewer)
    {
        var groups = db.GroupsReadableBy(viewer);
        return db.GroupFiles.Where(f => viewer.IsMember && groups.Any(g => g.Id == f.GroupId));
    }

    /// <summary>The files of a group with their newest version, what changed last first.</summary>
    public static IQueryable<FileRow> FileRows(this GildeDb db, Viewer viewer, long groupId)
    {
        var visible = db.MembersVisibleTo(viewer);
        return from file in db.FilesReadableBy(viewer)
               join version in db.GroupFileVersions on new { FileId = file.Id, file.Version } equals new { version.FileId, version.Version }
               where file.GroupId == groupId
               orderby file.ChangedAt descending, file.Id descending
               select new FileRow { Id = file.Id, Name = file.Name, Words = file.Words, Version = file.Version, Size = version.Size, ChangedAt = file.ChangedAt, By = visible.Where(m => m.Id == version.ById).Select(m => m.Name).FirstOrDefault(), OwnerId = file.ById };
    }

    /// <summary>All versions of a file, the newest first.</summary>
    public static IQueryable<VersionRow> VersionRows(this GildeDb db, Viewer viewer, long fileId)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.GroupFileVersions.Where(v => v.FileId == fileId).OrderByDescending(v => v.Version)
            .Select(v => new VersionRow { Version = v.Version, Size = v.Size, At = v.At, Sha256 = v.Sha256, By = visible.Where(m => m.Id == v.ById).Select(m => m.Name).FirstOrDefault() });
    }

    public static IQueryable<GroupFileVersion> VersionsOf(this GildeDb db, IQueryable<GroupFile> files) => db.GroupFileVersions.Where(v => files.Any(f => f.Id == v.FileId));

    /// <summary>The links of a group, newest first.</summary>
    public static IQueryable<LinkRow> LinkRows(this GildeDb db, Viewer viewer, long groupId)
    {
        var (visible, groups) = (db.MembersVisibleTo(viewer), db.GroupsReadableBy(viewer));
        return db.GroupLinks.Where(l => l.GroupId == groupId && viewer.IsMember && groups.Any(g => g.Id == l.GroupId)).OrderByDescending(l => l.Id)
            .Select(l => new LinkRow { Id = l.Id, Title = l.Title, Address = l.Address, Words = l.Words, At = l.At, ById = l.ById, By = visible.Where(m => m.Id == l.ById).Select(m => m.Name).FirstOrDefault() });
    }

    /// <summary>A link that the viewer may take away: their own, or one in a group that they run.</summary>
    public static IQueryable<GroupLink> LinksRunBy(this GildeDb db, Viewer viewer, string slug)
    {
        var (mine, run) = (db.GroupsOf(viewer).Where(g => g.Slug == slug && g.ArchivedAt == null), db.GroupsRunBy(viewer, GroupRole.Moderator));
        return db.GroupLinks.Where(l => mine.Any(g => g.Id == l.GroupId) && (l.ById == viewer.Id || run.Any(g => g.Id == l.GroupId)));
    }

    /// <summary>A file that the viewer may take away, likewise.</summary>
    public static IQueryable<GroupFile> FilesRunBy(this GildeDb db, Viewer viewer, string slug)
    {
        var (mine, run) = (db.GroupsOf(viewer).Where(g => g.Slug == slug && g.ArchivedAt == null), db.GroupsRunBy(viewer, GroupRole.Moderator));
        return db.GroupFiles.Where(f => mine.Any(g => g.Id == f.GroupId) && (f.ById == viewer.Id || run.Any(g => g.Id == f.GroupId)));
    }

    internal static IQueryable<GroupFile> FilesIn(this GildeDb db, long groupId) => db.GroupFiles.Where(f => f.GroupId == groupId);

    /// <summary>How much room the files of a group take, with all their versions.</summary>
    internal static async Task<long> BytesIn(this GildeDb db, long groupId, CancellationToken stop) => await db.VersionsOf(db.FilesIn(groupId)).SumAsync(v => (long?)v.Size, stop) ?? 0;

    internal static IQueryable<GroupLink> LinksIn(this GildeDb db, long groupId) => db.GroupLinks.Where(l => l.GroupId == groupId);

    internal static Task<List<string>> KnownFiles(this GildeDb db, IReadOnlyCollection<string> paths, CancellationToken stop) =>
        db.GroupFileVersions.Where(v => paths.Contains(v.Path)).Select(v => v.Path).ToListAsync(stop);

    /// <summary>Before a member is erased: what they brought goes, also the older and newer versions of what others brought.</summary>
    internal static async Task DropFilesOf(this GildeDb db, IClock clock, long memberId, CancellationToken stop)
    {
        var versions = await db.GroupFileVersions.Where(v => v.ById == memberId).ToListAsync(stop);
        db.Discard(clock, versions);
        await db.SaveChangesAsync(stop);
        var touched = versions.Select(v => v.FileId).Distinct().ToList();
        await db.GroupFiles.Where(f => touched.Contains(f.Id) && !db.GroupFileVersions.Any(v => v.FileId == f.Id)).ExecuteDeleteAsync(stop);
        await db.GroupFiles.Where(f => touched.Contains(f.Id)).ExecuteUpdateAsync(s => s.SetProperty(f => f.Version, f => db.GroupFileVersions.Where(v => v.FileId == f.Id).Max(v => v.Version)), stop);
    }

    /// <summary>Takes versions away in the unit of work; their files go once that has committed.</summary>
    internal static void Discard(this GildeDb db, IClock clock, IReadOnlyCollection<GroupFileVersion> versions)
    {
        db.RemoveRange(versions);
        foreach (var version in versions) Jobs.JobQueue.Enqueue(db, clock, EraseGroupFile.JobKind, version.Path, $"group-file:{version.Path}");
    }
}

/// <summary>A file in a group's list.</summary>
public sealed class FileRow
{
    public long Id { get; init; }
    public required string Name { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public string Words { get; init; } = "";
    public int Version { get; init; }
    public long Size { get; init; }
    public Instant ChangedAt { get; init; }
    /// <summary>Who brought the newest version, if the viewer may know of them.</summary>
    public string? By { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public long? OwnerId { get; init; }
}

public sealed class VersionRow
{
    public int Version { get; init; }
    public long Size { get; init; }
    public Instant At { get; init; }
    public required string Sha256 { get; init; }
    public string? By { get; init; }
}

public sealed class LinkRow
{
    public long Id { get; init; }
    public required string Title { get; init; }
    public required string Address { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public string Words { get; init; } = "";
    public Instant At { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public long ById { get; init; }
    public string? By { get; init; }
}
