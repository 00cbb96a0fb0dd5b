using Gilde.Web.Conversations;

namespace Gilde.Web.Tests.Conversations;

public class GroupTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_group_talks_and_each_has_their_own_count(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = await Three(server);
        var group = await anna.Group("Arbeitskreis Draht", bert, carla);
        await bert.Client.SubmitOk(group, ("text", "Hallo zusammen"));
        Assert.Equal((1, 0, 1), ((await server.Seat(anna, group)).Unread, (await server.Seat(bert, group)).Unread, (await server.Seat(carla, group)).Unread));
        var line = (await carla.Client.Page("/messages")).QuerySelector(".conversation")!;
        Assert.Equal("Arbeitskreis Draht", line.QuerySelector("b")!.TextContent);
        Assert.Equal("Bert: Hallo zusammen", line.QuerySelector("p")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Only_contacts_can_be_added_and_only_by_those_inside(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = await Three(server);
        var stranger = await server.Member("Fritz Fremd");
        foreach (var with in new[] { stranger.Handle, "nobody-at-all" })
            using (var refused = await anna.Client.Submit("/messages/groups", ("title", "Runde"), ("with", bert.Handle), ("with", with))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var nameless = await anna.Client.Submit("/messages/groups", ("title", " "), ("with", bert.Handle)))
        {
            var page = await nameless.Document(HttpStatusCode.UnprocessableEntity);
            Assert.NotNull(page.QuerySelector("#f-title-error"));
            Assert.True(page.QuerySelector($"input[value='{bert.Handle}']")!.HasAttribute("checked"));
        }
        var group = await anna.Group("Runde", bert);
        using (var foreign = await carla.Client.Submit(group + "/people", ("with", anna.Handle))) Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using (var unknown = await bert.Client.Submit(group + "/people", ("with", stranger.Handle))) Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_new_member_sees_from_joining_on_and_who_left_sees_until_then(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = await Three(server);
        var group = await anna.Group("Runde", bert);
        await anna.Client.SubmitOk(group, ("text", "vor Carla"));
        await anna.Client.SubmitOk(group + "/people", ("with", carla.Handle));
        await anna.Client.SubmitOk(group, ("text", "mit Carla"));
        await bert.Client.SubmitOk(group + "/leave");
        await anna.Client.SubmitOk(group, ("text", "ohne Bert"));

        Assert.Equal(["mit Carla", "ohne Bert"], await carla.Said(group));
        Assert.Equal(["vor Carla", "mit Carla"], await bert.Said(group));
        Assert.DoesNotContain("ohne Bert", await bert.Client.GetStringAsync("/messages"));
        Assert.DoesNotContain("ohne Bert", await bert.Client.Json(group));
        Assert.DoesNotContain("vor Carla", await carla.Client.Json(group));
        Assert.Equal(0, (await server.Seat(bert, group)).Unread);
        foreach (var action in new[] { "", "/people", "/title", "/leave" })
            using (var refused = await bert.Client.Submit(group + action, ("text", "x"), ("title", "x"), ("with", anna.Handle))) Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        await anna.Client.SubmitOk(group + "/people", ("with", bert.Handle));
        await anna.Client.SubmitOk(group, ("text", "wieder da"));
        Assert.Equal(["wieder da"], await bert.Said(group));
    }

    [Theory, BothDatabases]
    public async Task Changes_of_the_group_stand_as_notes_in_its_thread(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carla) = await Three(server);
        var group = await anna.Group("Runde", bert);
        await anna.Client.SubmitOk(group + "/people", ("with", carla.Handle));
        await bert.Client.SubmitOk(group + "/title", ("title", "Große Runde"));
        await carla.Client.SubmitOk(group + "/leave");
        var page = await bert.Client.Page(group);
        Assert.Equal(["Anna Berger began the group “Runde”.", "Anna Berger added Carla Dorn.", "You called the group “Große Runde”.", "Carla Dorn left."],
            page.QuerySelectorAll(".thread-note").Select(n => n.TextContent.Trim()));
        Assert.Equal("Große Runde", page.QuerySelector(".pane-thread h1")!.TextContent);
        Assert.Equal(0, (await server.Seat(bert, group)).Unread);
    }

    [Theory, BothDatabases]
    public async Task A_group_never_grows_beyond_twenty_also_when_many_add_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var others = new List<TestMember>();
        for (var i = 0; i < 24; i++) others.Add(await server.Member($"Mitglied {i}"));
        await server.Connect(anna, [.. others]);
        using (var many = await anna.Client.Submit("/messages/groups", [("title", "Viele"), .. others.Take(20).Select(o => ("with", o.Handle))])) Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        var group = await anna.Group("Runde", [.. others.Take(14)]);
        await Task.WhenAll(others.Skip(14).Select(async o => (await anna.Client.Submit(group + "/people", ("with", o.Handle))).Dispose()));
        Assert.Equal(Conversation.MaxParticipants, await server.Db(db => Task.FromResult(db.Participants.Count(p => p.ConversationId == Talks.IdOf(group) && p.LeftAt == null))));
    }

    private static async Task<(TestMember Anna, TestMember Bert, TestMember Carla)> Three(GildeServer server)
    {
        var (anna, bert, carla) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carla Dorn"));
        await server.Connect(anna, bert, carla);
        return (anna, bert, carla);
    }

    [Theory, BothDatabases]
    public async Task People_go_by_the_alphabet_umlauts_with_their_vowels(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Mona Mitte");
        TestMember[] others = [await server.Member("Zoe Zwirn"), await server.Member("Änne Ärmel"), await server.Member("bert Klein")];
        await server.Connect(anna, others);
        string[] sorted = ["Änne Ärmel", "bert Klein", "Zoe Zwirn"];
        var choice = (await anna.Client.Page("/messages/new")).Body!.TextContent;
        Assert.Equal(sorted, sorted.OrderBy(name => choice.IndexOf(name, StringComparison.Ordinal)));
        var group = await anna.Group("Arbeitskreis", others);
        var members = (await anna.Client.Page(group + "/people")).QuerySelector("main")!.TextContent;
        Assert.Equal(sorted, sorted.OrderBy(name => members.IndexOf(name, StringComparison.Ordinal)));
    }
}
