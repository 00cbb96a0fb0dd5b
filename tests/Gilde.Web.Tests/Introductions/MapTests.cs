using System.Text.Json;

namespace Gilde.Web.Tests.Introductions;

/// <summary>The picture of one's own network and the list that says the same.</summary>
public class MapTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Contacts_who_know_each_other_are_a_circle_around_who_knows_most_of_them(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var (wire, tube) = (await Circle(server, anna, "Draht", 4), await Circle(server, anna, "Rohr", 3));
        var alone = await server.Member("Einzeln Weit");
        await server.Connect(anna, alone, days: 30);
        await server.Settled();

        var page = await anna.Client.Page("/introductions/map");
        Assert.Equal(["Around Draht 0", "Around Rohr 0", "Without contacts in common"], page.QuerySelectorAll(".circle-summary h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(8, page.QuerySelectorAll(".circle-map a").Length);
        Assert.All(page.QuerySelectorAll(".circle-map a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Contains("knows 3 of your contacts", page.Body!.TextContent);

        var one = await anna.Client.Page("/introductions/map?circle=2");
        Assert.Equal("Around Rohr 0", one.QuerySelector("h1")!.TextContent);
        Assert.Equal(tube.Select(m => "/@" + m.Handle).Order(), one.QuerySelectorAll(".rows .person-name a").Select(a => a.GetAttribute("href")).Order());

        using var json = JsonDocument.Parse(await anna.Client.Json("/introductions/map"));
        Assert.Equal([4, 3, 1], json.RootElement.GetProperty("circles").EnumerateArray().Select(c => c.GetProperty("members").GetArrayLength()));
        Assert.Equal(6 + 3, json.RootElement.GetProperty("ties").GetArrayLength());
        var last = json.RootElement.GetProperty("circles")[2].GetProperty("members")[0];
        Assert.Equal(("veryClose", alone.Handle), (last.GetProperty("warmth").GetString(), last.GetProperty("person").GetProperty("handle").GetString()));
        Assert.Equal(4, (await wire[1].Client.Page("/introductions/map")).QuerySelectorAll(".circle-map a").Length);
    }

    [Theory, BothDatabases]
    public async Task A_hidden_contact_between_others_changes_no_byte(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var (wire, tube) = (await Circle(server, anna, "Draht", 3), await Circle(server, anna, "Rohr", 3));
        await server.Settled();
        var (before, answer) = (await Picture(anna), await anna.Client.Json("/introductions/map"));
        await server.Connect(wire[0], tube[0], days: 20);
        await server.Hide(wire[0], tube[0]);
        await server.Settled();
        Assert.Equal(before, await Picture(anna));
        Assert.Equal(answer, await anna.Client.Json("/introductions/map"));
        await server.Hide(wire[0], tube[0], hidden: false);
        await server.Settled();
        Assert.NotEqual(answer, await anna.Client.Json("/introductions/map"));
    }

    [Fact]
    public async Task Who_is_blocked_or_suspended_is_not_on_it_and_a_newcomer_is_told_what_it_is_for()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger");
        Assert.Contains("As soon as you have contacts", (await anna.Client.Page("/introductions/map")).Body!.TextContent);
        var circle = await Circle(server, anna, "Draht", 5);
        await server.Block(circle[3], anna);
        await server.Suspend(circle[4]);
        await server.Settled();
        var page = await anna.Client.Page("/introductions/map");
        Assert.Equal(circle.Take(3).Select(m => "/@" + m.Handle).Order(), page.QuerySelectorAll(".circle-map a").Select(a => a.GetAttribute("href")).Order());
        Assert.NotNull((await anna.Client.Page("/introductions")).QuerySelector("a[href='/introductions/map']"));
        var newcomer = await server.Member("Nora Neu");
        Assert.Null((await newcomer.Client.Page("/introductions")).QuerySelector("a[href='/introductions/map']"));
    }

    private static async Task<string> Picture(TestMember member) => (await member.Client.Page("/introductions/map")).QuerySelector(".circle-page")!.OuterHtml;

    /// <summary>So many contacts of a member, each in contact with each.</summary>
    private static async Task<List<TestMember>> Circle(GildeServer server, TestMember member, string name, int size)
    {
        var circle = new List<TestMember>();
        for (var i = 0; i < size; i++)
        {
            circle.Add(await server.Member($"{name} {i}"));
            await server.Connect(member, circle[i]);
            for (var other = 0; other < i; other++) await server.Connect(circle[i], circle[other]);
        }
        return circle;
    }
}
