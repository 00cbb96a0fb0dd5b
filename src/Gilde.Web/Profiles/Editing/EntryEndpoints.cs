using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Positions, education, languages, credentials and websites of one's own profile.</summary>
internal static class EntryEndpoints
{
    public static void MapEntries(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/profile/{section}", List);
        members.Post("/settings/profile/{section}", ShowTo);
        members.Get("/settings/profile/{section}/new", New);
        members.Post("/settings/profile/{section}/new", (string section, [FromForm] IFormCollection form, Viewer viewer, EntryEdits edits, CancellationToken stop) => Save(section, null, form, viewer, edits, stop));
        members.Get("/settings/profile/{section}/{id:long}", Edit);
        members.Post("/settings/profile/{section}/{id:long}", (string section, long id, [FromForm] IFormCollection form, Viewer viewer, EntryEdits edits, CancellationToken stop) => Save(section, id, form, viewer, edits, stop));
        members.Post("/settings/profile/{section}/{id:long}/move", Move);
        members.Post("/settings/profile/{section}/{id:long}/remove", Remove);
        members.Post("/settings/profile/removed/{id:long}", Restore);
    }

    private static async Task<IResult> List(string section, long? removed, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (EntryKinds.Of(section) is not { } kind) return Results.NotFound();
        var entries = await kind.List(db, viewer.Id, stop);
        return Pages.Show<EntriesPage>(new { Viewer = viewer, Kind = kind, Entries = entries.Select(e => kind.Line(e, viewer.T)).ToList(), Audience = await AudienceOf(kind, viewer, db, stop), Removed = removed });
    }

    private static async Task<IResult> ShowTo(string section, [FromForm] IFormCollection form, Viewer viewer, EntryEdits edits, CancellationToken stop)
    {
        if (EntryKinds.Of(section) is not { } kind) return Results.NotFound();
        await edits.ShowTo(viewer, kind.Section, new FormReader(form, viewer.T).Audience(kind.Section), stop);
        return Pages.SeeOther($"/@{viewer.Handle}#{section}", "Saved.");
    }

    private static async Task<IResult> New(string section, Viewer viewer, GildeDb db, CancellationToken stop) =>
        EntryKinds.Of(section) is { } kind
            ? Pages.Show<EntryPage>(new { Viewer = viewer, Kind = kind, Typed = new Dictionary<string, string>(), Audience = await AudienceOf(kind, viewer, db, stop) })
            : Results.NotFound();

    private static async Task<IResult> Edit(string section, long id, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (EntryKinds.Of(section) is not { } kind || await kind.Find(db, viewer.Id, id, stop) is not { } entry) return Results.NotFound();
        return Pages.Show<EntryPage>(new { Viewer = viewer, Kind = kind, Typed = kind.Read(entry), Audience = await AudienceOf(kind, viewer, db, stop), EntryId = (long?)id });
    }

    private static async Task<IResult> Save(string section, long? id, IFormCollection posted, Viewer viewer, EntryEdits edits, CancellationToken stop)
    {
        if (EntryKinds.Of(section) is not { } kind) return Results.NotFound();
        var form = kind.Take(posted, viewer.T);
        var audience = form.Audience(kind.Section);
        if (!form.Errors.Any)
        {
            switch (await edits.Save(viewer, kind, id, form.Typed, audience, stop))
            {
                case EntrySaving.Saved:
                    return Pages.SeeOther(posted["then"] == "another" ? $"/settings/profile/{section}/new" : $"/@{viewer.Handle}#{section}", "Saved.");
                case EntrySaving.Gone:
                    return Results.NotFound();
                case EntrySaving.Full:
                    form.Errors.Add("", viewer.T["There is room for {0} here; please remove one first.", kind.Limit]);
                    break;
                case EntrySaving.Twice:
                    form.Errors.Add(kind.Fields(viewer.T)[0].Name, viewer.T["You have listed this already."]);
                    break;
            }
        }
        return Pages.Invalid<EntryPage>(new { Viewer = viewer, Kind = kind, Typed = form.Typed, Audience = audience, form.Errors, EntryId = id });
    }

    private static async Task<IResult> Move(string section, long id, [FromForm] string? direction, Viewer viewer, EntryEdits edits, CancellationToken stop) =>
        EntryKinds.Of(section) is { } kind && await edits.Move(viewer, kind, id, direction == "up", stop) ? Pages.SeeOther($"/settings/profile/{section}") : Results.NotFound();

    private static async Task<IResult> Remove(string section, long id, Viewer viewer, EntryEdits edits, CancellationToken stop) =>
        EntryKinds.Of(section) is { } kind && await edits.Remove(viewer, kind, id, stop) is { } removed ? Pages.SeeOther($"/settings/profile/{section}?removed={removed.Id}") : Results.NotFound();

    private static async Task<IResult> Restore(long id, Viewer viewer, EntryEdits edits, CancellationToken stop) =>
        await edits.Restore(viewer, id, stop) is { } restored ? Pages.SeeOther($"/settings/profile/{restored.Section.Slug()}") : Results.NotFound();

    private static async Task<Audience> AudienceOf(EntryKind kind, Viewer viewer, GildeDb db, CancellationToken stop) =>
        (await ProfileSheetReader.Audiences(db, viewer.Id, stop))[kind.Section];
}
