using Gilde.Web.Accounts;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;
using Gilde.Web.Profiles.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Home.Welcome;

/// <summary>The first page of a new member: one line, a picture, contacts, people. Each step can be left out and is then not asked for again.</summary>
internal static class WelcomeEndpoints
{
    private const string Path = "/welcome";

    /// <summary>Above the largest picture taken, so that one that is too large gets a sentence instead of a broken connection.</summary>
    private const long MaxRequest = 40 << 20;

    public static void MapWelcome(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get(Path, async (string? step, Viewer viewer, GildeDb db, Acquaintances acquaintances, PictureTool tool, CancellationToken stop) =>
            Pages.Show<WelcomePage>(new { Viewer = viewer, View = await WelcomeView.Load(db, viewer, acquaintances, WelcomeSteps.Parse(step), stop), CanTake = tool.IsThere, Errors = new FieldErrors() }));
        members.Post(Path + "/line", SaveLine);
        members.Post(Path + "/picture", SavePicture).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        members.Post(Path + "/skip/{step}", Skip);
    }

    private static async Task<IResult> SaveLine([FromForm] IFormCollection posted, Viewer viewer, GildeDb db, Acquaintances acquaintances, Sessions sessions, PictureTool tool, IClock clock, HttpContext http, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var name = RealName.Clean(form.Line("name", RealName.MaxLength));
        if (RealName.Problem(name, viewer.T) is { } problem) form.Errors.Add("name", problem);
        var headline = form.Line("headline", required: viewer.T["Please say in one line what you do, or leave this step out."]);
        if (form.Errors.Any) return Again(viewer, await WelcomeView.Load(db, viewer, acquaintances, WelcomeStep.Line, stop) with { Name = name, Headline = headline }, tool, form.Errors);
        await db.SaveNameAndHeadline(clock, viewer, Caller.Of(http), name, headline, stop);
        sessions.Forget(http);
        return Pages.SeeOther(Path);
    }

    private static async Task<IResult> SavePicture([FromForm] IFormCollection posted, Viewer viewer, GildeDb db, Acquaintances acquaintances, Sessions sessions, PictureUploads uploads, PictureTool tool, HttpContext http, CancellationToken stop)
    {
        if (await Take(posted.Files["picture"], viewer, uploads, stop) is { } refusal)
            return Again(viewer, await WelcomeView.Load(db, viewer, acquaintances, WelcomeStep.Picture, stop), tool, new FieldErrors().Add("picture", PictureWords.Why(refusal, viewer.T)));
        sessions.Forget(http);
        return Pages.SeeOther(Path);
    }

    private static async Task<PictureRefusal?> Take(IFormFile? file, Viewer viewer, PictureUploads uploads, CancellationToken stop)
    {
        if (file is null or { Length: 0 }) return PictureRefusal.Empty;
        await using var content = file.OpenReadStream();
        return await uploads.Set(viewer, PicturePurpose.Profile, content, "", stop);
    }

    private static async Task<IResult> Skip(string step, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (WelcomeSteps.Parse(step) is not { } skipped) return Results.NotFound();
        await db.DismissHint(viewer, skipped.Hint(), clock, stop);
        return Pages.SeeOther(Path);
    }

    private static IResult Again(Viewer viewer, WelcomeView view, PictureTool tool, FieldErrors errors) =>
        Pages.Invalid<WelcomePage>(new { Viewer = viewer, View = view, CanTake = tool.IsThere, Errors = errors });
}
