using Gilde.Web.Introductions;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>The viewer's private address book.</summary>
internal static class AddressBookEndpoints
{
    private const string Path = "/contacts/addressbook";

    public static void MapAddressBook(this WebApplication app)
    {
        var members = app.For(Access.Members);
        members.Get(Path, List);
        members.Post(Path + "/remove", RemoveAll);
        members.Get(Path + "/{id:long}", Show);
        members.Post(Path + "/{id:long}", SaveNote);
        members.Post(Path + "/{id:long}/remove", Remove);
        members.Post("/contacts/suggestions/{id:long}/dismiss", Dismiss);
    }

    private static async Task<IResult> List(HttpContext http, string? q, string? after, Viewer viewer, GildeDb db, Acquaintances acquaintances, Degrees degrees, CancellationToken stop)
    {
        var words = q is null ? null : VisibleText.Cut(q, 200);
        var page = await AddressBookList.Load(db, viewer, words, after, stop);
        var next = page.After is null ? null : Path + (words is null ? QueryString.Empty : QueryString.Create("q", words)).Add("after", page.After);
        if (http.Request.WantsJson())
            return http.JsonList(page.Rows, next);
        var suggestions = after is null ? await acquaintances.Of(viewer, stop) : [];
        return Pages.Show<AddressBookPage>(new { Viewer = viewer, Words = words, page.Rows, Next = next, Count = await db.AddressBookOf(viewer).CountAsync(stop), Suggestions = degrees.Mark(viewer, suggestions) });
    }

    private static async Task<IResult> Show(long id, Viewer viewer, GildeDb db, CancellationToken stop) =>
        await db.AddressBookOf(viewer).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is { } entry
            ? Pages.Show<AddressBookEntryPage>(new { Viewer = viewer, Entry = entry, Note = entry.Note })
            : Results.NotFound();

    private static async Task<IResult> SaveNote(long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await db.AddressBookOf(viewer).SingleOrDefaultAsync(e => e.Id == id, stop) is not { } entry)
            return Results.NotFound();
        var note = VisibleText.Block(await http.Field("note") ?? "");
        if (note.Length > AddressBookEntry.MaxNote)
        {
            var error = viewer.T["At most {0} characters, please; these are {1}.", AddressBookEntry.MaxNote, note.Length];
            return Pages.Invalid<AddressBookEntryPage>(new { Viewer = viewer, Entry = entry, Note = note, Error = error });
        }
        entry.Note = note;
        await db.SaveChangesAsync(stop);
        return Pages.SeeOther($"{Path}/{id}");
    }

    private static async Task<IResult> Remove(long id, Viewer viewer, GildeDb db, CancellationToken stop) =>
        await db.AddressBookOf(viewer).Where(e => e.Id == id).ExecuteDeleteAsync(stop) == 1 ? Pages.SeeOther(Path) : Results.NotFound();

    private static async Task<IResult> RemoveAll(Viewer viewer, GildeDb db, CancellationToken stop)
    {
        await db.AddressBookOf(viewer).ExecuteDeleteAsync(stop);
        return Pages.SeeOther(Path);
    }

    private static async Task<IResult> Dismiss(long id, HttpContext http, Viewer viewer, GildeDb db, Acquaintances acquaintances, IClock clock, CancellationToken stop)
    {
        if ((await acquaintances.Of(viewer, stop)).All(p => p.Id != id))
            return Results.NotFound();
        db.Add(new SuggestionDismissal { MemberId = viewer.Id, OtherId = id, At = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(stop);
        return Pages.SeeOther(await http.Field("back") == "contacts" ? "/contacts" : Path);
    }
}
