using System.Net.Http.Headers;
using Gilde.Web.Tests.Contacts;
using Gilde.Web.Tests.Live;
using Gilde.Web.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Posts.Comments;

/// <summary>Reading a thread: pages, places, what is live, what it costs.</summary>
public class ThreadTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_long_thread_comes_in_pages_with_the_newest_answers_to_each_comment(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        await server.Fill(post, [anna, bert], comments: 120, answers: 70, answered: 1);
        var page = await anna.Client.Page($"/posts/{post}/comments");
        Assert.Equal(50, page.QuerySelectorAll(".talk-line").Length);
        Assert.Equal(["Kommentar 0", "Antwort 67", "Antwort 68", "Antwort 69", "Kommentar 1"], page.QuerySelectorAll(".comment .prose").Take(5).Select(p => p.TextContent.Trim()));

        var seen = new List<string>();
        for (var next = $"/posts/{post}/comments"; next is not null;)
        {
            var part = await anna.Client.Page(next);
            seen.AddRange(part.QuerySelectorAll(".talk-line > .comment-frame .prose").Select(p => p.TextContent.Trim()));
            next = part.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 120).Select(n => $"Kommentar {n}"), seen);

        var answers = new List<string>();
        for (var earlier = page.QuerySelector("a[rel=prev]")!.GetAttribute("href"); earlier is not null;)
        {
            var part = await anna.Client.Page(earlier);
            answers.InsertRange(0, part.QuerySelectorAll(".comment .prose").Select(p => p.TextContent.Trim()));
            earlier = part.QuerySelector("a[rel=prev]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 67).Select(n => $"Antwort {n}"), answers);
        Assert.Equal("Kommentar 119", (await anna.Client.Said($"/posts/{post}/comments?order=newest"))[0]);
    }

    [Theory, BothDatabases]
    public async Task As_json_it_is_an_array_with_a_link_to_the_next_page(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        await server.Fill(post, [anna, bert], comments: 60, answers: 5, answered: 1);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/posts/{post}/comments") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        anna.Client.DefaultRequestHeaders.Accept.Clear();
        using var answer = await anna.Client.SendAsync(request);
        Assert.StartsWith($"</posts/{post}/comments?after=", answer.Headers.GetValues("Link").Single());
        var thread = await anna.Client.Thread($"/posts/{post}/comments");
        Assert.Equal((50, 3, 2), (thread.GetArrayLength(), thread[0].GetProperty("answers").GetArrayLength(), thread[0].GetProperty("earlier").GetInt32()));
    }

    [Theory, BothDatabases]
    public async Task A_comment_deep_in_a_thread_is_shown_where_it_stands(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        await server.Fill(post, [anna, bert], comments: 90, answers: 20, answered: 1);
        var (late, answer) = await server.Db(async db => (await db.Comments.Where(c => c.PostId == post && c.Text == "Kommentar 80").Select(c => c.Id).SingleAsync(), await db.Comments.Where(c => c.PostId == post && c.Text == "Antwort 5").Select(c => c.Id).SingleAsync()));
        Assert.NotNull((await anna.Client.Page($"/posts/{post}/comments?at={late}")).QuerySelector($"#comment-{late} .comment"));
        Assert.NotNull((await anna.Client.Page($"/posts/{post}/comments?at={answer}")).QuerySelector($"#comment-{answer} .comment"));
        Assert.Equal("Kommentar 0", (await anna.Client.Said($"/posts/{post}/comments?at=987654321"))[0]);
    }

    [Theory, BothDatabases]
    public async Task An_old_answer_comes_with_all_that_were_given_since(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        await server.Fill(post, [anna, bert], comments: 1, answers: 70, answered: 1);
        var old = await server.Db(db => db.Comments.Where(c => c.PostId == post && c.Text == "Antwort 5").Select(c => c.Id).SingleAsync());
        Assert.Equal(Enumerable.Range(5, 65).Select(n => $"Antwort {n}"), (await anna.Client.Said($"/posts/{post}/comments?at={old}")).Skip(1));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_read_the_post_or_hears_nobody_there_gets_not_even_an_empty_message(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        server.Services.GetRequiredService<LiveHub>().Heartbeat = TimeSpan.FromHours(1);
        var (anna, bert, deaf, stranger) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Dora Taub"), await server.Member("Fritz Fremd"));
        await server.Mute(deaf, bert);
        var post = await server.Post(anna, group: await server.GroupOf(anna, Gilde.Web.Groups.GroupKind.Secret, bert, deaf));
        await using var hers = await LiveWindow.Open(anna.Client, $"/posts/{post}/comments");
        await using var deafs = await LiveWindow.Open(deaf.Client, $"/posts/{post}/comments");
        await using var strangers = await LiveWindow.Follow(stranger.Client, $"/live?post={post}");
        var comment = await bert.Comment(post, "Unter uns");
        await bert.Client.SubmitOk($"/comments/{comment}/react", ("kind", "like"));
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", "Anders gesagt"));
        await hers.Shows("Anders gesagt");
        foreach (var listener in new[] { deaf, stranger }) await anna.Ask(listener, "Wir kennen uns.");
        foreach (var window in new[] { deafs, strangers }) await window.Shows("count-users");
        Assert.DoesNotContain("comment", strangers.Text);
        Assert.DoesNotContain("Anders gesagt", deafs.Text);
        // Each message but the first, which opens the stream, says something.
        foreach (var window in new[] { deafs, strangers })
            Assert.All(window.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), m => Assert.StartsWith("data:", m));
    }

    [Theory, BothDatabases]
    public async Task The_own_comment_stands_there_at_once(DatabaseKind kind)
    {
        var (server, anna, _) = await Two(kind);
        var post = await server.Post(anna);
        var first = await Stream(anna.Client, $"/posts/{post}/comments", ("text", "Sofort da"));
        Assert.Contains($"action=\"append\" target=\"comments-{post}\"", first);
        Assert.Contains("Sofort da", first);
        Assert.Contains("1 comment", first);
        var id = await server.Db(db => db.Comments.Where(c => c.PostId == post).Select(c => c.Id).SingleAsync());
        Assert.Contains($"action=\"append\" target=\"answers-{id}\"", await Stream(anna.Client, $"/posts/{post}/comments", ("text", "Auch da"), ("parent", $"{id}")));
        Assert.Contains($"action=\"replace\" target=\"reactions-{id}\"", await Stream(anna.Client, $"/comments/{id}/react", ("kind", "like")));
        Assert.Contains($"action=\"replace\" target=\"comment-{id}\"", await Stream(anna.Client, $"/comments/{id}/remove"));
    }

    [Theory, BothDatabases]
    public async Task Open_pages_of_the_post_hear_of_new_comments_and_of_changes_and_other_pages_do_not(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (deaf, stranger) = (await server.Member("Dora Taub"), await server.Member("Fritz Fremd"));
        await server.Mute(deaf, bert);
        var post = await server.Post(anna);
        await using var hers = await LiveWindow.Open(anna.Client, $"/posts/{post}/comments");
        await using var deafs = await LiveWindow.Open(deaf.Client, $"/posts/{post}/comments");
        await using var elsewhere = await LiveWindow.Open(stranger.Client, "/contacts");
        var comment = await bert.Comment(post, "Neu hier");
        await hers.Shows($"id=\"new-comment-{comment}\"");
        Assert.DoesNotContain("Neu hier", hers.Text);
        Assert.Contains("Neu hier", await Stream(anna.Client, $"/posts/{post}/comments?since={comment - 1}"));
        await anna.Client.SubmitOk($"/comments/{comment}/react", ("kind", "helpful"));
        await hers.Shows($"target=\"reactions-{comment}\"");
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", "Anders gesagt"));
        await hers.Shows("Anders gesagt");
        await bert.Client.SubmitOk($"/comments/{comment}/remove");
        await hers.Shows($"action=\"remove\" target=\"comment-{comment}\"");
        await anna.Comment(post, "Schluss");
        await deafs.Shows("new-comment-");
        Assert.DoesNotContain($"new-comment-{comment}", deafs.Text);
        Assert.DoesNotContain("Anders gesagt", deafs.Text);
        Assert.DoesNotContain("comment", elsewhere.Text);
    }

    [Theory, BothDatabases]
    public async Task It_costs_few_queries_however_long_it_is(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: QueryCount.Add);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var post = await server.Post(anna);
        await server.Fill(post, [anna, bert], comments: 200, answers: 300, answered: 60);
        // One of them counts the badges of the navigation, two the post itself and whether the viewer hears all.
        Assert.InRange(await anna.Client.QueriesOf($"/posts/{post}/comments"), 1, 8);
    }

    private static async Task<string> Stream(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(path.Contains("since=", StringComparison.Ordinal) ? HttpMethod.Get : HttpMethod.Post, path);
        if (request.Method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        request.Headers.TryAddWithoutValidation("Accept", "text/vnd.turbo-stream.html, text/html");
        using var answer = await client.SendAsync(request);
        Assert.Equal("text/vnd.turbo-stream.html", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
    }
}
