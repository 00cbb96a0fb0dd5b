using System.Globalization;
using Gilde.Web.Formats;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Groups.Files;

/// <summary>The files of a group: list, search, versions, up and down.</summary>
internal static class FileEndpoints
{
    private const long MaxRequest = GroupFileFolder.MaxBytes + (10 << 20);
    private const int PageSize = 40;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/groups/{slug}/files", List).RequireRateLimiting(RateLimits.People);
        members.Post("/groups/{slug}/files", async (string slug, HttpContext http, Viewer viewer, GildeDb db, KeepFile keep, CancellationToken stop) =>
            await Keep(slug, null, http, viewer, keep, (status, errors) => Page(slug, viewer, db, "", null, status, errors, stop), stop)).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/groups/{slug}/files/{id:long}", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop) => await File(slug, id, http, viewer, db, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/files/{id:long}", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, KeepFile keep, CancellationToken stop) =>
            await Keep(slug, id, http, viewer, keep, (status, errors) => File(slug, id, http, viewer, db, status, errors, stop), stop)).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/groups/{slug}/files/{id:long}/{version:int}", Download);
        members.Post("/groups/{slug}/files/{id:long}/remove", async (string slug, long id, HttpContext http, Viewer viewer, RemoveFile remove, CancellationToken stop) =>
            await (await remove.Execute(viewer, slug, id, stop)).After(http, viewer, $"/groups/{slug}/files", "Removed.", (_, _) => Task.FromResult(Results.NotFound())));
    }

    private static async Task<IResult> Keep(string slug, long? id, HttpContext http, Viewer viewer, KeepFile keep, Func<int, FieldErrors, Task<IResult>> again, CancellationToken stop)
    {
        var file = (await http.Form()).Files["file"];
        await using var content = file is { Length: > 0 } ? file.OpenReadStream() : null;
        return await (await keep.Execute(viewer, slug, id, file?.FileName, content, stop)).After(http, viewer, $"/groups/{slug}/files", "The file is there.", again);
    }

    private static async Task<IResult> List(string slug, HttpContext http, Viewer viewer, GildeDb db, string? q, string? after, CancellationToken stop)
    {
        if (!http.Request.WantsJson()) return await Page(slug, viewer, db, q, after, StatusCodes.Status200OK, new FieldErrors(), stop);
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        var (files, cursor) = await Files(db, viewer, group, q, after, stop);
        return http.JsonList(files, Next(group, q, cursor));
    }

    private static async Task<IResult> Page(string slug, Viewer viewer, GildeDb db, string? q, string? after, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        var (files, cursor) = await Files(db, viewer, group, q, after, stop);
        return Pages.WithStatus<FilesPage>(status, new { Viewer = viewer, Group = group, Files = files, Words = Words(q), After = after, Next = Next(group, q, cursor), NextFrame = cursor, Errors = errors });
    }

    private static async Task<(List<FileRow> Files, string? Cursor)> Files(GildeDb db, Viewer viewer, GroupView group, string? q, string? after, CancellationToken stop)
    {
        var rows = db.FileRows(viewer, group.Id);
        foreach (var word in Search.Words.Of(Words(q)).Take(5)) rows = rows.Where(f => f.Words.Contains(word));
        if (Position(after) is { } from) rows = rows.Where(f => f.ChangedAt < from.At || (f.ChangedAt == from.At && f.Id < from.Id));
        var found = await rows.Take(PageSize + 1).ToListAsync(stop);
        var cursor = found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].ChangedAt.ToUnixTimeTicks()}-{found[PageSize - 1].Id}") : null;
        return ([.. found.Take(PageSize)], cursor);
    }

    private static async Task<IResult> File(string slug, long id, HttpContext http, Viewer viewer, GildeDb db, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group || await db.FileRows(viewer, group.Id).SingleOrDefaultAsync(f => f.Id == id, stop) is not { } file) return Results.NotFound();
        var versions = await db.VersionRows(viewer, id).ToListAsync(stop);
        return http.Request.WantsJson() ? Results.Json(new { File = file, Versions = versions })
            : Pages.WithStatus<FilePage>(status, new { Viewer = viewer, Group = group, File = file, Versions = versions, MayRemove = await db.FilesRunBy(viewer, slug).AnyAsync(f => f.Id == id, stop), Errors = errors });
    }

    /// <summary>Always a download of unknown type, so that nothing that members bring ever runs as a page of this network.</summary>
    private static async Task<IResult> Download(string slug, long id, int version, Viewer viewer, GildeDb db, GroupFileFolder folder, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        var files = db.FilesReadableBy(viewer).Where(f => f.Id == id && f.GroupId == group.Id);
        var kept = await db.VersionsOf(files).AsNoTracking().SingleOrDefaultAsync(v => v.Version == version, stop);
        if (kept is null || !System.IO.File.Exists(folder.PathOf(kept.Path))) return Results.NotFound();
        return Results.File(folder.PathOf(kept.Path), "application/octet-stream", await files.Select(f => f.Name).SingleAsync(stop), enableRangeProcessing: true);
    }

    private static string Words(string? q) => VisibleText.Cut(VisibleText.Line(q ?? ""), 100);

    private static string? Next(GroupView group, string? q, string? cursor) =>
        cursor is null ? null : $"{group.Href}/files" + (Words(q).Length > 0 ? QueryString.Create("q", Words(q)) : QueryString.Empty).Add("after", cursor);

    private static (Instant At, long Id)? Position(string? after) => GroupDirectory.Position(after);
}
