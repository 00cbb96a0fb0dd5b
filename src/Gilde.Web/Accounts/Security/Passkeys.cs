using Gilde.Web.Formats;
using Gilde.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Security;

public enum PasskeyOutcome { Added, NotUnderstood, TooMany }

/// <summary>Adds, uses, renames and removes passkeys; the WebAuthn rules are ASP.NET Core Identity's.</summary>
public sealed class Passkeys(GildeDb db, IClock clock, UserManager<Account> accounts, IPasskeyHandler<Account> handler, SecurityLetters letters)
{
    public const int Most = 10;
    private const int MaxName = 60;

    public async Task<PasskeyCreationOptionsResult> Offer(HttpContext http, long accountId)
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        var member = await db.MemberOf(accountId);
        return await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Name = account.Email!, DisplayName = member.Name }, http);
    }

    public async Task<PasskeyOutcome> Add(HttpContext http, long accountId, string? credential, string? state, string? name)
    {
        if (string.IsNullOrEmpty(credential) || credential.Length > 20_000) return PasskeyOutcome.NotUnderstood;
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most) return PasskeyOutcome.TooMany;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        // The state names the account that the challenge was made for: it must still be this one.
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) return PasskeyOutcome.NotUnderstood;
        result.Passkey.Name = Clean(name);
        await db.Atomically(async () =>
        {
            await Tell(accountId, AccountActivityKind.PasskeyAdded, Caller.Of(http));
            return await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey);
        });
        return PasskeyOutcome.Added;
    }

    /// <summary>Whom the answer of a device belongs to; null if it proves nothing.</summary>
    public async Task<Account?> Recognise(HttpContext http, string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || credential.Length > 20_000 || state is null) return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded) return null;
        var id = result.User.Id;
        if ((await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded) return result.User;
        // The account changed at the same moment, by a second sign-in for example: the device has proven itself all the same.
        db.ChangeTracker.Clear();
        return await db.Users.SingleOrDefaultAsync(a => a.Id == id);
    }

    public async Task<bool> Rename(long accountId, byte[] id, string? name)
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        if (await accounts.GetPasskeyAsync(account, id) is not { } passkey) return false;
        passkey.Name = Clean(name);
        return (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }

    public async Task<bool> Remove(long accountId, byte[] id, Caller caller)
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        if (await accounts.GetPasskeyAsync(account, id) is null) return false;
        return await db.Atomically(async () =>
        {
            await Tell(accountId, AccountActivityKind.PasskeyRemoved, caller);
            return (await accounts.RemovePasskeyAsync(account, id)).Succeeded;
        });
    }

    private async Task Tell(long accountId, AccountActivityKind what, Caller caller)
    {
        db.Note(clock, accountId, what, caller);
        db.Send(clock, letters.Changed(await db.ReceiverOf(accountId), what));
    }

    private static string Clean(string? name)
    {
        var clean = VisibleText.Cut(VisibleText.Line(name ?? ""), MaxName);
        return clean.Length == 0 ? "Passkey" : clean;
    }
}
