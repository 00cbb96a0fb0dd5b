using Microsoft.AspNetCore.DataProtection;

namespace Gilde.Web.Accounts;

/// <summary>
/// A protected cookie names the accounts that this browser has signed in to. It opens nothing: it spares the mail about a new device, and
/// lets the owner in while strangers guess. A new password makes it worthless.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    private const string Cookie = "gilde_device";
    private const int Most = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Gilde.KnownDevices").ToTimeLimitedDataProtector();

    public bool Knows(HttpContext http, Account account) => Read(http).Contains(Mark(account));

    public void Remember(HttpContext http, Account account)
    {
        var marks = Read(http).Where(m => !m.StartsWith($"{account.Id}:", StringComparison.Ordinal)).TakeLast(Most - 1).Append(Mark(account));
        http.Response.Cookies.Append(Cookie, protector.Protect(string.Join(' ', marks), Lifetime),
            new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/signin", MaxAge = Lifetime, IsEssential = true });
    }

    private static string Mark(Account account) => $"{account.Id}:{account.SecurityStamp}";

    private string[] Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie) return [];
        try
        {
            return protector.Unprotect(cookie).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}
