using System.Text.Json;

namespace Gilde.Web.Web;

/// <summary>
/// A word on what was just done, shown as a toast on the page that a write leads to. Travels in a cookie for that one page; only texts that
/// Gilde has are shown, so nobody can put words into its mouth.
/// </summary>
/// <param name="Text">The English key; <paramref name="Values"/> fill its places.</param>
/// <param name="Undo">A local path that takes it back by POST.</param>
/// <param name="Frame">The part of a page that the write came from: its answer says the word, not what is fetched for another part.</param>
public sealed record Said(string Text, string[] Values, string? Undo = null, string? Frame = null)
{
    private const string Cookie = "gilde_said";
    private const int MaxLength = 1500;

    /// <summary>Puts the word on the way with the response.</summary>
    public void Send(HttpContext http)
    {
        var text = JsonSerializer.Serialize(this with { Frame = FrameOf(http) });
        if (text.Length > MaxLength) return;
        http.Response.Cookies.Append(Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });
    }

    /// <summary>Takes what the last request said; what is fetched ahead or for another part leaves it for the page itself.</summary>
    public static Said? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie || !HttpMethods.IsGet(http.Request.Method)) return null;
        if (http.Request.Headers.ContainsKey("X-Sec-Purpose") || http.Request.Headers.ContainsKey("Sec-Purpose")) return null;
        var said = Read(cookie);
        if (FrameOf(http) is { } frame && frame != said?.Frame) return null;
        http.Response.Cookies.Delete(Cookie);
        return said;
    }

    private static Said? Read(string cookie)
    {
        try
        {
            var said = JsonSerializer.Deserialize<Said>(cookie);
            return said is { Text: not null, Values: not null } && Texts.German.Has(said.Text) && IsLocal(said.Undo) ? said : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FrameOf(HttpContext http) => http.Request.Headers["Turbo-Frame"].FirstOrDefault();

    /// <summary>The word in the viewer's language.</summary>
    public string In(Texts t)
    {
        try
        {
            return t[Text, Values];
        }
        catch (FormatException)
        {
            return t[Text];
        }
    }

    private static bool IsLocal(string? path) => path is null || (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\'));
}
