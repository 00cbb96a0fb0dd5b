using System.Globalization;
using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Feeds;

/// <summary>What search engines ask for first: what they may fetch, and which pages there are.</summary>
internal static class SiteEndpoints
{
    /// <summary>Rooms of members and forms; whatever else is not to be listed says so itself.</summary>
    private static readonly string[] Closed = ["/admin", "/settings", "/messages", "/contacts", "/introductions", "/notifications", "/report", "/decisions", "/signin", "/signup", "/recover", "/search", "/live"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Machines).Get("/robots.txt", Robots);
        var anyone = app.For(Access.Anyone);
        anyone.Get("/sitemap.xml", async (GildeDb db, Settings settings, HttpContext http, CancellationToken stop) =>
            Xml(http, SiteMap.Index((await db.SiteParts(stop)).Select(p => new Uri(settings.Address, string.Create(CultureInfo.InvariantCulture, $"/sitemap/{p.Kind.ToString().ToLowerInvariant()}-{p.Part}.xml"))))))
            .RequireRateLimiting(RateLimits.Heavy);
        anyone.Get("/sitemap/{kind}-{part:long}.xml", Part).RequireRateLimiting(RateLimits.People);
    }

    private static IResult Robots(Settings settings)
    {
        var text = new StringBuilder("User-agent: *\n");
        foreach (var path in Closed) text.Append("Disallow: ").Append(path).Append('\n');
        return Results.Text(text.Append("\nSitemap: ").Append(new Uri(settings.Address, "/sitemap.xml").AbsoluteUri).Append('\n').ToString(), "text/plain", Encoding.UTF8);
    }

    private static async Task<IResult> Part(string kind, long part, HttpContext http, GildeDb db, Settings settings, CancellationToken stop)
    {
        if (!kind.All(char.IsAsciiLetterLower) || !Enum.TryParse<SiteKind>(kind, ignoreCase: true, out var known) || part is < 0 or > long.MaxValue / SiteScopes.PartSize - 1) return Results.NotFound();
        var pages = await db.SitePages(known, part, settings.Address, stop);
        return pages.Count == 0 ? Results.NotFound() : Xml(http, SiteMap.Part(pages));
    }

    private static IResult Xml(HttpContext http, byte[] file)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(file, SiteMap.MediaType);
    }
}
