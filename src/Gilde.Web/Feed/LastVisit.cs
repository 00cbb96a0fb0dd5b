using System.Globalization;

namespace Gilde.Web.Feed;

/// <summary>
/// Up to where this browser's reader had seen their feed before the present visit. Kept in a cookie of the browser, so that looking writes nothing and no
/// server knows when somebody reads.
/// </summary>
/// <param name="Before">The newest item of the visit before; null on the first.</param>
/// <param name="Newest">The newest item shown so far.</param>
/// <param name="At">When it was last looked at.</param>
internal sealed record LastVisit(Instant? Before, Instant Newest, Instant At)
{
    private const string Cookie = "gilde_feed";
    /// <summary>After so long without a look another visit begins.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(30);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Where this visit's reader had got to before it; remembers what is shown now.</summary>
    public static Instant? Note(HttpContext http, Viewer viewer, Instant? newest, Instant now)
    {
        var last = Parse(http.Request.Cookies[Cookie], viewer.Id);
        var before = last is null ? null : now - last.At > Pause ? last.Newest : last.Before;
        if (newest is null || http.Request.IsPrefetch()) return before;
        var seen = last is null ? newest.Value : Instant.Max(last.Newest, newest.Value);
        var text = string.Create(CultureInfo.InvariantCulture, $"{viewer.Id}.{(before is { } b ? Micros(b) : 0)}.{Micros(seen)}.{now.ToUnixTimeSeconds()}");
        http.Response.Cookies.Append(Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = Kept, IsEssential = true });
        return before;
    }

    /// <summary>The same for a further page of the feed, where nothing is remembered anew.</summary>
    public static Instant? Of(HttpContext http, Viewer viewer) => Parse(http.Request.Cookies[Cookie], viewer.Id)?.Before;

    private static LastVisit? Parse(string? cookie, long viewer) =>
        cookie?.Split('.').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 253_402_300_799_000_000 ? number : -1).ToArray() is [var id, >= 0 and var before, > 0 and var newest, > 0 and var at] && id == viewer && at < 253_402_300_799
            ? new(before == 0 ? null : Instant.FromUnixTimeTicks(before * 10), Instant.FromUnixTimeTicks(newest * 10), Instant.FromUnixTimeSeconds(at))
            : null;

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;
}
