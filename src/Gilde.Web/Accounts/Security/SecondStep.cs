using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gilde.Web.Accounts.Security;

/// <summary>The password was right, the code is still to come: a protected cookie remembers who it is, for ten minutes.</summary>
public sealed class SecondStep(IDataProtectionProvider protection)
{
    private const string Cookie = "gilde_second";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Gilde.SecondStep").ToTimeLimitedDataProtector();

    public void Begin(HttpContext http, Account account) =>
        http.Response.Cookies.Append(Cookie, protector.Protect($"{account.Id} {account.SecurityStamp}", Lifetime), Options(http));

    /// <summary>Who is in between, with the security stamp of that moment; null if nobody.</summary>
    public (long AccountId, string Stamp)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie) return null;
        try
        {
            var parts = protector.Unprotect(cookie).Split(' ');
            return (long.Parse(parts[0]), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/signin", MaxAge = Lifetime, IsEssential = true };
}
