using Gilde.Web.Accounts;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Portrait and cover of one's own profile.</summary>
internal static class PictureUploadEndpoints
{
    /// <summary>Above the largest picture taken, so that one that is too large gets a sentence beside the field instead of a broken connection.</summary>
    private const long MaxRequest = 40 << 20;

    public static void MapPictureUploads(this WebApplication app)
    {
        Map(app, PicturePurpose.Profile, "/settings/profile/picture");
        Map(app, PicturePurpose.Cover, "/settings/profile/cover");
    }

    private static void Map(WebApplication app, PicturePurpose purpose, string path)
    {
        var members = app.For(Access.Members);
        members.Get(path, async (Viewer viewer, PictureUploads uploads, PictureTool tool, CancellationToken stop) =>
            await Form(purpose, viewer, uploads, tool, null, stop));
        members.Post(path, ([FromForm] IFormCollection form, HttpContext http, Viewer viewer, PictureUploads uploads, PictureTool tool, Sessions sessions, CancellationToken stop) =>
                Upload(purpose, form.Files["picture"], VisibleText.Line(form["alternative"].ToString()), http, viewer, uploads, tool, sessions, stop))
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        members.Post(path + "/remove", async (HttpContext http, Viewer viewer, PictureUploads uploads, Sessions sessions, CancellationToken stop) =>
        {
            await uploads.Remove(viewer, purpose, stop);
            sessions.Forget(http);
            return Pages.SeeOther($"/@{viewer.Handle}", "Removed.");
        });
    }

    private static async Task<IResult> Upload(PicturePurpose purpose, IFormFile? file, string alternative, HttpContext http, Viewer viewer, PictureUploads uploads, PictureTool tool, Sessions sessions, CancellationToken stop)
    {
        var errors = new FieldErrors().AtMost(Picture.MaxAlternative, viewer.T, "alternative", alternative);
        if (errors.Any) return await Form(purpose, viewer, uploads, tool, errors, stop, alternative);
        if (file is null or { Length: 0 })
        {
            // The words may be changed without a new picture.
            if (!await uploads.Describe(viewer, purpose, alternative, stop)) errors.Add("picture", PictureWords.Why(PictureRefusal.Empty, viewer.T));
        }
        else
        {
            await using var content = file.OpenReadStream();
            if (await uploads.Set(viewer, purpose, content, alternative, stop) is { } refusal) errors.Add("picture", PictureWords.Why(refusal, viewer.T));
        }
        if (errors.Any) return await Form(purpose, viewer, uploads, tool, errors, stop, alternative);
        sessions.Forget(http);
        return Pages.SeeOther($"/@{viewer.Handle}", "Saved.");
    }

    private static async Task<IResult> Form(PicturePurpose purpose, Viewer viewer, PictureUploads uploads, PictureTool tool, FieldErrors? errors, CancellationToken stop, string? alternative = null)
    {
        var current = await uploads.Current(viewer, purpose, stop);
        var parameters = new { Viewer = viewer, Purpose = purpose, Current = current, Alternative = alternative ?? current?.Alternative ?? "", Errors = errors ?? new FieldErrors(), CanTake = tool.IsThere };
        return errors is null ? Pages.Show<PicturePage>(parameters) : Pages.Invalid<PicturePage>(parameters);
    }
}
