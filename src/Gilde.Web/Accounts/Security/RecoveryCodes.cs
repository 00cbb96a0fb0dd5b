using System.Security.Cryptography;

namespace Gilde.Web.Accounts.Security;

/// <summary>Ten codes on paper for the day on which the phone is gone. Shown once, kept as hashes, each good for one sign-in.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Replaces the account's codes, in the unit of work.</summary>
    public static async Task<IReadOnlyList<string>> NewRecoveryCodes(this GildeDb db, long accountId)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync();
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 12)).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, CodeHash = Sessions.Hash(code) }));
        return codes.Select(code => $"{code[..4]}-{code[4..8]}-{code[8..]}").ToList();
    }

    /// <summary>Takes a code; false if it is none of the account's or was used.</summary>
    public static async Task<bool> UseRecoveryCode(this GildeDb db, long accountId, string code, Instant now)
    {
        var hash = Sessions.Hash(code.Replace("-", "").Replace(" ", "").ToLowerInvariant());
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.UsedAt, now)) == 1;
    }

    public static Task<int> RecoveryCodesLeft(this GildeDb db, long accountId) => db.RecoveryCodes.CountAsync(c => c.AccountId == accountId && c.UsedAt == null);
}
