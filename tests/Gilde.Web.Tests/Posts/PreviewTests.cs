using Gilde.Web.Posts;
using Gilde.Web.Tests.Posts.Comments;
using Gilde.Web.Tests.Web;
using Gilde.Web.Web.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Posts;

/// <summary>The first link of a post: looked at once, after publishing, for posts that all members may read.</summary>
public class PreviewTests
{
    private const string Words = """<html><head><title>Nur der Titel</title><meta property="og:title" content="Ziehsteine &amp; Diamant"><meta name="description" content="Wie sie halten"><meta property="og:site_name" content="Drahtzeitung"><meta property="og:image" content="https://example.org/bild.png"></head><body>x</body></html>""";

    [Theory, BothDatabases]
    public async Task A_page_says_what_it_is_and_is_asked_once(DatabaseKind kind)
    {
        using var site = new OutboundTests.Site($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(Words)}\r\n\r\n{Words}");
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => s.AddSingleton(new OutboundClient(_ => true)));
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var link = site.At("127.0.0.1").ToString();
        await anna.Client.SubmitOk("/posts", ("text", $"Nur für Kontakte: {link}"), ("audience", "contacts"));
        var post = await anna.Client.SubmitOk("/posts", ("text", $"Lesenswert: {link} und https://example.org/"), ("audience", "members"));
        await Eventually.Is(() => server.Db(db => db.LinkPreviews.AnyAsync()), "the preview");
        var card = (await bert.Client.Page(post)).QuerySelector(".post-link")!;
        Assert.Equal((link, "Ziehsteine & Diamant", "Wie sie halten", "127.0.0.1"), (card.GetAttribute("href"), card.QuerySelector("b")!.TextContent, card.QuerySelector("span")!.TextContent, card.QuerySelector("small")!.TextContent.Trim()));
        Assert.Null((await bert.Client.Page(post)).QuerySelector(".post-link img"));
        await anna.Client.SubmitOk($"{post}/edit", ("text", $"Sehr lesenswert: {link}"), ("audience", "members"));
        await anna.Client.SubmitOk($"{post}/edit", ("text", $"Lieber das: {link}zweite"), ("audience", "members"));
        await Eventually.Is(async () => (await bert.Client.Page(post)).QuerySelector(".post-link")?.GetAttribute("href") == link + "zweite", "the preview of the other link");
        await anna.Client.SubmitOk($"{post}/edit", ("text", "Doch nicht."), ("audience", "members"));
        await Eventually.Is(() => server.Db(async db => !await db.LinkPreviews.AnyAsync()), "no preview without a link");
        Assert.Null((await bert.Client.Page(post)).QuerySelector(".post-link"));
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Kind == "post.preview")), "the looking to end");
        Assert.Equal((2, 0), (site.Requests, await server.Db(db => db.LinkPreviews.CountAsync())));
    }

    [Theory, BothDatabases]
    public async Task What_does_not_answer_as_a_page_has_none(DatabaseKind kind)
    {
        using var site = new OutboundTests.Site("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 2\r\n\r\nhi");
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => s.AddSingleton(new OutboundClient(_ => true)));
        var anna = await server.Member("Anna Berger");
        var post = await anna.Client.SubmitOk("/posts", ("text", site.At("127.0.0.1").ToString()));
        await Eventually.Is(() => Task.FromResult(site.Requests == 1), "the look");
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Kind == "post.preview")), "the looking to end");
        Assert.Null((await anna.Client.Page(post)).QuerySelector(".post-link"));
    }

    [Theory, BothDatabases]
    public async Task Readers_find_the_earlier_versions_of_a_post(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var post = await anna.Client.SubmitOk("/posts", ("text", "Erste Fassung"));
        await anna.Client.SubmitOk($"{post}/edit", ("text", "Zweite Fassung"), ("contentNote", "Neu"));
        Assert.Equal(["Zweite Fassung", "Erste Fassung"], (await bert.Client.Page($"{post}/history")).QuerySelectorAll("main .prose").Select(p => p.TextContent.Trim()));
    }

    [Theory, BothDatabases]
    public async Task An_article_has_contents_with_places_to_go_to_and_its_length_in_minutes(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member("Anna Berger");
        var text = "Vorab\n\n# Der *erste* Teil\n\n" + string.Join(' ', Enumerable.Repeat("Draht", 590)) + "\n\n## Darunter <b>\n\nx\n\n# Der erste Teil\n\ny";
        var id = await server.Post(anna, text: text);
        await server.Db(db => db.Posts.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Kind, PostKind.Article).SetProperty(p => p.Title, "Vom Ziehen")));
        var page = await anna.Client.Page($"/posts/{id}");
        var links = page.QuerySelectorAll(".article-contents a").ToList();
        Assert.Equal(["Der erste Teil", "Darunter <b>", "Der erste Teil"], links.Select(a => a.TextContent));
        Assert.All(links, a => Assert.Equal(a.TextContent, page.QuerySelector(a.GetAttribute("href")!)!.TextContent));
        Assert.Contains("3 minutes", page.QuerySelector(".article")!.TextContent);
        Assert.Equal("Vom Ziehen", page.QuerySelector(".article-title")!.TextContent);
    }
}
