using Gilde.Web.Accounts.Invitations;
using Gilde.Web.Data;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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
        if (Why(await invite.Execute(viewer.Id, email, await http.Field("sentence"), viewer.Language), viewer.T) is { } error)
            return Pages.Invalid<AddressBookEntryPage>(new { Viewer = viewer, Entry = entry, Note = entry.Note, InviteError = error });
        var now = clock.GetCurrentInstant();
        await db.AddressBookOf(viewer).Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.InvitedAt, now), stop);
        return Pages.SeeOther($"/contacts/addressbook/{id}");
    }

    /// <summary>Null when it is on its way; whether the address belongs to a member already is never told.</summary>
    private static string? Why(InviteOutcome outcome, Texts t) => outcome switch
    {
        InviteOutcome.Sent => null,
        InviteOutcome.InvalidAddress => t["Please enter an e-mail address such as name@example.org."],
        InviteOutcome.OwnAddress => t["This is your own address."],
        InviteOutcome.AlreadyInvited => t["You have invited this address already. One mail is enough."],
        InviteOutcome.SentenceTooLong => t["At most {0} characters.", InviteMember.MaxSentence],
        InviteOutcome.EnoughForToday => t["That is enough for today: {0} invitations a day. Please go on tomorrow.", InviteMember.MostADay],
    };
}
