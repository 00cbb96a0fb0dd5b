using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Groups.Files;

/// <summary>A member brings a file into a group, or a new version of one: the same name is the same file.</summary>
public sealed class KeepFile(GildeDb db, IClock clock, GroupFileFolder folder)
{
    /// <param name="fileId">The file that it is a version of, whatever it is called; null where the name decides.</param>
    public async Task<GroupResult> Execute(Viewer viewer, string slug, long? fileId, string? name, Stream? content, CancellationToken stop = default)
    {
        if (await db.GroupsWritableBy(viewer).Where(g => g.Slug == slug).Select(g => (long?)g.Id).SingleOrDefaultAsync(stop) is not { } groupId) return await NotWritable(viewer, slug, stop);
        if (content is null) return GroupResult.Invalid("file", viewer.T["Please choose a file."]);
        if (await IsFull(viewer, groupId, content.Length, stop) is { } full) return full;
        if (await folder.Keep(content, stop) is not { } stored) return GroupResult.Invalid("file", viewer.T["The file is larger than {0} MB.", GroupFileFolder.MaxBytes >> 20]);
        var result = await db.Alone(() => Keep(viewer, slug, fileId, Clean(name), stored, stop), stop);
        if (result.Outcome != GroupOutcome.Done) folder.Erase(stored.Path);
        return result;
    }

    private async Task<GroupResult> Keep(Viewer viewer, string slug, long? fileId, string name, StoredFile stored, CancellationToken stop)
    {
        if (await db.GroupsWritableBy(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        var files = db.FilesIn(group.Id);
        var file = fileId is { } id ? await files.SingleOrDefaultAsync(f => f.Id == id, stop) : await files.OrderBy(f => f.Id).FirstOrDefaultAsync(f => f.Name == name, stop);
        if (file is null && fileId is not null) return GroupResult.NotFound;
        if (file is null && await files.CountAsync(stop) >= GroupFile.Most) return GroupResult.Refused(viewer.T["A group keeps at most {0} files.", GroupFile.Most]);
        if (file?.Version >= GroupFileVersion.Most) return GroupResult.Refused(viewer.T["A file has at most {0} versions.", GroupFileVersion.Most]);
        // Asked again: others may have brought something while this one came in.
        if (await IsFull(viewer, group.Id, stored.Size, stop) is { } full) return full;
        var now = clock.GetCurrentInstant();
        file ??= db.Add(new GroupFile { GroupId = group.Id, Name = name, Words = Search.Words.Fold(name), ById = viewer.Id }).Entity;
        (file.Version, file.ChangedAt, group.ActiveAt) = (file.Version + 1, now, now);
        await db.SaveChangesAsync(stop);
        db.Add(new GroupFileVersion { FileId = file.Id, Version = file.Version, ById = viewer.Id, At = now, Size = stored.Size, Sha256 = stored.Sha256, Path = stored.Path });
        db.Record(clock, EventKinds.GroupFileKept, viewer.Id, subject: file.Id, parent: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }

    private async Task<GroupResult?> IsFull(Viewer viewer, long groupId, long more, CancellationToken stop) => await db.BytesIn(groupId, stop) + more <= GroupFile.MostBytes ? null
        : GroupResult.Refused(viewer.T["There is no room left for it: a group keeps at most {0} GB of files with all their versions. Remove some first.", GroupFile.MostBytes >> 30]);

    /// <summary>A member who may only read just now gets a sentence; for everybody else there is no such place.</summary>
    private async Task<GroupResult> NotWritable(Viewer viewer, string slug, CancellationToken stop) =>
        await db.GroupsOf(viewer).AnyAsync(g => g.Slug == slug, stop) ? GroupResult.Refused(viewer.T["You cannot write here just now: the group is archived, or you have not accepted its rules yet."]) : GroupResult.NotFound;

    private static string Clean(string? name)
    {
        var text = VisibleText.Line((name ?? "").Replace('\\', '/').Split('/')[^1]).Trim('.', ' ');
        return text.Length == 0 ? "file" : VisibleText.Cut(text, GroupFile.MaxName);
    }
}

/// <summary>Whoever brought it, or runs the group, takes a file away with all its versions.</summary>
public sealed class RemoveFile(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, long id, CancellationToken stop = default) => db.Alone(async () =>
    {
        var files = db.FilesRunBy(viewer, slug).Where(f => f.Id == id);
        if (await files.SingleOrDefaultAsync(stop) is not { } file) return GroupResult.NotFound;
        db.Discard(clock, await db.VersionsOf(files).ToListAsync(stop));
        db.Remove(file);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}
