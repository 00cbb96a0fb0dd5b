using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Introductions;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Contacts;

public static class ContactEndpoints
{
    private const int MostTags = 60;

    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts", List);
        members.Post("/contacts/tags", TagSeveral);
        app.MapRequests();
        app.MapOneContact();
        app.MapCard();
        app.MapQrCode();
        app.MapContactSettings();
        app.MapContactDownloads();
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, IClock clock, string? q, string? tag, string? sort, string? after, string? select, CancellationToken stop)
    {
        var order = Enum.TryParse<ContactSort>(sort, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : ContactSort.Name;
        var search = new ContactSearch(q, tag, order, string.IsNullOrEmpty(after) ? null : after, Selecting: select == "1");
        var page = await ContactList.Load(db, viewer, search, stop);
        if (http.Request.WantsJson()) return http.JsonList(page.Rows, page.After is null ? null : search.Href(page.After));
        return Pages.Show<ContactsPage>(await View(db, viewer, degrees, clock, search, page, null, stop));
    }

    private static async Task<IResult> TagSeveral(
        HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, IClock clock, [FromForm] string? tag, [FromForm] string? remove, [FromForm] string? back, CancellationToken stop)
    {
        var form = await http.Form();
        var contacts = form["contact"].Select(v => long.TryParse(v, out var id) ? id : 0).Distinct().Take(ContactTags.MostAtOnce).ToList();
        var tags = ContactTags.Split(tag);
        var problem = contacts.Count == 0 ? viewer.T["Please tick at least one contact."]
            : tags.Count != 1 ? viewer.T["Please enter one tag."]
            : ContactTags.Problem(tags, viewer.T);
        if (problem is not null) return await NotTagged(http, viewer, db, degrees, clock, problem, stop);
        await ContactTags.SetForMany(db, viewer, contacts, tags[0], remove == "true", stop);
        if (http.Request.WantsJson()) return Results.NoContent();
        return Pages.SeeOther(back is not null && (back == "/contacts" || back.StartsWith("/contacts?", StringComparison.Ordinal)) ? back : "/contacts?select=1");
    }

    private static async Task<IResult> NotTagged(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, IClock clock, string problem, CancellationToken stop)
    {
        if (http.Request.WantsJson()) return new FieldErrors().Add("tag", problem).JsonErrors(viewer.T["That did not work"]);
        var search = new ContactSearch(null, null, ContactSort.Name, null, Selecting: true);
        return Pages.Invalid<ContactsPage>(await View(db, viewer, degrees, clock, search, await ContactList.Load(db, viewer, search, stop), problem, stop));
    }

    private static async Task<object> View(GildeDb db, Viewer viewer, Degrees degrees, IClock clock, ContactSearch search, FoundContacts page, string? error, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var isPlain = search is { Narrows: false, After: null, Selecting: false };
        return new
        {
            Viewer = viewer, Search = search, Page = page, Now = now, Error = error,
            Tags = await db.TagsOf(viewer).OrderByDescending(t => t.Count).ThenBy(t => t.Tag).Take(MostTags).ToListAsync(stop),
            Birthdays = isPlain ? await Birthdays.Upcoming(db, viewer, now.InZone(viewer.Zone).Date, stop) : [],
            Suggestions = isPlain ? degrees.Mark(viewer, await new Acquaintances(db).Of(viewer, stop)) : [],
        };
    }
}
