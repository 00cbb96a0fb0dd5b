namespace Gilde.Web.Accounts;

/// <summary>The cookie by which the browser that signed up is known when the link of the mail is opened in it.</summary>
public static class BrowserToken
{
    private const string Cookie = "gilde_signup";

    public static string? Read(HttpContext http) => http.Request.Cookies[Cookie];

    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(Cookie, token, Options(http));

    public static void Drop(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/confirm", MaxAge = TimeSpan.FromDays(2), IsEssential = true };
}
