using System.Globalization;
using System.Xml;

namespace Gilde.Web.Formats;

/// <summary>RSS 2.0.</summary>
public static class RssFeed
{
    public const string MediaType = "application/rss+xml; charset=utf-8";
    private const string Atom = "http://www.w3.org/2005/Atom", Dublin = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(FeedDocument feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("channel");
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Page.AbsoluteUri);
        // RSS demands one.
        xml.Text("description", feed.Description.Length > 0 ? feed.Description : feed.Title);
        xml.Text("language", feed.Language);
        xml.Text("lastBuildDate", Time(feed.Updated));
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.Self.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var entry in feed.Entries) Item(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        if (entry.Title.Length > 0) xml.Text("title", entry.Title);
        xml.Text("link", entry.Url.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(entry.Url.AbsoluteUri);
        xml.WriteEndElement();
        xml.Text("pubDate", Time(entry.Published));
        // RSS's own author is an e-mail address; a name stands in Dublin Core's.
        xml.Text("dc", "creator", Dublin, entry.Author);
        foreach (var tag in entry.Tags) xml.Text("category", tag);
        xml.Text("description", entry.Html);
        xml.WriteEndElement();
    }

    /// <summary>RFC 822 with a year of four digits, in UTC.</summary>
    private static string Time(Instant at) => at.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
