namespace Gilde.Web.Accounts;

public enum SignInOutcome { Right, NeedsSecondFactor, Wrong, Paused, Unconfirmed, AwaitsApproval, Suspended, ErasureAsked }

public sealed record SignInResult(SignInOutcome Outcome, Account? Account = null, Duration? Wait = null);

/// <summary>Checks e-mail address and password. Only the right password learns anything about the account.</summary>
public sealed class SignIn(GildeDb db, IClock clock, Door door, Passwords passwords)
{
    public async Task<SignInResult> Execute(string? email, string? password, Func<Account, bool> isKnownDevice, Caller caller)
    {
        if (!EmailAddress.TryParse(email, out var address)) return new(SignInOutcome.Wrong);
        var account = await db.AccountOf(address);
        DoorKey[] keys = [account is not null && isKnownDevice(account) ? DoorKey.KnownDevice(account.Id) : DoorKey.SignIn(address), DoorKey.Network(caller)];
        if (await door.Knock(keys) is { } wait) return new(SignInOutcome.Paused, Wait: wait);
        if (!passwords.Matches(account, password) || account is null) return await Refuse(account, caller);
        await door.Open(keys);
        var asksSecond = await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id && f.Since != null);
        return new(asksSecond ? SignInOutcome.NeedsSecondFactor : await StateOf(account), account);
    }

    /// <summary>What keeps the owner of an account out although they proved who they are; <see cref="SignInOutcome.Right"/> if nothing does.</summary>
    public async Task<SignInOutcome> StateOf(Account account)
    {
        if (!account.EmailConfirmed) return SignInOutcome.Unconfirmed;
        if (account.AwaitsApproval) return SignInOutcome.AwaitsApproval;
        var member = await db.MemberOf(account.Id);
        if (await db.ErasureRequests.AnyAsync(r => r.MemberId == account.Id)) return SignInOutcome.ErasureAsked;
        return member.SuspendedAt is null ? SignInOutcome.Right : SignInOutcome.Suspended;
    }

    private async Task<SignInResult> Refuse(Account? account, Caller caller)
    {
        if (account is not null)
        {
            db.Note(clock, account.Id, AccountActivityKind.SignInFailed, caller);
            await db.SaveChangesAsync();
        }
        return new(SignInOutcome.Wrong);
    }
}
