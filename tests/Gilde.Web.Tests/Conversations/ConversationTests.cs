using System.Text.Json;

namespace Gilde.Web.Tests.Conversations;

public class ConversationTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Two_contacts_write_to_each_other(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);

        var talk = await anna.WriteTo(bert, "Guten Tag **Bert**!");
        var list = await bert.Client.Page("/messages");
        var line = list.QuerySelector(".conversation.is-unread")!;
        Assert.Equal("Anna Berger", line.QuerySelector("b")!.TextContent);
        Assert.Equal("Guten Tag Bert!", line.QuerySelector("p")!.TextContent);
        Assert.Equal("1", list.QuerySelector("#count-messages-square")!.TextContent);

        var thread = await bert.Client.Page(talk);
        Assert.Equal("Bert", thread.QuerySelector(".bubble .prose strong")!.TextContent);
        Assert.NotNull(thread.QuerySelector(".unread-line"));
        Assert.Equal(talk, await bert.Client.SubmitOk(talk, ("text", "Hallo Anna")));
        Assert.Equal(["Guten Tag Bert!", "Hallo Anna"], await anna.Said(talk));
        Assert.Empty((await bert.Client.Page("/messages")).QuerySelectorAll(".is-unread"));
    }

    [Theory, BothDatabases]
    public async Task Opening_marks_read_but_fetching_beforehand_does_not(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member(), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "eins");
        await anna.Client.SubmitOk(talk, ("text", "zwei"));
        Assert.Equal(2, (await server.Seat(bert, talk)).Unread);

        using var prefetch = new HttpRequestMessage(HttpMethod.Get, talk) { Headers = { { "X-Sec-Purpose", "prefetch" } } };
        using (await bert.Client.SendAsync(prefetch)) Assert.Equal(2, (await server.Seat(bert, talk)).Unread);
        await bert.Client.Json(talk);
        Assert.Equal(2, (await server.Seat(bert, talk)).Unread);
        await bert.Client.Page(talk);
        var seat = await server.Seat(bert, talk);
        Assert.Equal(0, seat.Unread);
        Assert.Equal(seat.LastMessageId, seat.LastReadId);
    }

    [Theory, BothDatabases]
    public async Task A_sent_message_shows_as_read_once_the_other_saw_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member(), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "eins");
        await bert.Client.SubmitOk(talk, ("text", "zwei"));
        await anna.Client.SubmitOk(talk, ("text", "drei"));
        Assert.DoesNotContain("check-check", (await anna.Client.Page(talk)).QuerySelectorAll(".bubble").Last().InnerHtml);
        await bert.Client.Page(talk);
        Assert.Contains("check-check", (await anna.Client.Page(talk)).QuerySelectorAll(".bubble").Last().InnerHtml);
    }

    [Theory, BothDatabases]
    public async Task What_is_refused_comes_back_with_its_text(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member(), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "eins");
        var text = new string('ä', 10_001);
        using var response = await anna.Client.Submit(talk, ("text", text));
        var page = await response.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(text, page.QuerySelector(".composer textarea")!.TextContent);
        Assert.NotNull(page.QuerySelector(".composer .field-error"));
        using var empty = await anna.Client.Submit(talk, ("text", " \u202e \n "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Single(await anna.Said(talk));
    }

    [Theory, BothDatabases]
    public async Task A_long_thread_and_a_long_list_are_read_page_by_page(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member(), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "1");
        await server.Say(anna, talk, Enumerable.Range(2, 119).Select(i => $"{i}"));

        var seen = new List<string>();
        for (var path = talk; path is not null;)
        {
            var page = await bert.Client.Page(path);
            seen.InsertRange(0, page.QuerySelectorAll(".bubble .bubble-body").Select(b => b.TextContent.Trim()));
            path = page.QuerySelector("a[rel=prev]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"{i}"), seen);

        using var request = new HttpRequestMessage(HttpMethod.Get, talk) { Headers = { { "Accept", "application/json" } } };
        using var client = server.Client();
        request.Headers.Add("Cookie", $"gilde_session={bert.SessionToken}");
        client.DefaultRequestHeaders.Accept.Clear();
        using var json = await client.SendAsync(request);
        var messages = JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(50, messages.GetArrayLength());
        Assert.Equal("120", messages[0].GetProperty("text").GetString());
        Assert.Contains("rel=\"next\"", json.Headers.GetValues("Link").Single());
    }

    [Theory, BothDatabases]
    public async Task The_list_pages_through_every_conversation_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        for (var i = 0; i < 35; i++)
        {
            var other = await server.Member($"Kontakt Nummer{i:00}");
            await server.Connect(anna, other);
            await other.WriteTo(anna, $"Gruß {i}");
        }
        var names = new List<string>();
        for (var path = "/messages"; path is not null;)
        {
            var page = await anna.Client.Page(path);
            names.AddRange(page.QuerySelectorAll(".conversation b").Select(b => b.TextContent));
            path = page.QuerySelector(".more a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 35).Reverse().Select(i => $"Kontakt Nummer{i:00}"), names);
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_finds_a_conversation(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = (await server.Member(), await server.Member("Bert Conrad"), await server.Member("Carla Dorn"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "geheim");
        foreach (var path in new[] { talk, talk + "/people" }) await carla.Client.Page(path, HttpStatusCode.NotFound);
        await carla.Client.Json(talk, HttpStatusCode.NotFound);
        foreach (var action in new[] { "", "/read", "/mute", "/put-away", "/leave", "/title", "/people" })
            using (var response = await carla.Client.Submit(talk + action, ("text", "x"), ("title", "x"), ("with", anna.Handle))) Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("geheim", await carla.Client.GetStringAsync("/messages"));
    }

    [Theory, BothDatabases]
    public async Task A_block_or_a_suspension_takes_the_conversation_away_from_both(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = (await server.Member(), await server.Member("Bert Conrad"), await server.Member("Carla Dorn"));
        await server.Connect(anna, bert, carla);
        var (blocked, suspended) = (await bert.WriteTo(anna, "von Bert"), await carla.WriteTo(anna, "von Carla"));
        await server.Block(bert, anna);
        await server.Db(async db => { db.Members.Single(m => m.Id == carla.Id).SuspendedAt = server.Clock.GetCurrentInstant(); await db.SaveChangesAsync(); });

        var answers = new List<string>();
        foreach (var talk in new[] { blocked, suspended, "/messages/999999999" })
        {
            using var get = await anna.Client.GetAsync(talk);
            using var post = await anna.Client.Submit(talk, ("text", "x"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (get.StatusCode, post.StatusCode));
        }
        foreach (var handle in new[] { bert.Handle, carla.Handle, "nobody-at-all" })
        {
            using var post = await anna.Client.Submit("/messages", ("to", handle), ("text", "x"), ("reason", "y"));
            using var get = await anna.Client.GetAsync("/messages/new?to=" + handle);
            Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
            answers.Add($"{post.StatusCode}");
        }
        Assert.Single(answers.Distinct());
        var list = await anna.Client.Page("/messages");
        Assert.Empty(list.QuerySelectorAll(".conversation"));
        Assert.True(list.QuerySelector("#count-messages-square")!.HasAttribute("hidden"));
        await bert.Client.Page(blocked, HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Every_message_of_two_counts_as_an_exchange_of_the_day(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member(), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "eins");
        await anna.Client.SubmitOk(talk, ("text", "zwei"));
        await bert.Client.SubmitOk(talk, ("text", "drei"));
        var counts = await server.Db(db => Task.FromResult(db.Exchanges.Where(x => x.FromId == anna.Id || x.FromId == bert.Id).ToList().GroupBy(x => (x.FromId, x.ToId)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count))));
        Assert.Equal(new() { [(anna.Id, bert.Id)] = 2, [(bert.Id, anna.Id)] = 1 }, counts);
    }
}
