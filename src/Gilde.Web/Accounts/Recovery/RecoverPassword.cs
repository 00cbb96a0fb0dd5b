using System.Text.Json;
using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Recovery;

public sealed record RecoveryRequest(string Email, Language Language);

/// <summary>Sends the link that sets a new password; an address without an account gets a mail that says so.</summary>
public sealed class RecoveryJob(GildeDb db, IClock clock, Door door, AccountLetters letters) : IJobHandler
{
    public const string JobKind = "recovery";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var request = JsonSerializer.Deserialize<RecoveryRequest>(payload)!;
        if (!EmailAddress.TryParse(request.Email, out var email) || await door.Knock(DoorKey.Mail(email)) is not null) return;
        if (await db.AccountOf(email, stop) is { } account) db.Send(clock, letters.Recover(await db.ReceiverOf(account.Id, stop), await db.NewRecoveryLink(clock, account, stop)));
        else db.Send(clock, letters.NoAccount(email, request.Language));
    }
}

public static class RecoveryLinks
{
    /// <summary>A link for a new password, in the unit of work; older ones die.</summary>
    public static async Task<string> NewRecoveryLink(this GildeDb db, IClock clock, Account account, CancellationToken stop = default)
    {
        await db.DropLinks(account.Id, LinkPurpose.RecoverPassword, stop);
        return db.NewLink(clock, LinkPurpose.RecoverPassword, account.Id, account.Email!);
    }
}

public enum RecoverOutcome { Recovered, LinkInvalid, Weak }

public sealed record RecoverResult(RecoverOutcome Outcome, Account? Account = null, string? Problem = null);

/// <summary>Sets a new password by the link of the mail. All devices are signed out; the address is proven with it.</summary>
public sealed class RecoverPassword(GildeDb db, IClock clock, Passwords passwords, Joining joining, AccountLetters letters)
{
    public async Task<RecoverResult> Execute(Viewer viewer, string token, string? password, Caller caller)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Link(LinkPurpose.RecoverPassword, token, now) is not { AccountId: { } accountId } link) return new(RecoverOutcome.LinkInvalid);
        var member = await db.MemberOf(accountId);
        EmailAddress.TryParse(link.Email, out var email);
        if (NewPassword.Problem(password, email, member.Name, viewer.T) is { } problem) return new(RecoverOutcome.Weak, Problem: problem);
        var hash = passwords.Hash(password!);
        return await db.Atomically(async () =>
        {
            if (!await db.Use(link, now, accountId)) return new RecoverResult(RecoverOutcome.LinkInvalid);
            var account = await db.Users.SingleAsync(a => a.Id == accountId);
            account.SetPassword(hash);
            if (!account.EmailConfirmed)
            {
                account.EmailConfirmed = true;
                await joining.Enter(account);
            }
            await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync();
            await db.DropLinks(accountId, LinkPurpose.ConfirmAddress);
            db.Note(clock, accountId, AccountActivityKind.PasswordRecovered, caller);
            db.Send(clock, letters.PasswordChanged(await db.ReceiverOf(accountId)));
            await db.SaveChangesAsync();
            return new RecoverResult(RecoverOutcome.Recovered, account);
        });
    }
}
