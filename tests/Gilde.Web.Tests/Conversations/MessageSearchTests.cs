using System.Text.Json;
using Gilde.Web.Conversations;

namespace Gilde.Web.Tests.Conversations;

public class MessageSearchTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Words_are_found_in_ones_own_messages_and_marked(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, talk) = await Two(server);
        await anna.Client.SubmitOk(talk, ("text", "Frau Müller sucht **Edelstahldraht** unter 0,1 mm für ihre Straße in Altena."));
        foreach (var query in new[] { "Müller", "mueller", "MULLER", "edelstahl", "strasse altena", "Straße" })
        {
            var page = await bert.Client.Page("/messages/search?q=" + Uri.EscapeDataString(query));
            var found = page.QuerySelectorAll(".found-message");
            Assert.True(found.Length == 1, $"{query}: {found.Length}");
            Assert.NotEmpty(found[0].QuerySelectorAll("mark"));
            Assert.Contains("Anna Berger", found[0].TextContent);
        }
        Assert.Empty((await bert.Client.Page("/messages/search?q=Kupfer")).QuerySelectorAll(".found-message"));
        Assert.Empty((await bert.Client.Page("/messages/search?q=" + Uri.EscapeDataString("draht\" OR * NEAR( : ^"))).QuerySelectorAll(".found-message"));
    }

    [Fact]
    public async Task On_postgres_other_forms_of_a_word_are_found_too()
    {
        var server = await servers.On(DatabaseKind.Postgres);
        var (anna, bert, talk) = await Two(server);
        await anna.Client.SubmitOk(talk, ("text", "Wir haben über die Lieferungen gesprochen. We were drawing wires."));
        foreach (var query in new[] { "Lieferung", "wire", "draws" })
            Assert.NotEmpty((await bert.Client.Page("/messages/search?q=" + query)).QuerySelectorAll(".found-message mark"));
    }

    [Theory, BothDatabases]
    public async Task Nothing_beyond_ones_own_time_in_a_conversation_is_found(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, talk) = await Two(server);
        var (carla, stranger) = (await server.Member("Carla Dorn"), await server.Member("Fritz Fremd"));
        await server.Connect(anna, carla);
        var group = await anna.Group("Runde", bert);
        await anna.Client.SubmitOk(group, ("text", "Kanarienvogel vorher"));
        await anna.Client.SubmitOk(group + "/people", ("with", carla.Handle));
        await anna.Client.SubmitOk(group, ("text", "Kanarienvogel gemeinsam"));
        await bert.Client.SubmitOk(group + "/leave");
        await anna.Client.SubmitOk(group, ("text", "Kanarienvogel nachher"));
        Assert.Equal(["Kanarienvogel nachher", "Kanarienvogel gemeinsam"], await Find(carla, "Kanarienvogel"));
        Assert.Equal(["Kanarienvogel gemeinsam", "Kanarienvogel vorher"], await Find(bert, "Kanarienvogel"));
        Assert.Empty(await Find(stranger, "Kanarienvogel"));
        await server.Block(anna, bert);
        Assert.Empty(await Find(bert, "Kanarienvogel"));
        await anna.Client.SubmitOk((await carla.Client.Page(group)).QuerySelectorAll(".bubble").Last().Id!.Replace("message-", $"{group}/") + "/remove");
        Assert.Equal(["Kanarienvogel gemeinsam"], await Find(carla, "Kanarienvogel"));
    }

    [Theory, BothDatabases]
    public async Task Many_hits_come_page_by_page_and_each_leads_to_its_place(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, talk) = await Two(server);
        await server.Say(anna, talk, Enumerable.Range(1, 130).Select(i => i % 3 == 0 ? $"Ziehstein Nummer {i}" : $"Anderes {i}"));
        var seen = new List<string>();
        string? first = null;
        for (var path = "/messages/search?q=ziehstein"; path is not null;)
        {
            var page = await bert.Client.Page(path);
            seen.AddRange(page.QuerySelectorAll(".found-message").Select(f => f.TextContent.Split("Nummer ")[1].Trim()));
            first = page.QuerySelectorAll(".found-message").LastOrDefault()?.GetAttribute("href") ?? first;
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(1, 130).Where(i => i % 3 == 0).Reverse().Select(i => $"{i}"), seen);
        using var place = await bert.Client.GetAsync(first);
        var (thread, anchor) = (place.Headers.Location!.ToString().Split('#')[0], place.Headers.Location!.ToString().Split('#')[1]);
        Assert.Contains("Ziehstein Nummer 3", (await bert.Client.Page(thread)).GetElementById(anchor)!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_index_is_asked_for_the_viewers_conversations(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, _, talk) = await Two(server);
        var plan = await server.Db(async db =>
        {
            var sql = db.MessagesWith(new Viewer { Id = anna.Id }, [Talks.IdOf(talk)], ["draht"]).OrderByDescending(m => m.Id).Take(20);
            await db.Database.OpenConnectionAsync();
            if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
            await using var command = sql.CreateDbCommand();
            command.CommandText = (db.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(db.IsPostgres ? 0 : 3));
            return string.Join('\n', lines);
        });
        if (kind == DatabaseKind.Sqlite) Assert.Contains("VIRTUAL TABLE INDEX", plan);
        Assert.DoesNotContain("Seq Scan on messages", plan);
        Assert.DoesNotContain("SCAN m\n", plan);
        Assert.DoesNotContain("SCAN p", plan);
    }

    private static async Task<List<string>> Find(TestMember member, string query) =>
        JsonDocument.Parse(await member.Client.Json("/messages/search?q=" + query)).RootElement.EnumerateArray().Select(f => f.GetProperty("text").GetString()!).ToList();

    private static async Task<(TestMember Anna, TestMember Bert, string Talk)> Two(GildeServer server)
    {
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        return (anna, bert, await anna.WriteTo(bert, "Guten Tag"));
    }
}
