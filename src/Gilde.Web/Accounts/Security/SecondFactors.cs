using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Security;

public enum CodeOutcome { Right, Wrong, Paused }

public sealed record CodeResult(CodeOutcome Outcome, Duration? Wait = null);

/// <summary>Turns the authenticator app on and off and checks its codes.</summary>
public sealed class SecondFactors(GildeDb db, IClock clock, Door door, SecurityLetters letters)
{
    public Task<bool> IsOn(long accountId) => db.SecondFactors.AnyAsync(f => f.AccountId == accountId && f.Since != null);

    /// <summary>A secret for the app to take; it counts once <see cref="Confirm"/> has seen a code. The same until then.</summary>
    public async Task<string> Begin(long accountId)
    {
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == accountId) is { } begun) return begun.Secret;
        var secret = Totp.NewSecret();
        db.Add(new SecondFactor { AccountId = accountId, Secret = secret });
        await db.SaveChangesAsync();
        return secret;
    }

    public Task<string?> Begun(long accountId) => db.SecondFactors.Where(f => f.AccountId == accountId && f.Since == null).Select(f => f.Secret).SingleOrDefaultAsync();

    /// <summary>The recovery codes if the code was right, else null.</summary>
    public Task<IReadOnlyList<string>?> Confirm(long accountId, string code, Caller caller) => db.Atomically(async () =>
    {
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == accountId && f.Since == null);
        var now = clock.GetCurrentInstant();
        if (factor is null || Totp.Step(factor.Secret, code.Replace(" ", ""), now, factor.LastStep) is not { } step) return null;
        (factor.Since, factor.LastStep) = (now, step);
        var codes = await db.NewRecoveryCodes(accountId);
        await Tell(accountId, AccountActivityKind.SecondFactorOn, caller);
        await db.SaveChangesAsync();
        return codes;
    });

    public Task<int> TurnOff(long accountId, Caller caller) => db.Atomically(async () =>
    {
        var removed = await db.SecondFactors.Where(f => f.AccountId == accountId).ExecuteDeleteAsync();
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync();
        if (removed > 0) await Tell(accountId, AccountActivityKind.SecondFactorOff, caller);
        await db.SaveChangesAsync();
        return removed;
    });

    public Task<IReadOnlyList<string>> RenewCodes(long accountId, Caller caller) => db.Atomically(async () =>
    {
        var codes = await db.NewRecoveryCodes(accountId);
        await Tell(accountId, AccountActivityKind.RecoveryCodesRenewed, caller);
        await db.SaveChangesAsync();
        return codes;
    });

    /// <summary>A code of the app, or a recovery code in its place.</summary>
    public async Task<CodeResult> Check(long accountId, string? given, Caller caller)
    {
        var code = (given ?? "").Replace(" ", "");
        if (await door.Knock(DoorKey.SecondFactor(accountId), DoorKey.Network(caller)) is { } wait) return new(CodeOutcome.Paused, wait);
        var isRight = code.Length == 6 && code.All(char.IsAsciiDigit) ? await IsCurrent(accountId, code) : code.Length is >= 12 and <= 20 && await IsRecoveryCode(accountId, code, caller);
        if (isRight)
        {
            await door.Open(DoorKey.SecondFactor(accountId), DoorKey.Network(caller));
            return new(CodeOutcome.Right);
        }
        db.Note(clock, accountId, AccountActivityKind.SecondFactorFailed, caller);
        await db.SaveChangesAsync();
        return new(CodeOutcome.Wrong);
    }

    private async Task<bool> IsCurrent(long accountId, string code)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == accountId && f.Since != null);
        if (factor is null || Totp.Step(factor.Secret, code, clock.GetCurrentInstant(), factor.LastStep) is not { } step) return false;
        return await db.SecondFactors.Where(f => f.AccountId == accountId && f.LastStep < step).ExecuteUpdateAsync(u => u.SetProperty(f => f.LastStep, step)) == 1;
    }

    private Task<bool> IsRecoveryCode(long accountId, string code, Caller caller) => db.Atomically(async () =>
    {
        if (!await db.UseRecoveryCode(accountId, code, clock.GetCurrentInstant())) return false;
        await Tell(accountId, AccountActivityKind.RecoveryCodeUsed, caller);
        await db.SaveChangesAsync();
        return true;
    });

    private async Task Tell(long accountId, AccountActivityKind what, Caller caller)
    {
        db.Note(clock, accountId, what, caller);
        db.Send(clock, letters.Changed(await db.ReceiverOf(accountId), what));
    }
}
