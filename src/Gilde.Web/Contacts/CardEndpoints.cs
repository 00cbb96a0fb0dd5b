using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Contacts;

/// <summary>The viewer's own contact data.</summary>
internal static class CardEndpoints
{
    public static void MapCard(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/card", Show);
        members.Get("/settings/card/new", NewForm);
        members.Get("/settings/card/{id:long}", Form);
        members.Post("/settings/card", Add);
        members.Post("/settings/card/{id:long}", Change);
        members.Post("/settings/card/{id:long}/remove", Remove);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var card = await db.OwnCard(viewer, stop);
        if (http.Request.WantsJson()) return Results.Json(card);
        return Pages.Show<CardPage>(new { Viewer = viewer, Card = card, Holders = await db.HoldersOfCard(viewer).ToDictionaryAsync(h => h.FieldId, h => h.Count, stop) });
    }

    private static async Task<IResult> NewForm(string? kind, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (!TryKind(kind, out var chosen)) return Results.NotFound();
        var isFirst = chosen == CardFieldKind.Email && !await db.CardOf(viewer).AnyAsync(f => f.Kind == CardFieldKind.Email, stop);
        var value = isFirst ? await db.Users.Where(u => u.Id == viewer.Id).Select(u => u.Email).FirstOrDefaultAsync(stop) : null;
        return Pages.Show<CardFieldPage>(new { Viewer = viewer, Kind = chosen, Input = new CardFieldInput("", value, true, false), Contacts = await db.ContactsOf(viewer).CountAsync(stop) });
    }

    private static async Task<IResult> Form(long id, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await db.CardOf(viewer).AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } field) return Results.NotFound();
        return Pages.Show<CardFieldPage>(new { Viewer = viewer, field.Kind, Id = (long?)id, Input = new CardFieldInput(field.Label, CardValue.ToType(field.Kind, field.Value), field.ByDefault, false) });
    }

    private static async Task<IResult> Add(
        HttpContext http, Viewer viewer, GildeDb db, EditCard edit, [FromForm] string? kind, [FromForm] string? label, [FromForm] string? value, [FromForm] string? byDefault, [FromForm] string? toContacts,
        CancellationToken stop)
    {
        if (!TryKind(kind, out var chosen)) return Results.NotFound();
        var input = new CardFieldInput(label, value, byDefault == "true", toContacts == "true");
        var result = await edit.Add(viewer, chosen, input, stop);
        return result.Outcome == CardEdit.Invalid && !http.Request.WantsJson()
            ? Pages.Invalid<CardFieldPage>(new { Viewer = viewer, Kind = chosen, Input = input, Errors = result.Errors, Contacts = await db.ContactsOf(viewer).CountAsync(stop) })
            : Answer(http, viewer, result);
    }

    private static async Task<IResult> Change(
        long id, HttpContext http, Viewer viewer, GildeDb db, EditCard edit, [FromForm] string? label, [FromForm] string? value, [FromForm] string? byDefault, CancellationToken stop)
    {
        var input = new CardFieldInput(label, value, byDefault == "true", false);
        var result = await edit.Change(viewer, id, input, stop);
        if (result.Outcome != CardEdit.Invalid || http.Request.WantsJson()) return Answer(http, viewer, result);
        var kind = await db.CardOf(viewer).Where(f => f.Id == id).Select(f => f.Kind).SingleAsync(stop);
        return Pages.Invalid<CardFieldPage>(new { Viewer = viewer, Kind = kind, Id = (long?)id, Input = input, Errors = result.Errors });
    }

    private static async Task<IResult> Remove(long id, HttpContext http, Viewer viewer, EditCard edit, CancellationToken stop) =>
        Answer(http, viewer, new(await edit.Remove(viewer, id, stop) ? CardEdit.Done : CardEdit.NotFound));

    private static IResult Answer(HttpContext http, Viewer viewer, CardEditResult result) => result.Outcome switch
    {
        CardEdit.Done => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/card", "Saved."),
        CardEdit.NotFound => Results.NotFound(),
        CardEdit.Invalid => result.Errors!.JsonErrors(viewer.T["That did not work"]),
    };

    private static bool TryKind(string? text, out CardFieldKind kind) => Enum.TryParse(text, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text![0]);
}
