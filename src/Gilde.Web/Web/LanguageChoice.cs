namespace Gilde.Web.Web;

/// <summary>
/// The language of an answer, by one rule:
/// <list type="number">
/// <item><c>?lang=de|en</c> in the address, for that one answer, whoever looks;</item>
/// <item>for a member their own setting, which the settings and the switch at the foot of every page write;</item>
/// <item>for a visitor what they last chose with the switch, kept in a cookie, else what their browser asks for, else the network's language.</item>
/// </list>
/// So neither a cookie nor a browser ever overrules what a member has set.
/// </summary>
public static class LanguageChoice
{
    private const string Cookie = "gilde_lang";

    public static Language Of(HttpContext http, Language? member, Language network)
    {
        var asked = Languages.Parse(http.Request.Query["lang"]);
        if (member is { } own) return asked ?? own;
        if (asked is { } chosen) Remember(http, chosen);
        return asked ?? Languages.Parse(http.Request.Cookies[Cookie]) ?? Languages.FromHeader(http.Request.Headers.AcceptLanguage) ?? network;
    }

    /// <summary>This device greets in the language from now on while nobody is signed in.</summary>
    public static void Remember(HttpContext http, Language language) =>
        http.Response.Cookies.Append(Cookie, language.Code(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
