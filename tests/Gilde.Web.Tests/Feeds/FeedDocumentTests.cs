using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Gilde.Web.Formats;

namespace Gilde.Web.Tests.Feeds;

/// <summary>Each format as its rules want it, also of words that are hard to write down.</summary>
public class FeedDocumentTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Instant At = Instant.FromUtc(2026, 3, 1, 9, 5);
    private static readonly FeedDocument Feed = new("Draht & <Rohr> \u0007\ud83d", "Alles über Draht", new("https://draht.example/@anna"), new("https://draht.example/@anna/feed.atom"), "de", At + Duration.FromDays(1),
    [
        new(new("https://draht.example/posts/2"), "", "<p>Kurz &amp; gut 🎉</p>", "Kurz & gut", "Anna Müßig", new("https://draht.example/@anna"), At, At + Duration.FromDays(1), null, ["Ziehstein"]),
        new(new("https://draht.example/posts/1"), "Ein Artikel", "<p>Lang ]]></p>", "Lang", "Anna Müßig", new("https://draht.example/@anna"), At, At, new("https://draht.example/pictures/7"), []),
    ]);

    [Fact]
    public void Atom_has_what_the_rfc_demands()
    {
        var root = Parse(AtomFeed.Write(Feed));
        Assert.Equal(Atom + "feed", root.Name);
        Assert.Equal("de", root.Attribute(XNamespace.Xml + "lang")!.Value);
        foreach (var name in new[] { "id", "title", "updated" }) Assert.Single(root.Elements(Atom + name));
        Assert.Equal("https://draht.example/@anna/feed.atom", root.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entries = root.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        Assert.Equal(2, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in entries)
        {
            foreach (var name in new[] { "id", "title", "updated", "published", "content" }) Assert.Single(entry.Elements(Atom + name));
            Assert.NotEqual("", entry.Element(Atom + "title")!.Value);
            Assert.True(Uri.TryCreate(entry.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.True(NodaTime.Text.InstantPattern.General.Parse(entry.Element(Atom + "updated")!.Value).Success);
            Assert.Equal("Anna Müßig", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        }
        Assert.Equal("<p>Kurz &amp; gut 🎉</p>", entries[0].Element(Atom + "content")!.Value);
        Assert.Equal("Draht & <Rohr> ", root.Element(Atom + "title")!.Value);
    }

    [Fact]
    public void Rss_has_what_its_specification_demands()
    {
        var channel = Parse(RssFeed.Write(Feed)).Element("channel")!;
        foreach (var name in new[] { "title", "link", "description", "lastBuildDate" }) Assert.Single(channel.Elements(name));
        var items = channel.Elements("item").ToList();
        Assert.Equal(2, items.Select(i => i.Element("guid")!.Value).Distinct().Count());
        foreach (var item in items)
        {
            // One of the two must be there.
            Assert.True(item.Element("title") is not null || item.Element("description") is not null);
            Assert.Equal(At.ToDateTimeUtc(), DateTime.ParseExact(item.Element("pubDate")!.Value, "R", CultureInfo.InvariantCulture));
        }
        Assert.Null(items[0].Element("title"));
        Assert.Equal("<p>Lang ]]></p>", items[1].Element("description")!.Value);
    }

    [Fact]
    public void Json_feed_has_what_version_1_1_demands()
    {
        using var json = JsonDocument.Parse(JsonFeed.Write(Feed));
        var root = json.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        foreach (var name in new[] { "title", "home_page_url", "feed_url", "language" }) Assert.NotEqual("", root.GetProperty(name).GetString());
        var items = root.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, i => Assert.True(NodaTime.Text.InstantPattern.General.Parse(i.GetProperty("date_published").GetString()!).Success && i.GetProperty("content_html").GetString()!.Length > 0));
        Assert.False(items[0].TryGetProperty("title", out _));
        Assert.Equal("Anna Müßig", items[1].GetProperty("authors")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Local_addresses_become_whole_ones() => Assert.Equal(
        """<a href="https://draht.example/@anna?a=1&amp;b=2">x</a> <img src="https://draht.example/pictures/7"> <a href="https://anderswo.example/">y</a>""",
        AbsoluteHtml.Of("""<a href="/@anna?a=1&amp;b=2">x</a> <img src="/pictures/7"> <a href="https://anderswo.example/">y</a>""", new("https://draht.example")));

    private static XElement Parse(byte[] file)
    {
        Assert.StartsWith("<?xml", Encoding.UTF8.GetString(file));
        return XDocument.Load(new MemoryStream(file)).Root!;
    }
}
