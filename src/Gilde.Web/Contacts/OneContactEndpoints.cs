using Gilde.Graph;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Contacts;

/// <summary>The page of one contact and what can be done there.</summary>
internal static class OneContactEndpoints
{
    private static readonly Dictionary<PrivateWord, string> Words =
        new() { [PrivateWord.Unsaid] = "unsaid", [PrivateWord.Hardly] = "hardly", [PrivateWord.Well] = "well", [PrivateWord.AtNight] = "at-night" };

    public static void MapOneContact(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts/{id:long}", Show);
        members.Post("/contacts/{id:long}/notes", WriteNotes);
        members.Post("/contacts/{id:long}/release", Release);
        members.Post("/contacts/{id:long}/met", SayMet);
        members.Post("/contacts/{id:long}/word/{word}", SayWord);
        members.Post("/contacts/{id:long}/hidden", Hide);
        members.Post("/contacts/{id:long}/remove", Remove);
        members.Post("/members/{id:long}/block", Block);
    }

    private static async Task<IResult> Show(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (await ContactView.Load(db, viewer, id, clock.GetCurrentInstant(), stop) is not { } view) return Results.NotFound();
        if (http.Request.WantsJson()) return Results.Json(view);
        var notes = new ContactNotes(view.Note, view.HowMet, string.Join(", ", view.Contact.Tags));
        return Pages.Show<ContactPage>(await Parameters(viewer, db, clock, view, notes, new FieldErrors(), stop));
    }

    private static async Task<IResult> WriteNotes(
        long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, KeepContact keep, [FromForm] string? note, [FromForm] string? howMet, [FromForm] string? tags, CancellationToken stop)
    {
        var notes = new ContactNotes(note, howMet, tags);
        if (await keep.Write(viewer, id, notes, stop) is not { } errors) return Results.NotFound();
        if (!errors.Any) return Done(http, id, "Saved.");
        if (http.Request.WantsJson()) return errors.JsonErrors(viewer.T["That did not work"]);
        return await ContactView.Load(db, viewer, id, clock.GetCurrentInstant(), stop) is { } view
            ? Pages.Invalid<ContactPage>(await Parameters(viewer, db, clock, view, notes, errors, stop))
            : Results.NotFound();
    }

    private static async Task<IResult> Release(long id, HttpContext http, Viewer viewer, KeepContact keep, ExchangeForm form, CancellationToken stop) =>
        await keep.Release(viewer, id, form.Fields, stop) ? Done(http, id, "Saved.") : Results.NotFound();

    private static async Task<IResult> SayMet(long id, HttpContext http, Viewer viewer, KeepContact keep, CancellationToken stop) =>
        await keep.SayMet(viewer, id, stop) ? Done(http, id, "Noted.") : Results.NotFound();

    private static async Task<IResult> SayWord(long id, string word, HttpContext http, Viewer viewer, KeepContact keep, CancellationToken stop)
    {
        if (Words.FirstOrDefault(w => w.Value == word) is not { Value: not null } said || await keep.SayWord(viewer, id, said.Key, stop) is not { } before) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther($"/contacts/{id}", "Noted.", $"/contacts/{id}/word/{Words[before]}");
    }

    private static async Task<IResult> Hide(long id, HttpContext http, Viewer viewer, KeepContact keep, [FromForm] string? hidden, CancellationToken stop) =>
        await keep.Hide(viewer, id, hidden == "true", stop) ? Done(http, id, hidden == "true" ? "This contact is hidden now." : "This contact is no longer hidden.") : Results.NotFound();

    private static async Task<IResult> Remove(long id, HttpContext http, Viewer viewer, PartWays part, CancellationToken stop) =>
        await part.Remove(viewer, id, stop) ? Done(http, null, "Contact removed.") : Results.NotFound();

    private static async Task<IResult> Block(long id, HttpContext http, Viewer viewer, PartWays part, CancellationToken stop)
    {
        if (!await part.Block(viewer, id, stop)) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/blocks", "Blocked.", $"/settings/blocks/{id}/remove");
    }

    private static IResult Done(HttpContext http, long? id, string said) =>
        http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(id is null ? "/contacts" : $"/contacts/{id}", said);

    private static async Task<object> Parameters(Viewer viewer, GildeDb db, IClock clock, ContactView view, ContactNotes notes, FieldErrors errors, CancellationToken stop) => new
    {
        Viewer = viewer, Shown = view, Now = clock.GetCurrentInstant(), Notes = notes, Errors = errors,
        Tags = await db.TagsOf(viewer).OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync(stop),
    };
}
