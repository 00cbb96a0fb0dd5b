using System.Text.Json;
using Gilde.Web.Accounts.Recovery;
using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Preferences;

public sealed record AddressChangeRequest(long AccountId, string Email);

/// <summary>Asks for another e-mail address. Whether somebody has it already is found out by the job alone, so that the answer never tells.</summary>
public sealed class AskAddressChange(GildeDb db, IClock clock, OwnerCheck owner)
{
    public async Task<FieldErrors> Execute(Viewer viewer, string? given, string? password, Caller caller)
    {
        var errors = new FieldErrors();
        if (!EmailAddress.TryParse(given, out var email)) return errors.IsAddress(false, viewer.T);
        if (email.Key == await db.Users.Where(a => a.Id == viewer.Id).Select(a => a.NormalizedEmail).SingleAsync()) return errors.Add("email", viewer.T["This is your address already."]);
        if (await owner.Problem(viewer, password) is { } problem) return errors.Add("password", problem);
        db.Note(clock, viewer.Id, AccountActivityKind.AddressChangeAsked, caller);
        db.Enqueue(clock, AddressChangeJob.JobKind, new AddressChangeRequest(viewer.Id, email.Value));
        await db.SaveChangesAsync();
        return errors;
    }
}

/// <summary>Sends the link to the new address, or tells its owner that somebody wanted it.</summary>
public sealed class AddressChangeJob(GildeDb db, IClock clock, Door door, AddressLetters letters) : IJobHandler
{
    public const string JobKind = "address-change";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var request = JsonSerializer.Deserialize<AddressChangeRequest>(payload)!;
        if (!EmailAddress.TryParse(request.Email, out var email) || await door.Knock(DoorKey.Mail(email)) is not null) return;
        if (await db.AccountOf(email, stop) is { } other)
        {
            db.Send(clock, letters.Taken(await db.ReceiverOf(other.Id, stop)));
            return;
        }
        if (!await db.Users.AnyAsync(a => a.Id == request.AccountId, stop)) return;
        await db.DropLinks(request.AccountId, LinkPurpose.ChangeAddress, stop);
        var to = await db.ReceiverOf(request.AccountId, stop);
        db.Send(clock, letters.Confirm(to with { Email = email.Value }, db.NewLink(clock, LinkPurpose.ChangeAddress, request.AccountId, email.Value)));
    }
}

public enum AddressOutcome { Changed, LinkInvalid, Taken }

/// <summary>Moves the account to the new address once its owner has opened the link, and back by the link in the mail to the old one.</summary>
public sealed class MoveAddress(GildeDb db, IClock clock, UserManager<Account> accounts, AddressLetters letters)
{
    public Task<AddressOutcome> Confirm(string token, Caller caller) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.Link(LinkPurpose.ChangeAddress, token, now) is not { AccountId: { } id } link || !EmailAddress.TryParse(link.Email, out var email)) return AddressOutcome.LinkInvalid;
        if (await db.AccountOf(email) is not null) return AddressOutcome.Taken;
        if (!await db.Use(link, now, id)) return AddressOutcome.LinkInvalid;
        var old = await db.ReceiverOf(id);
        (await db.Users.SingleAsync(a => a.Id == id)).MoveTo(email);
        db.Note(clock, id, AccountActivityKind.AddressChanged, caller);
        db.Send(clock, letters.Changed(old, email.Value, db.NewLink(clock, LinkPurpose.UndoAddressChange, id, old.Email)));
        await db.SaveChangesAsync();
        return AddressOutcome.Changed;
    });

    /// <summary>
    /// The owner of the old address takes the account back: all devices are signed out, passkeys added since are removed, and the way on is a new password.
    /// The token for it, or null if the link is dead.
    /// </summary>
    public Task<string?> Undo(string token, Caller caller) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.Link(LinkPurpose.UndoAddressChange, token, now) is not { AccountId: { } id } link || !EmailAddress.TryParse(link.Email, out var email)) return null;
        if (await db.AccountOf(email) is { } taken && taken.Id != id || !await db.Use(link, now, id)) return null;
        var account = await db.Users.SingleAsync(a => a.Id == id);
        account.MoveTo(email);
        account.SetPassword(null);
        await db.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync();
        await db.DropLinks(id, LinkPurpose.ChangeAddress);
        foreach (var passkey in await accounts.GetPasskeysAsync(account))
            if (Instant.FromDateTimeOffset(passkey.CreatedAt) >= link.SentAt) await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        db.Note(clock, id, AccountActivityKind.AddressChangeUndone, caller);
        var recovery = await db.NewRecoveryLink(clock, account);
        await db.SaveChangesAsync();
        return (string?)recovery;
    });
}
