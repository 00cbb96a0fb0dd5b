using System.Xml;
using NodaTime.Text;

namespace Gilde.Web.Formats;

/// <summary>Atom 1.0, RFC 4287.</summary>
public static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";
    private const string Space = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedDocument feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", Space);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.Text("id", feed.Page.AbsoluteUri);
        xml.Text("title", feed.Title);
        if (feed.Description.Length > 0) xml.Text("subtitle", feed.Description);
        xml.Text("updated", Time(feed.Updated));
        Link(xml, "self", feed.Self, "application/atom+xml");
        Link(xml, "alternate", feed.Page, "text/html");
        foreach (var entry in feed.Entries) Entry(xml, entry);
        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Text("id", entry.Url.AbsoluteUri);
        // Every entry has a title in Atom: of what has none, its first words.
        xml.Text("title", entry.Title.Length > 0 ? entry.Title : entry.Summary);
        xml.Text("published", Time(entry.Published));
        xml.Text("updated", Time(entry.Updated));
        Link(xml, "alternate", entry.Url, "text/html");
        xml.WriteStartElement("author");
        xml.Text("name", entry.Author);
        xml.Text("uri", entry.AuthorUrl.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var tag in entry.Tags)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", FeedXml.Clean(tag));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedXml.Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, Uri href, string type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>RFC 3339.</summary>
    private static string Time(Instant at) => InstantPattern.General.Format(at);
}
