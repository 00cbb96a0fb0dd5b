using NodaTime.Text;

namespace Gilde.Web.Formats;

/// <summary>A page in a site map, and when it last changed.</summary>
public sealed record SitePage(Uri Url, Instant? ChangedAt);

/// <summary>The protocol of sitemaps.org: an index of parts, each with at most 50,000 pages.</summary>
public static class SiteMap
{
    public const string MediaType = "application/xml; charset=utf-8";
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Index(IEnumerable<Uri> parts) => Write("sitemapindex", "sitemap", parts.Select(p => new SitePage(p, null)));

    public static byte[] Part(IEnumerable<SitePage> pages) => Write("urlset", "url", pages);

    private static byte[] Write(string root, string element, IEnumerable<SitePage> pages) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement(root, Space);
        foreach (var page in pages)
        {
            xml.WriteStartElement(element);
            xml.Text("loc", page.Url.AbsoluteUri);
            if (page.ChangedAt is { } at) xml.Text("lastmod", InstantPattern.General.Format(at));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });
}
