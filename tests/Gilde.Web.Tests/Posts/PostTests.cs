using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Profiles;

namespace Gilde.Web.Tests.Posts;

public class PostTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_post_says_what_was_written_with_its_people_and_topics(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var tag = $"Ziehstein{anna.Id}";
        var path = await anna.Says($"Wer kennt **{tag}**? @{ben.Handle} fragt zu #{tag}, siehe https://example.org/a#b und anna@example.org");
        var page = await ben.Client.Page(path);
        var text = page.QuerySelector(".post-text")!;
        Assert.Equal(tag, text.QuerySelector("strong")!.TextContent);
        Assert.Equal("@" + ben.Handle, text.QuerySelector($"a[href='/@{ben.Handle}']")!.TextContent);
        var topic = text.QuerySelector("a[href^='/tags/']")!;
        Assert.Equal($"/tags/{tag.ToLowerInvariant()}", topic.GetAttribute("href"));
        Assert.Equal(2, text.QuerySelectorAll("a[href^='/']").Length);
        Assert.Contains("Wer kennt", (await ben.Client.Page(topic.GetAttribute("href")!)).QuerySelector(".feed")!.TextContent);
        Assert.Equal([ben.Id], await server.Db(db => db.Events.Where(e => e.Kind == EventKinds.Mentioned && e.ObjectId == Talking.IdOf(path)).Select(e => e.TargetId!.Value).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Each_audience_reads_its_posts_and_nobody_else(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, contact, close, stranger, blocked) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carla Nah"), await server.Member("Dora Fremd"), await server.Member("Emil Gesperrt"));
        foreach (var other in new[] { contact, close }) await server.Befriend(anna, other);
        await server.Tie(anna, close, 247);
        await server.Tie(anna, contact, 140);
        await server.Block(blocked, anna);
        var visitor = server.Client();
        HttpClient[] all = [visitor, blocked.Client, stranger.Client, contact.Client, close.Client, anna.Client];
        foreach (var (audience, may) in new[] { ("everyone", new[] { true, false, true, true, true, true }), ("members", [false, false, true, true, true, true]), ("contacts", [false, false, false, true, true, true]), ("strongcontacts", [false, false, false, false, true, true]) })
        {
            var path = await anna.Says($"Für {audience}", audience);
            var sees = new List<bool>();
            foreach (var client in all) sees.Add(await client.Sees(path));
            Assert.True(may.SequenceEqual(sees), $"{audience}: {string.Join(' ', sees)}");
        }
    }

    [Theory, BothDatabases]
    public async Task Group_posts_are_read_by_whom_the_kind_of_group_lets(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        foreach (var (groupKind, strangerReads) in new[] { (GroupKind.Open, true), (GroupKind.OnRequest, false), (GroupKind.Closed, false), (GroupKind.Secret, false) })
        {
            var group = await server.Group(groupKind, anna, ben);
            var path = await anna.Client.SubmitOk("/posts", ("text", "In der Gruppe"), ("group", group.Slug));
            Assert.Equal((true, strangerReads, false), (await ben.Client.Sees(path), await carl.Client.Sees(path), await server.Client().Sees(path)));
            using var refused = await carl.Client.Submit("/posts", ("text", "Ich auch"), ("group", group.Slug));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        var open = await server.Group(GroupKind.Open, anna);
        await server.Db(db => db.Groups.Where(g => g.Id == open.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.PublicSince, server.Clock.GetCurrentInstant())));
        Assert.True(await server.Client().Sees(await anna.Client.SubmitOk("/posts", ("text", "Für alle"), ("group", open.Slug))));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_published_comes_back_as_it_was_typed(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member("Anna Berger");
        using var empty = await anna.Client.Submit("/posts", ("text", "  "), ("audience", "contacts"), ("contentNote", "Unfall"));
        var form = await empty.Document(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(form.QuerySelector("#f-text-error"));
        Assert.Equal("contacts", form.QuerySelector("select[name=audience] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Unfall", form.QuerySelector("input[name=contentNote]")!.GetAttribute("value"));
        using var tooLong = await anna.Client.Submit("/posts", ("text", new string('x', Post.MaxText + 1)));
        Assert.Equal(Post.MaxText + 1, (await tooLong.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("textarea")!.TextContent.Trim().Length);
    }

    [Theory, BothDatabases]
    public async Task An_edit_keeps_what_was_said_before_and_names_only_the_newly_named(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Says($"Hallo @{ben.Handle} #alt{anna.Id}");
        await anna.Client.SubmitOk(path + "/edit", ("text", $"Hallo @{ben.Handle} und @{carl.Handle} #neu{anna.Id}"), ("audience", "members"));
        var (id, page) = (Talking.IdOf(path), await ben.Client.Page(path));
        Assert.Contains("edited", page.QuerySelector(".post-when")!.TextContent);
        await server.Db(async db =>
        {
            Assert.Equal($"Hallo @{ben.Handle} #alt{anna.Id}", await db.PostRevisions.Where(r => r.PostId == id).Select(r => r.Text).SingleAsync());
            Assert.Equal([ben.Id, carl.Id], await db.Events.Where(e => e.Kind == EventKinds.Mentioned && e.ObjectId == id).OrderBy(e => e.Id).Select(e => e.TargetId!.Value).ToListAsync());
        });
        Assert.False(await ben.Client.Sees($"/tags/alt{anna.Id}"));
        Assert.True(await ben.Client.Sees($"/tags/neu{anna.Id}"));
    }

    [Theory, BothDatabases]
    public async Task Counts_are_exact_however_many_react_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var path = await anna.Says("Wer kommt zur wire?");
        var others = new List<TestMember>();
        for (var i = 0; i < 8; i++) others.Add(await server.Member($"Leser {i}"));
        await Task.WhenAll(others.Select(async (other, i) =>
        {
            foreach (var reaction in new[] { "like", "helpful", "none", "congratulations", i % 2 == 0 ? "like" : "condolence" }) await other.Client.SubmitOk(path + "/react", ("kind", reaction));
        }));
        var post = await anna.Client.Post(path);
        Assert.Equal((4, 0, 0, 4), (post.GetProperty("likes").GetInt32(), post.GetProperty("helpful").GetInt32(), post.GetProperty("congratulations").GetInt32(), post.GetProperty("condolences").GetInt32()));
        Assert.Equal(8, (await anna.Client.Page(path + "/reactions")).QuerySelectorAll(".person").Length);
    }

    [Theory, BothDatabases]
    public async Task Whom_one_does_not_get_to_see_is_in_no_count_and_no_list(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl, dora) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"), await server.Member("Dora Laut"));
        var path = await anna.Says("Neue Halle");
        foreach (var other in new[] { ben, carl, dora }) await other.Client.SubmitOk(path + "/react", ("kind", "like"));
        await server.Block(ben, carl);
        await ben.Client.SubmitOk($"/@{dora.Handle}/mute");
        Assert.Equal(1, (await ben.Client.Post(path)).GetProperty("likes").GetInt32());
        Assert.Equal(["Ben Kontakt"], (await ben.Client.Page(path + "/reactions")).QuerySelectorAll(".person-name a").Select(a => a.TextContent));
        Assert.Equal(2, (await carl.Client.Post(path)).GetProperty("likes").GetInt32());
        Assert.Equal(3, (await anna.Client.Post(path)).GetProperty("likes").GetInt32());
    }

    [Theory, BothDatabases]
    public async Task Whom_one_has_blocked_and_who_is_suspended_as_well_is_taken_out_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, spammer) = (await server.Member("Anna Berger"), await server.Member("Sven Laut"));
        var path = await anna.Says("Neue Halle");
        await spammer.Client.SubmitOk(path + "/react", ("kind", "like"));
        await spammer.Client.SubmitOk(path + "/comments", ("text", "Kauft!"));
        await spammer.Client.SubmitOk("/posts", ("text", "Kauft alle!"), ("shared", path.Split('/')[^1]));
        await server.Block(anna, spammer);
        Assert.Equal((0, 0, 0), await Counts());
        await server.Db(async db =>
        {
            await db.Members.Where(m => m.Id == spammer.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.SuspendedAt, server.Clock.GetCurrentInstant()));
            await db.Recount(await db.CountsTouchedBy(spammer.Id));
        });
        Assert.Equal((0, 0, 0), await Counts());

        async Task<(int, int, int)> Counts() => await anna.Client.Post(path) is var post ? (post.GetProperty("likes").GetInt32(), post.GetProperty("comments").GetInt32(), post.GetProperty("shares").GetInt32()) : default;
    }

    [Theory, BothDatabases]
    public async Task A_share_carries_own_words_and_only_what_all_members_may_read(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        await server.Befriend(anna, ben);
        var path = await anna.Says("Der Ursprung");
        var share = await ben.Client.SubmitOk("/posts", ("text", "Lesenswert"), ("shared", $"{Talking.IdOf(path)}"));
        var again = await anna.Client.SubmitOk("/posts", ("text", ""), ("shared", $"{Talking.IdOf(share)}"));
        foreach (var shared in new[] { share, again }) Assert.Contains("Der Ursprung", (await ben.Client.Page(shared)).QuerySelector(".post-shared")!.TextContent);
        Assert.Equal(2, (await ben.Client.Post(path)).GetProperty("shares").GetInt32());
        var quiet = await anna.Says("Nur für Kontakte", "contacts");
        using var refused = await ben.Client.Submit("/posts", ("text", "Hört her"), ("shared", $"{Talking.IdOf(quiet)}"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await anna.Client.SubmitOk(path + "/remove");
        Assert.Contains("no longer there", (await ben.Client.Page(share)).QuerySelector(".post-gone")!.TextContent);
        Assert.False(await ben.Client.Sees(path));
    }

    [Theory, BothDatabases]
    public async Task Kept_posts_are_the_viewers_own(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Says("Zum Nachlesen");
        await ben.Client.SubmitOk(path + "/keep");
        Assert.Contains("Zum Nachlesen", (await ben.Client.Page("/bookmarks")).QuerySelector(".feed")!.TextContent);
        Assert.DoesNotContain("Zum Nachlesen", (await anna.Client.Page("/bookmarks")).QuerySelector(".feed")!.TextContent);
        await ben.Client.SubmitOk(path + "/keep", ("on", "false"));
        Assert.DoesNotContain("Zum Nachlesen", (await ben.Client.Page("/bookmarks")).QuerySelector(".feed")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task One_post_stands_first_and_a_page_lists_what_its_author_said(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var first = await anna.Says("eins");
        await anna.Client.SubmitOk(await anna.Says("zwei") + "/pin");
        await anna.Client.SubmitOk(first + "/pin");
        await anna.Says("drei");
        var page = await ben.Client.Page($"/@{anna.Handle}/posts");
        Assert.Equal(["eins", "drei", "zwei"], page.QuerySelectorAll(".post-text").Select(t => t.TextContent.Trim()));
        Assert.Single(page.QuerySelectorAll(".post-when"), w => w.TextContent.Contains("pinned", StringComparison.Ordinal));
        var profile = await ben.Client.Page("/@" + anna.Handle);
        Assert.Equal("drei", profile.QuerySelector(".profile-main .post-text")!.TextContent.Trim());
        Assert.NotNull(profile.QuerySelector($".profile-main a[href='/@{anna.Handle}/posts']"));
        await server.Block(anna, ben);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Client.GetAsync($"/@{anna.Handle}/posts")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_topic_used_only_where_one_may_not_read_gives_nothing_away(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        await anna.Says($"Geheim #Projekt{anna.Id}", "contacts");
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Client.GetAsync($"/tags/projekt{anna.Id}")).StatusCode);
        var page = await ben.Client.Page($"/tags/projekt{anna.Id}?before=1-1");
        Assert.DoesNotContain($"Projekt{anna.Id}", page.DocumentElement.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Nobody_floods_the_network(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        await server.Db(async db =>
        {
            for (var i = 0; i < PublishPost.Most; i++) db.Add(new Post { AuthorId = anna.Id, Text = $"{i}", PublishedAt = server.Clock.GetCurrentInstant() - Duration.FromMinutes(i) });
            await db.SaveChangesAsync();
        });
        using var refused = await anna.Client.Submit("/posts", ("text", "Noch etwas"));
        Assert.Equal("Noch etwas", (await refused.Document(HttpStatusCode.TooManyRequests)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.NotNull(refused.Headers.RetryAfter);
    }
}
