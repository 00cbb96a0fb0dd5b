using Gilde.Web.Accounts;
using Gilde.Web.Accounts.Invitations;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>Invites one person of the address book by mail: the only thing about it that ever leaves the network, and only on this button.</summary>
internal static class InviteEndpoints
{
    public static void MapAddressBookInvitations(this WebApplication app) =>
        app.For(Access.Members).Post("/contacts/addressbook/{id:long}/invite", Invite).RequireRateLimiting(RateLimits.People);

    private static async Task<IResult> Invite(long id, HttpContext http, Viewer viewer, GildeDb db, InviteMember invite, IClock clock, CancellationToken stop)
    {
        var entry = await db.AddressBookOf(viewer).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop);
        var asked = await http.Field("email");
        if (entry?.EmailList.FirstOrDefault(e => e == asked) is not { } email)
            return Results.NotFound();
        var outcome = await invite.Execute(viewer.Id, Caller.Of(http), email, await http.Field("sentence"), viewer.Language);
        if (outcome != InviteOutcome.Sent)
            return Pages.Invalid<AddressBookEntryPage>(new { Viewer = viewer, Entry = entry, Note = entry.Note, InviteError = outcome.Errors(viewer.T).All.Values.First() });
        var now = clock.GetCurrentInstant();
        await db.AddressBookOf(viewer).Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.InvitedAt, now), stop);
        return Pages.SeeOther($"/contacts/addressbook/{id}");
    }
}
