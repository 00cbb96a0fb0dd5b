using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Posts;
using Gilde.Web.Tests.Profiles;

namespace Gilde.Web.Tests.Feed;

public class FeedTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Everything_in_a_feed_says_why_it_is_there(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, contact, followed, stranger, other) = (await server.Member("Ida Leserin"), await server.Member("Karl Kontakt"), await server.Member("Frida Bekannt"), await server.Member("Stefan Fremd"), await server.Member("Otto Anders"));
        await server.Befriend(me, contact);
        var topic = $"thema{me.Id}";
        await other.Says($"Erster Beitrag zu #{topic}");
        await me.Client.SubmitOk($"/@{followed.Handle}/follow");
        await me.Client.SubmitOk($"/tags/{topic}/follow");
        var group = await server.Group(GroupKind.Closed, other, me);
        await me.Says("eigenes");
        await contact.Says("vom Kontakt", "contacts");
        await followed.Says("von der Gefolgten");
        await other.Client.SubmitOk("/posts", ("text", "aus der Gruppe"), ("group", group.Slug));
        await other.Says($"zum #{topic}");
        await contact.Client.SubmitOk(await stranger.Says("empfohlen") + "/react", ("kind", "helpful"));
        await stranger.Says("unerreicht");
        var items = (await me.FeedItems()).Select(i => (Why: i.GetProperty("why").GetString(), Text: i.GetProperty("post").GetProperty("text").GetString())).ToList();
        Assert.Equal([("recommended", "empfohlen"), ("tag", $"zum #{topic}"), ("group", "aus der Gruppe"), ("followed", "von der Gefolgten"), ("contact", "vom Kontakt"), ("own", "eigenes"), ("tag", $"Erster Beitrag zu #{topic}")], items);
        var page = await me.Client.Page("/");
        Assert.Contains("Karl Kontakt", page.QuerySelector(".post-reason")!.TextContent);
        Assert.All(page.QuerySelectorAll(".post"), p => Assert.NotNull(p.QuerySelector(".post-reason")));
    }

    [Theory, BothDatabases]
    public async Task Mute_and_block_take_somebody_out_of_the_feed_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, loud, blocked, fan, stranger) = (await server.Member("Ida Leserin"), await server.Member("Lars Laut"), await server.Member("Bert Block"), await server.Member("Fanny Fan"), await server.Member("Stefan Fremd"));
        foreach (var other in new[] { loud, blocked, fan }) await server.Befriend(me, other);
        await loud.Says("laut");
        await blocked.Says("gesperrt");
        var praised = await stranger.Says("gelobt");
        await loud.Client.SubmitOk(praised + "/react", ("kind", "like"));
        Assert.Equal(["gelobt", "gesperrt", "laut"], await me.Feed());
        await me.Client.SubmitOk($"/@{loud.Handle}/mute");
        await server.Block(blocked, me);
        Assert.Empty(await me.Feed());
        await fan.Client.SubmitOk(praised + "/react", ("kind", "like"));
        var item = Assert.Single(await me.FeedItems());
        Assert.Equal([fan.Handle], item.GetProperty("by").EnumerateArray().Select(h => h.GetString()));
        await me.Client.SubmitOk($"/@{loud.Handle}/mute", ("on", "false"));
        Assert.Contains("laut", await me.Feed());
    }

    [Theory, BothDatabases]
    public async Task A_feed_is_read_page_by_page_without_gap_or_twice(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, contact, fan, stranger) = (await server.Member("Ida Leserin"), await server.Member("Karl Kontakt"), await server.Member("Fanny Fan"), await server.Member("Stefan Fremd"));
        foreach (var other in new[] { contact, fan }) await server.Befriend(me, other);
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            // Two years: dense for a day, thin before; recommended twice at different times.
            for (var i = 0; i < 130; i++) db.Add(new Post { AuthorId = contact.Id, Text = $"k{i}", Audience = PostAudience.Members, PublishedAt = now - Duration.FromMinutes(i < 100 ? i * 10 : i * 8_000) });
            var liked = Enumerable.Range(0, 40).Select(i => new Post { AuthorId = stranger.Id, Text = $"f{i}", Audience = PostAudience.Members, PublishedAt = now - Duration.FromDays(700), Likes = 2 }).ToList();
            db.AddRange(liked);
            await db.SaveChangesAsync();
            foreach (var (post, i) in liked.Select((p, i) => (p, i)))
            {
                db.Add(new Reaction { PostId = post.Id, MemberId = contact.Id, At = now - Duration.FromHours(i * 7) });
                db.Add(new Reaction { PostId = post.Id, MemberId = fan.Id, At = now - Duration.FromHours(i * 13) });
            }
            await db.SaveChangesAsync();
        });
        var items = await me.FeedItems();
        Assert.Equal(170, items.Count);
        Assert.Equal(170, items.Select(i => i.GetProperty("post").GetProperty("id").GetInt64()).Distinct().Count());
        var times = items.Select(i => i.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        var twice = items.Single(i => i.GetProperty("post").GetProperty("text").GetString() == "f39");
        Assert.Equal((now - Duration.FromHours(39 * 13)).ToUnixTimeSeconds(), twice.GetProperty("at").GetDateTimeOffset().ToUnixTimeSeconds());
        await me.Client.SubmitOk("/feed/order", ("order", "closest"));
        var closest = await me.FeedItems();
        Assert.Equal(closest.Count, closest.Select(i => i.GetProperty("post").GetProperty("id").GetInt64()).Distinct().Count());
        // All of the last day, and whatever was recommended within two weeks, be it for the second time.
        Assert.Equal(140, closest.Count);
    }

    [Theory, BothDatabases]
    public async Task What_a_contact_likes_later_stays_where_it_was_said(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, contact, fan) = (await server.Member("Ida Leserin"), await server.Member("Karl Kontakt"), await server.Member("Fanny Fan"));
        foreach (var other in new[] { contact, fan }) await server.Befriend(me, other);
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            Post[] posts = [new() { AuthorId = contact.Id, Text = "vom Montag", Audience = PostAudience.Members, PublishedAt = now - Duration.FromDays(3), Likes = 1 }, new() { AuthorId = me.Id, Text = "meiner", Audience = PostAudience.Members, PublishedAt = now - Duration.FromDays(2), Likes = 1 }];
            db.AddRange(posts);
            await db.SaveChangesAsync();
            db.AddRange(posts.Select(p => new Reaction { PostId = p.Id, MemberId = fan.Id, At = now - Duration.FromHours(1) }));
            await db.SaveChangesAsync();
        });
        var latest = (await me.FeedItems()).Select(i => (i.GetProperty("why").GetString(), i.GetProperty("post").GetProperty("text").GetString()));
        Assert.Equal([("own", "meiner"), ("contact", "vom Montag")], latest);
        await me.Client.SubmitOk("/feed/order", ("order", "closest"));
        Assert.Equal(["contact", "own"], (await me.FeedItems()).Select(i => i.GetProperty("why").GetString()).Order());
    }

    [Theory, BothDatabases]
    public async Task A_muted_contact_takes_nothing_out_of_the_feed_by_liking_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, close, stranger) = (await server.Member("Ida Leserin"), await server.Member("Nele Nah"), await server.Member("Stefan Fremd"));
        await Introductions.SmallNetwork.Connect(server, me, close, days: 40);
        var group = await server.Group(GroupKind.Closed, stranger, me);
        var post = await stranger.Client.SubmitOk("/posts", ("text", "aus der Gruppe"), ("group", group.Slug));
        var other = await stranger.Says("nur gelobt");
        await server.Db(async db =>
        {
            db.AddRange(new[] { post, other }.Select(p => new Reaction { PostId = Talking.IdOf(p), MemberId = close.Id, At = server.Clock.GetCurrentInstant() }));
            await db.SaveChangesAsync();
        });
        await me.Client.SubmitOk($"/@{close.Handle}/mute");
        Assert.Equal(["aus der Gruppe"], await me.Feed());
        await me.Client.SubmitOk("/feed/order", ("order", "closest"));
        Assert.Equal(["aus der Gruppe"], await me.Feed());
    }

    [Theory, BothDatabases]
    public async Task The_closest_come_first_where_one_wants_it_so(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (me, close, far) = (await server.Member("Ida Leserin"), await server.Member("Nele Nah"), await server.Member("Frank Fern"));
        await Introductions.SmallNetwork.Connect(server, me, close, days: 40);
        await Introductions.SmallNetwork.Connect(server, me, far);
        await close.Says("nah");
        await far.Says("fern");
        Assert.Equal(["fern", "nah"], await me.Feed());
        await me.Client.SubmitOk("/feed/order", ("order", "closest"));
        await Eventually.Is(async () => (await me.Feed()).SequenceEqual(["nah", "fern"]), "the close one's post stands first");
        await me.Client.SubmitOk("/feed/order", ("order", "latest"));
        Assert.Equal(["fern", "nah"], await me.Feed());
    }

    [Theory, BothDatabases]
    public async Task A_line_shows_what_is_new_since_the_last_visit(DatabaseKind kind)
    {
        var clock = new MovingClock();
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IClock>(s, clock));
        var (me, contact) = (await server.Member("Ida Leserin"), await server.Member("Karl Kontakt"));
        await server.Befriend(me, contact);
        await contact.Says("alt");
        Assert.Null((await me.Client.Page("/")).QuerySelector("#feed-seen"));
        clock.Move(Duration.FromHours(5));
        await contact.Says("neu");
        foreach (var _ in new[] { 1, 2 })
        {
            var page = await me.Client.Page("/");
            Assert.Equal("neu", page.QuerySelector("#feed-seen")!.PreviousElementSibling!.QuerySelector(".post-text")!.TextContent.Trim());
            Assert.Contains("everything new", page.QuerySelector("#feed-seen")!.TextContent);
        }
        clock.Move(Duration.FromHours(5));
        Assert.Contains("up to date", (await me.Client.Page("/")).QuerySelector("#feed-seen")!.TextContent);
        clock.Move(Duration.FromHours(5));
        for (var i = 0; i < 20; i++) await contact.Says($"neu {i}");
        var first = await me.Client.Page("/");
        Assert.Null(first.QuerySelector("#feed-seen"));
        var second = await me.Client.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("neu 0", second.QuerySelector("#feed-seen")!.PreviousElementSibling!.QuerySelector(".post-text")!.TextContent.Trim());
    }

    private sealed class MovingClock : IClock
    {
        private readonly IClock real = new MicrosecondClock();
        private Duration ahead = Duration.Zero;

        public Instant GetCurrentInstant() => real.GetCurrentInstant() + ahead;

        public void Move(Duration by) => ahead += by;
    }
}
