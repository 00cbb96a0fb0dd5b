using Gilde.Web.Moderation;
using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Pictures;

/// <summary>Serves the files of pictures to those who may see what they belong to.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this WebApplication app)
    {
        app.For(Access.Anyone).Get("/pictures/{id:long}", (long id, HttpContext http, Viewer viewer, GildeDb db, PictureFolder folder, IEnumerable<IPictureAccess> access, CancellationToken stop) =>
            Show(id, null, http, viewer, db, folder, access, stop));
        app.For(Access.Anyone).Get("/pictures/{id:long}/{size}", Show);
    }

    private static async Task<IResult> Show(long id, string? size, HttpContext http, Viewer viewer, GildeDb db, PictureFolder folder, IEnumerable<IPictureAccess> access, CancellationToken stop)
    {
        var picture = await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop);
        if (picture is null || Rendition(picture, size) is not { } rendition) return Results.NotFound();
        var sight = access.FirstOrDefault(a => a.IsFor(picture.Purpose)) is { } judge ? await judge.Of(db, viewer, picture, stop) : PictureSight.Nobody;
        // Moderators see the pictures of what somebody has reported.
        if (sight == PictureSight.Nobody && (viewer.IsModerator || viewer.IsOperator) && await db.IsReportedPicture(id, stop)) sight = PictureSight.Viewer;
        var file = folder.FileOf(picture.Folder, rendition);
        if (sight == PictureSight.Nobody || !File.Exists(file)) return Results.NotFound();
        // A picture never changes under its address. A day at most, so that one that was taken away is gone from caches soon.
        http.Response.Headers.CacheControl = sight == PictureSight.Everyone ? "public, max-age=86400, immutable" : "private, max-age=86400, immutable";
        return Results.File(file, rendition.MediaType, entityTag: new EntityTagHeaderValue($"\"{picture.Sha256[..16]}-{rendition.FileName}\""));
    }

    private static Rendition? Rendition(Picture picture, string? size)
    {
        var shape = PictureShape.For(picture.Purpose);
        if (size is null) return shape.Of(shape.Usual);
        return size.All(char.IsAsciiLetter) && Enum.TryParse<PictureSize>(size, ignoreCase: true, out var wanted) ? shape.Of(wanted) : null;
    }
}
