namespace Gilde.Web.Accounts;

/// <summary>Where somebody wanted to go who first has to join: kept in their browser until the mail that confirms the address is answered.</summary>
internal static class NextPath
{
    public const string FirstPage = "/welcome";
    private const string Cookie = "gilde_next";

    public static void Keep(HttpContext http, string? next)
    {
        if (LocalPath.Of(next) is not "/" and var path) http.Response.Cookies.Append(Cookie, path, Options(http));
    }

    /// <summary>The path, or a new member's first page where none was kept; it is kept no longer.</summary>
    public static string Take(HttpContext http)
    {
        var path = LocalPath.Of(http.Request.Cookies[Cookie]);
        http.Response.Cookies.Delete(Cookie, Options(http));
        return path == "/" ? FirstPage : path;
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/confirm", MaxAge = TimeSpan.FromDays(2), IsEssential = true };
}
