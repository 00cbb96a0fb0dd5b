using System.Net.Http.Headers;
using System.Xml.Linq;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Moderation;

namespace Gilde.Web.Tests.Feeds;

/// <summary>Feeds, site map and other formats hold what everybody may see, and nothing else.</summary>
public class PublicFeedTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_feed_of_a_profile_holds_public_posts_alone_whoever_asks(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, dora) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Dora Gesperrt"));
        await server.Connect(anna, ben);
        await server.Block(anna, dora);
        var open = await server.Post(anna, "Für **alle** zu lesen, siehe [Ben](/@ben)", PostAudience.Everyone);
        var hidden = await server.Post(anna, "Verborgen", PostAudience.Everyone);
        await server.Db(db => db.Posts.Where(p => p.Id == hidden).ExecuteUpdateAsync(s => s.SetProperty(p => p.HiddenAt, server.Clock.GetCurrentInstant())));
        foreach (var audience in new[] { PostAudience.Members, PostAudience.Contacts }) await server.Post(anna, "Nicht für alle", audience);
        foreach (var format in new[] { "atom", "rss", "json" })
        foreach (var client in new[] { server.Client(), anna.Client, ben.Client })
        {
            var feed = await client.GetStringAsync($"/@{anna.Handle}/feed.{format}");
            Assert.Contains($"/posts/{open}", feed);
            Assert.Contains(new Uri(server.Settings.Address, "/@ben").AbsoluteUri, feed);
            Assert.DoesNotContain("Nicht für alle", feed);
            Assert.DoesNotContain("Verborgen", feed);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await dora.Client.GetAsync($"/@{anna.Handle}/feed.atom")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client().GetAsync($"/@{anna.Handle}/feed.txt")).StatusCode);
        await server.Db(db => db.Members.Where(m => m.Id == anna.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClosedAt, server.Clock.GetCurrentInstant())));
        foreach (var client in new[] { server.Client(), ben.Client }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/@{anna.Handle}/feed.atom")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_the_newest_gets_304_until_something_changes(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        await server.Post(anna, "Erster", PostAudience.Everyone);
        var path = $"/@{anna.Handle}/feed.atom";
        var visitor = server.Client();
        using var first = await visitor.GetAsync(path);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, await Status(visitor, path, r => r.IfNoneMatch.Add(first.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, await Status(visitor, path, r => r.IfModifiedSince = first.Content.Headers.LastModified));
        await server.Post(anna, "Zweiter", PostAudience.Everyone);
        Assert.Equal(HttpStatusCode.OK, await Status(visitor, path, r => r.IfNoneMatch.Add(first.Headers.ETag!)));
    }

    [Theory, BothDatabases]
    public async Task Public_groups_and_tags_have_feeds_others_do_not(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var (open, closed) = (await Group(server, anna, true), await Group(server, anna, false));
        var tag = $"ziehstein{anna.Id}";
        await Say(server, anna, "In der offenen Gruppe", open.Id, null);
        await Say(server, anna, "In der geschlossenen Gruppe", closed.Id, null);
        var visitor = server.Client();
        Assert.Contains("In der offenen Gruppe", await visitor.GetStringAsync($"/groups/{open.Slug}/feed.rss"));
        foreach (var client in new[] { visitor, anna.Client }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/groups/{closed.Slug}/feed.rss")).StatusCode);
        await Say(server, anna, "Nur für Mitglieder", null, tag, PostAudience.Members);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/tags/{tag}/feed.json")).StatusCode);
        await Say(server, anna, "Unter dem Stichwort", null, tag);
        var feed = await visitor.GetStringAsync($"/tags/{tag}/feed.json");
        Assert.Contains("Unter dem Stichwort", feed);
        Assert.DoesNotContain("Nur für Mitglieder", feed);
    }

    [Theory, BothDatabases]
    public async Task The_site_map_lists_those_who_let_search_engines_in(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (listed, other) = (await server.Member("Anna Berger"), await server.Member("Ben Still"));
        await server.Db(db => db.Members.Where(m => m.Id == listed.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.ListedAt, server.Clock.GetCurrentInstant())));
        var (seen, unseen, members) = (await server.Post(listed, "Auffindbar", PostAudience.Everyone), await server.Post(other, "Nicht auffindbar", PostAudience.Everyone), await server.Post(listed, "Intern"));
        var group = await Group(server, other, true);
        await Group(server, other, false);
        var visitor = server.Client();
        var site = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml"));
        var pages = new List<string>();
        foreach (var part in site.Descendants().Where(e => e.Name.LocalName == "loc"))
        {
            var urls = XDocument.Parse(await visitor.GetStringAsync(new Uri(part.Value).PathAndQuery));
            Assert.Equal("urlset", urls.Root!.Name.LocalName);
            pages.AddRange(urls.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery));
        }
        Assert.Equal([$"/@{listed.Handle}", $"/groups/{group.Slug}", $"/posts/{seen}"], pages.Order(StringComparer.Ordinal));
        foreach (var path in pages) Assert.Null((await visitor.Page(path)).QuerySelector("meta[name=robots]"));
        Assert.Equal("noindex", (await visitor.Page($"/posts/{unseen}")).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var wrong in new[] { "/sitemap/posts-99.xml", "/sitemap/nothing-0.xml" }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(wrong)).StatusCode);
        var robots = await visitor.GetStringAsync("/robots.txt");
        Assert.Contains("Sitemap: " + new Uri(server.Settings.Address, "/sitemap.xml").AbsoluteUri, robots);
        Assert.Contains("Disallow: /admin", robots);
    }

    [Theory, BothDatabases]
    public async Task Public_pages_are_had_as_markdown_and_json_and_say_where(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var group = await Group(server, anna, true);
        var tag = $"rohr{anna.Id}";
        var post = await Say(server, anna, "Ein *guter* Rat", group.Id, tag);
        var visitor = server.Client();
        foreach (var page in new[] { $"/posts/{post}", $"/groups/{group.Slug}", $"/tags/{tag}" })
        {
            Assert.Contains("Ein *guter* Rat", await visitor.GetStringAsync(page + ".md"));
            Assert.Contains("Ein *guter* Rat", await visitor.GetStringAsync(page + ".json"));
            using var asked = new HttpRequestMessage(HttpMethod.Get, page);
            asked.Headers.Accept.Clear();
            asked.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/markdown"));
            var plain = new HttpClient { BaseAddress = server.Address };
            using var answer = await plain.SendAsync(asked);
            Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
            var head = (await visitor.Page(page)).Head!;
            Assert.NotNull(head.QuerySelector("link[rel=alternate][type='text/markdown']"));
            Assert.NotNull(head.QuerySelector("link[rel=canonical]"));
            if (!page.StartsWith("/posts/", StringComparison.Ordinal)) Assert.Equal(3, head.QuerySelectorAll("link[rel=alternate][href*='/feed.']").Length);
            if (!page.StartsWith("/tags/", StringComparison.Ordinal)) Assert.NotNull(head.QuerySelector("meta[property='og:title']"));
        }
        Assert.Equal(3, (await visitor.Page($"/@{anna.Handle}")).Head!.QuerySelectorAll("link[rel=alternate][href*='/feed.']").Length);
        var inside = await server.Post(anna, "Intern");
        foreach (var suffix in new[] { ".md", ".json" }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/posts/{inside}{suffix}")).StatusCode);
        Assert.Null((await anna.Client.Page($"/posts/{inside}")).QuerySelector("meta[property='og:title']"));
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with(request.Headers);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<Group> Group(GildeServer server, TestMember owner, bool isPublic) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        var group = new Group { Slug = $"gruppe-{owner.Id}-{(isPublic ? "offen" : "zu")}", Name = "Rohre", Kind = isPublic ? GroupKind.Open : GroupKind.Closed, PublicSince = isPublic ? now : null, CreatedById = owner.Id, CreatedAt = now, ActiveAt = now, Members = 1 };
        db.Add(group);
        await db.SaveChangesAsync();
        db.Add(new GroupMember { GroupId = group.Id, MemberId = owner.Id, Role = GroupRole.Owner, JoinedAt = now });
        await db.SaveChangesAsync();
        return group;
    });

    private static Task<long> Say(GildeServer server, TestMember author, string text, long? group, string? tag, PostAudience audience = PostAudience.Everyone) => server.Db(async db =>
    {
        var post = new Post { AuthorId = author.Id, Text = text, Audience = group is null ? audience : PostAudience.Group, GroupId = group, PublishedAt = server.Clock.GetCurrentInstant() };
        db.Add(post);
        await db.SaveChangesAsync();
        if (tag is null) return post.Id;
        var row = await db.Tags.SingleOrDefaultAsync(t => t.Key == tag) ?? db.Add(new Tag { Key = tag, Name = tag }).Entity;
        await db.SaveChangesAsync();
        db.Add(new PostTag { PostId = post.Id, TagId = row.Id, PublishedAt = post.PublishedAt });
        await db.SaveChangesAsync();
        return post.Id;
    });
}
