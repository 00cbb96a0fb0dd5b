using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Formats;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;
using Gilde.Web.Search;

namespace Gilde.Web.Groups.Joining;

/// <summary>Choosing whom to invite: contacts, or anybody by name.</summary>
internal static class InvitingEndpoints
{
    private const int Most = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/groups/{slug}/invite", async (string slug, HttpContext http, Viewer viewer, GildeDb db, string? q, CancellationToken stop) =>
            await Page(slug, viewer, db, q, Values(http.Request.Query["with"]), StatusCodes.Status200OK, new FieldErrors(), stop)).RequireRateLimiting(RateLimits.People);
        members.Post("/groups/{slug}/invite", Invite).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Invite(string slug, HttpContext http, Viewer viewer, GildeDb db, InviteToGroup invite, CancellationToken stop)
    {
        var form = await http.Form();
        var with = Values(form["with"]);
        return await (await invite.Execute(viewer, slug, with, stop)).After(http, viewer, "/groups/" + slug, "Invited.", (status, errors) => Page(slug, viewer, db, form["q"], with, status, errors, stop));
    }

    private static async Task<IResult> Page(string slug, Viewer viewer, GildeDb db, string? q, string[] with, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { MayInvite: true } group) return Results.NotFound();
        var words = VisibleText.Cut(VisibleText.Line(q ?? ""), 100);
        var named = words.Length > 0 ? db.NamedLike(SearchTerm.Of(words)) : null;
        var people = named is null ? db.ContactsNamed(viewer, "") : db.MembersVisibleTo(viewer).Where(m => m.Id != viewer.Id && named.Contains(m.Id)).OrderBy(m => m.Id);
        var seats = db.MembersOf(viewer, group.Id);
        var found = await people.Where(m => !with.Contains(m.Handle) && !seats.Any(s => s.MemberId == m.Id)).Take(Most).AsPeople().ToListAsync(stop);
        var chosen = with.Length == 0 ? [] : await db.MembersVisibleTo(viewer).Where(m => with.Contains(m.Handle)).OrderBy(m => m.Id).Take(InviteToGroup.MostAtOnce).AsPeople().ToListAsync(stop);
        return Pages.WithStatus<InvitePeoplePage>(status, new { Viewer = viewer, Group = group, Words = words, Found = (IReadOnlyList<Person>)found, Chosen = (IReadOnlyList<Person>)chosen, Errors = errors });
    }

    private static string[] Values(Microsoft.Extensions.Primitives.StringValues values) => [.. values.OfType<string>()];
}
