using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

/// <summary>Hashes and checks passwords. A check takes the same time whether there is an account or not.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(Nobody, Links.NewToken()));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public bool Matches(Account? account, string? password)
    {
        var known = account?.PasswordHash;
        var result = hasher.VerifyHashedPassword(account ?? Nobody, known ?? decoy.Value, Clip(password));
        return known is not null && result != PasswordVerificationResult.Failed;
    }

    public bool Matches(string hash, string? password) => hasher.VerifyHashedPassword(Nobody, hash, Clip(password)) != PasswordVerificationResult.Failed;

    /// <summary>Nobody has a longer password; hashing megabytes would be a way to keep the server busy.</summary>
    private static string Clip(string? password) => password is null ? "" : password.Length > NewPassword.MaxLength ? password[..NewPassword.MaxLength] + "…" : password;
}
