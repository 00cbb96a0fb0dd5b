using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Imports;

/// <summary>A member brings in their LinkedIn archive or address book: upload, look, choose, apply.</summary>
internal static class ImportEndpoints
{
    private const string Path = "/settings/import";

    /// <summary>Above the largest file taken, so that one that is too large gets a sentence beside the field instead of a broken connection.</summary>
    private const long MaxRequest = StageImport.MaxBytes + (20 << 20);

    public static void MapMemberImport(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get(Path, async (int? profile, int? people, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop) =>
            Pages.Show<ImportPage>(new { Viewer = viewer, Waits = await Waits(db, viewer, clock, stop), Profile = profile, People = people }));
        members.Post(Path, Upload)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxRequest })
            .RequireRateLimiting(RateLimits.Heavy);
        members.Get(Path + "/preview", Preview);
        members.Post(Path + "/apply", Apply);
        members.Post(Path + "/discard", Discard);
        app.MapImportPeople();
    }

    private static async Task<IResult> Upload([FromForm] IFormCollection form, Viewer viewer, StageImport stage, GildeDb db, IClock clock, CancellationToken stop)
    {
        var file = form.Files["file"];
        await using var content = file?.OpenReadStream();
        var outcome = await stage.Execute(viewer, content, file?.FileName ?? "", stop);
        return outcome == StageOutcome.Staged
            ? Pages.SeeOther(Path + "/preview")
            : Pages.Invalid<ImportPage>(new { Viewer = viewer, Waits = await Waits(db, viewer, clock, stop), Error = ImportWords.Why(outcome, viewer.T) });
    }

    private static async Task<IResult> Preview(Viewer viewer, GildeDb db, IClock clock, FillProfile profile, CancellationToken stop)
    {
        var staged = await db.StagedImports.AsNoTracking().WaitingFor(viewer, clock.GetCurrentInstant()).SingleOrDefaultAsync(stop);
        if (staged is null)
            return Pages.SeeOther(Path);
        var content = staged.Content();
        return Pages.Show<PreviewPage>(new { Viewer = viewer, Staged = staged, Content = content, News = await profile.News(viewer, content, stop), Empty = await profile.Empty(viewer, stop) });
    }

    private static async Task<IResult> Apply([FromForm] IFormCollection form, Viewer viewer, ApplyImport apply, CancellationToken stop)
    {
        var pieces = form["take"].Select(value => Enum.TryParse<ProfilePiece>(value, ignoreCase: true, out var piece) ? piece : (ProfilePiece?)null).OfType<ProfilePiece>().ToHashSet();
        var people = Enum.TryParse<PeopleChoice>(form["people"].ToString(), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : PeopleChoice.None;
        var applied = await apply.Execute(viewer, new ImportChoice(pieces, people), stop);
        return applied is null ? Pages.SeeOther(Path) : Pages.SeeOther($"{Path}?profile={applied.Profile}&people={applied.People.Added}");
    }

    private static async Task<IResult> Discard(Viewer viewer, GildeDb db, CancellationToken stop)
    {
        await db.StagedImports.Where(i => i.MemberId == viewer.Id).ExecuteDeleteAsync(stop);
        return Pages.SeeOther(Path);
    }

    /// <summary>The name of the file that waits, if one does.</summary>
    private static Task<string?> Waits(GildeDb db, Viewer viewer, IClock clock, CancellationToken stop) =>
        db.StagedImports.WaitingFor(viewer, clock.GetCurrentInstant()).Select(i => i.FileName).SingleOrDefaultAsync(stop);
}
