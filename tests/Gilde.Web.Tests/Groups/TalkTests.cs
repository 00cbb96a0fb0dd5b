using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Tests.Notifications;

namespace Gilde.Web.Tests.Groups;

/// <summary>What is said in groups, and how those who run them keep it in order.</summary>
public class TalkTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task What_is_said_in_a_group_stands_on_its_page_for_its_readers_what_is_pinned_first(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Gespräch {anna.Id}", "closed");
        await anna.Invite(path, ben);
        await ben.Join(path);
        var posts = new[] { await Say(anna, path, "Das Erste"), await Say(ben, path, "Das Zweite"), await Say(ben, path, "Das Dritte") };
        Assert.Equal([posts[2], posts[1], posts[0]], await Posts(ben, path));
        await anna.Client.SubmitOk($"{path}{posts[1]}/pin", ("on", "true"));
        Assert.Equal([posts[1], posts[2], posts[0]], await Posts(ben, path));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try($"{path}{posts[0]}/pin", ("on", "true")));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(posts[0]));
        Assert.DoesNotContain("Das Zweite", (await carl.Client.Page(path)).Body!.TextContent);
        await carl.Client.Json(path + "/posts", HttpStatusCode.NotFound);
        Assert.Contains("Das Zweite", await ben.Client.Json(path + "/posts"));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try("/posts", ("group", path[8..]), ("text", "Hallo")));
    }

    [Theory, BothDatabases]
    public async Task Only_who_accepted_the_rules_writes(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var name = $"Ordnung {anna.Id}";
        var path = await anna.Found(name);
        await ben.Join(path);
        var before = await Say(ben, path, "Vorher");
        await anna.Client.SubmitOk(path + "/settings", Founding.Form(name, "open", ("rules", Founding.Rules)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try("/posts", ("group", path[8..]), ("text", "Nachher")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(before + "/comments", ("text", "Nachtrag")));
        await ben.Client.SubmitOk(path + "/rules", ("rules", "1"));
        await ben.Client.SubmitOk(before + "/comments", ("text", "Nachtrag"));
        await Say(ben, path, "Nachher");
    }

    [Theory, BothDatabases]
    public async Task A_held_post_is_seen_by_its_author_alone_until_it_is_released(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Drin"));
        var path = await anna.Found($"Vorsicht {anna.Id}", "open", ("moderated", "true"));
        await ben.Join(path);
        await carl.Join(path);
        var free = await Say(anna, path, "Von der Leitung");
        var (good, bad) = (await Say(ben, path, "Guter Beitrag"), await Say(ben, path, "Werbung"));
        Assert.Equal([free], await Posts(carl, path));
        Assert.Equal([bad, good, free], await Posts(ben, path));
        var waits = Assert.Single(await server.Stream(anna), n => n.Kind == "postHeld");
        Assert.Equal(($"A post by Ben Kontakt waits for you in “Vorsicht {anna.Id}”", path + "/queue"), (waits.Text, waits.Href));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(good));
        Assert.Equal(0, await Published(server, good));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(path + "/queue"));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try($"{path}/queue/{Id(good)}/release"));
        Assert.Contains("Guter Beitrag", (await anna.Client.Page(path + "/queue")).Body!.TextContent);
        await anna.Client.SubmitOk($"{path}/queue/{Id(good)}/release");
        Assert.Equal(1, await Published(server, good));
        Assert.Equal([good, free], await Posts(carl, path));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try($"{path}/queue/{Id(bad)}/decline"));
        await anna.Client.SubmitOk($"{path}/queue/{Id(bad)}/decline", ("words", "Bitte keine Werbung"));
        Assert.Contains("Bitte keine Werbung", (await ben.Client.Page(path)).Body!.TextContent);
        Assert.DoesNotContain("Bitte keine Werbung", (await carl.Client.Page(path)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(bad));
        Assert.Equal([($"Your post in “Vorsicht {anna.Id}” was not let through", path), ($"Your post in “Vorsicht {anna.Id}” is published now", good)], (await server.Stream(ben)).Select(n => (n.Text, n.Href)));
        Assert.DoesNotContain(await server.Stream(anna), n => n.Kind == "postHeld");
        Assert.Contains("No post is waiting.", (await anna.Client.Page(path + "/queue")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await anna.Try($"{path}/queue/{Id(bad)}/release"));
    }

    [Theory, BothDatabases]
    public async Task In_slow_mode_one_waits_and_is_told_until_when(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Langsam {anna.Id}", "open", ("slow", "3600"));
        await ben.Join(path);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ben.Try("/posts", ("group", path[8..]), ("text", $"Nummer {i}"))));
        Assert.Single(answers, HttpStatusCode.SeeOther);
        using (var again = await ben.Client.Submit("/posts", ("group", path[8..]), ("text", "Noch etwas")))
        {
            Assert.InRange(again.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
            Assert.Contains("Noch etwas", (await again.Document(HttpStatusCode.TooManyRequests)).Body!.TextContent);
        }
        await server.Db(db => db.GroupMembers.Where(m => m.MemberId == ben.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.PostedAt, server.Clock.GetCurrentInstant() - Duration.FromHours(2))));
        await Say(ben, path, "Nach einer Weile");
        await Say(anna, path, "Die Leitung");
        await Say(anna, path, "wartet nicht");
    }

    [Theory, BothDatabases]
    public async Task A_moved_post_is_read_where_it_stands_and_never_by_more(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var (open, closed) = (await anna.Found($"Von hier {anna.Id}"), await anna.Found($"Nach dort {anna.Id}", "closed"));
        await ben.Join(open);
        await anna.Invite(closed, carl);
        await carl.Join(closed);
        var post = await Say(ben, open, "Gehört woanders hin");
        Assert.Equal(HttpStatusCode.OK, await carl.Client.Status(post));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status($"{open}{post}/move"));
        Assert.Contains(closed[8..], (await anna.Client.Page($"{open}{post}/move")).QuerySelector("select")!.InnerHtml);
        await anna.Client.SubmitOk($"{open}{post}/move", ("to", closed[8..]));
        Assert.Empty(await Posts(ben, open));
        Assert.Equal([post], await Posts(carl, closed));
        Assert.Equal(HttpStatusCode.OK, await ben.Client.Status(post));
        var dora = await server.Member("Dora Draußen");
        Assert.Equal(HttpStatusCode.NotFound, await dora.Client.Status(post));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try($"{closed}{post}/move", ("to", open[8..])));
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.PostChanged && e.ObjectId == Id(post) && e.TargetId == ben.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_closed_talk_says_so(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Schluss {anna.Id}");
        await ben.Join(path);
        var post = await Say(ben, path, "Streit");
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try($"{path}{post}/lock", ("on", "true")));
        await anna.Client.SubmitOk($"{path}{post}/lock", ("on", "true"));
        Assert.Contains("closed", (await ben.Client.Page(post)).QuerySelector(".post-when")!.TextContent);
        await anna.Client.SubmitOk($"{path}{post}/lock", ("on", "false"));
        Assert.DoesNotContain("closed", (await ben.Client.Page(post)).QuerySelector(".post-when")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Owners_see_how_much_is_said_and_small_numbers_not_told_apart(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Drin"));
        var path = await anna.Found($"Zahlen {anna.Id}");
        await ben.Join(path);
        await carl.Join(path);
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(path + "/figures"));
        await Say(ben, path, "Eins");
        await Say(carl, path, "Zwei");
        Assert.DoesNotContain("2", await ThisWeek(anna, path));
        await Say(anna, path, "Drei");
        await Say(anna, path, "Vier");
        Assert.Equal("4 fewer than 3 3", await ThisWeek(anna, path));
        Assert.DoesNotContain("Ben", (await anna.Client.Page(path + "/figures")).QuerySelector("main")!.TextContent);
    }

    private static async Task<string> ThisWeek(TestMember member, string path) =>
        string.Join(' ', (await member.Client.Page(path + "/figures")).QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));

    /// <summary>Says something in a group; returns the address of the post.</summary>
    private static Task<string> Say(TestMember member, string path, string text) => member.Client.SubmitOk("/posts", ("group", path[8..]), ("text", text));

    private static async Task<List<string>> Posts(TestMember member, string path) =>
        [.. (await member.Client.Page(path)).QuerySelectorAll("article.post").Select(p => "/posts/" + p.Id![5..])];

    private static Task<int> Published(GildeServer server, string post) => server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.PostPublished && e.ObjectId == Id(post)));

    private static long Id(string post) => long.Parse(post.Split('/')[^1]);
}
