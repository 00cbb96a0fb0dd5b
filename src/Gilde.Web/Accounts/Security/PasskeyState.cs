using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gilde.Web.Accounts.Security;

/// <summary>The challenge that the device answers, kept in a protected cookie for five minutes between asking and answering.</summary>
public sealed class PasskeyState(IDataProtectionProvider protection)
{
    private const string Cookie = "gilde_passkey";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Gilde.Passkeys").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string? state) => http.Response.Cookies.Append(Cookie, protector.Protect(state ?? "", Lifetime), Options(http));

    /// <summary>The state, once: the cookie is gone after the answer, right or wrong.</summary>
    public string? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, Options(http));
        if (http.Request.Cookies[Cookie] is not { } cookie) return null;
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Lifetime, IsEssential = true };
}
