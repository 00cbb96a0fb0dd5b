using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Imports;

/// <summary>The people of a staged import, page by page, each with a tick.</summary>
internal static class ImportPeopleEndpoints
{
    public const int PageSize = 100;
    private const string Path = "/settings/import/people";

    public static void MapImportPeople(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get(Path, Show);
        members.Post(Path, Tick);
    }

    private static async Task<IResult> Show(int? from, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var staged = await db.StagedImports.AsNoTracking().WaitingFor(viewer, clock.GetCurrentInstant()).SingleOrDefaultAsync(stop);
        if (staged is null)
            return Pages.SeeOther("/settings/import");
        var people = staged.Content().People;
        var first = Math.Clamp(from ?? 0, 0, Math.Max(0, people.Count - 1)) / PageSize * PageSize;
        return Pages.Show<ImportPeoplePage>(new { Viewer = viewer, Staged = staged, People = people, From = first });
    }

    /// <summary>Saves the ticks of one page; those of the others stay as they are.</summary>
    private static async Task<IResult> Tick([FromForm] IFormCollection form, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var staged = await db.StagedImports.WaitingFor(viewer, clock.GetCurrentInstant()).SingleOrDefaultAsync(stop);
        if (staged is null)
            return Pages.SeeOther("/settings/import");
        var count = staged.Content().People.Count;
        var from = int.TryParse(form["from"], out var start) && start >= 0 && start < count ? start / PageSize * PageSize : 0;
        var ticked = form["person"].Select(value => int.TryParse(value, out var person) ? person : -1).ToHashSet();
        for (var person = from; person < Math.Min(from + PageSize, count); person++)
            staged.LeaveOut(person, !ticked.Contains(person));
        await db.SaveChangesAsync(stop);
        return from + PageSize < count && form["then"] == "next" ? Pages.SeeOther($"{Path}?from={from + PageSize}") : Pages.SeeOther("/settings/import/preview");
    }
}
