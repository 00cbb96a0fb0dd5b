using System.Text.Json;

namespace Gilde.Web.Tests.Introductions;

/// <summary>Contacts in common on profiles, and how far away people in lists are.</summary>
public class MutualTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_profile_names_the_warmest_in_common_and_leads_to_the_others(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, carl) = (await server.Member("Anna Berger"), await server.Member("Carl Roth"));
        var between = new List<TestMember>();
        for (var i = 0; i < 5; i++)
        {
            between.Add(await server.Member($"Mitte {i}"));
            await server.Connect(anna, between[i], days: i * 4);
            await server.Connect(between[i], carl, days: i * 4);
        }
        await server.Settled();
        var profile = await anna.Client.Page($"/@{carl.Handle}");
        var card = profile.QuerySelector("#mutual")!;
        Assert.Equal(["Mitte 4", "Mitte 3", "Mitte 2"], card.QuerySelectorAll(".person-name a").Select(a => a.TextContent));
        Assert.Equal(3, card.QuerySelectorAll(".avatar").Length);
        var more = card.QuerySelector(".card-foot a")!;
        Assert.Equal("and 2 others", more.TextContent);
        var all = await anna.Client.Page(more.GetAttribute("href")!);
        Assert.Equal(["Mitte 4", "Mitte 3", "Mitte 2", "Mitte 1", "Mitte 0"], all.QuerySelectorAll(".person-name a").Select(a => a.TextContent));
        Assert.Null((await carl.Client.Page($"/@{carl.Handle}")).QuerySelector("#mutual"));
        Assert.Null((await server.Client().Page($"/@{carl.Handle}")).QuerySelector("#mutual"));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.GetAsync($"/introductions/mutual/{anna.Handle}")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_is_hidden_by_either_side_is_in_common_for_nobody_else(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, carl) = (await server.Member("Anna Berger"), await server.Member("Carl Roth"));
        var (open, byOther, byCarl, hidesAll, blocked) = (await server.Member("Offen"), await server.Member("Heimlich"), await server.Member("Verborgen"), await server.Member("Alles Zu"), await server.Member("Gesperrt"));
        foreach (var mutual in new[] { open, byOther, byCarl, hidesAll, blocked })
        {
            await server.Connect(anna, mutual);
            await server.Connect(mutual, carl);
        }
        await server.Hide(byOther, carl);
        await server.Hide(carl, byCarl);
        await server.HideAll(hidesAll);
        await server.Block(anna, blocked);
        await server.Settled();
        var card = (await anna.Client.Page($"/@{carl.Handle}")).QuerySelector("#mutual")!;
        Assert.Equal(["Offen"], card.QuerySelectorAll(".person-name a").Select(a => a.TextContent));
        Assert.Null(card.QuerySelector(".card-foot"));
        using var all = JsonDocument.Parse(await anna.Client.Json($"/introductions/mutual/{carl.Handle}"));
        Assert.Equal(["Offen"], all.RootElement.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        await server.HideAll(carl);
        await server.Settled();
        Assert.Null((await anna.Client.Page($"/@{carl.Handle}")).QuerySelector("#mutual"));
        Assert.Contains("no contacts in common", (await anna.Client.Page($"/introductions/mutual/{carl.Handle}")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Many_in_common_come_page_by_page(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, carl) = (await server.Member("Anna Berger"), await server.Member("Carl Roth"));
        for (var i = 0; i < 35; i++)
        {
            var mutual = await server.Member($"Mitte {i}");
            await server.Connect(anna, mutual);
            await server.Connect(mutual, carl);
        }
        await server.Settled();
        var first = await anna.Client.Page($"/introductions/mutual/{carl.Handle}");
        var second = await anna.Client.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal((30, 5), (first.QuerySelectorAll(".person").Length, second.QuerySelectorAll(".person").Length));
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Theory, BothDatabases]
    public async Task Lists_of_people_say_how_far_away_each_is(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: QueryCount.Add);
        var (anna, jana, nils, fenja, lone) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Nils Nah"), await server.Member("Fenja Fern"), await server.Member("Lea Allein"));
        await server.Connect(anna, jana);
        await server.Connect(jana, nils);
        await server.Connect(nils, fenja);
        await server.Settled();
        await Eventually.Is(async () => (await anna.Client.Page("/members")).QuerySelector(".degree") is not null, "the graph is read in");
        var members = (await anna.Client.Page("/members")).QuerySelectorAll(".person").ToDictionary(p => p.QuerySelector(".person-name a")!.TextContent, p => p.QuerySelector(".degree .sr-only")?.TextContent);
        Assert.Equal(("your contact", "contact of a contact", "over two people", null), (members[jana.Name], members[nils.Name], members[fenja.Name], members[lone.Name]));
        Assert.Equal(3, (await anna.Client.Page("/home/people")).QuerySelectorAll(".person .degree").Length);

        foreach (var asker in new[] { nils, fenja, lone }) await asker.Client.SubmitOk("/contacts/requests", ("to", $"{anna.Id}"), ("reason", "Bitte um Kontakt"));
        var requests = (await anna.Client.Page("/contacts/requests")).QuerySelectorAll(".person").Select(p => p.QuerySelector(".degree .sr-only")?.TextContent);
        Assert.Equal([null, "over two people", "contact of a contact"], requests);
        Assert.Contains("\"degree\":2", await anna.Client.Json("/contacts/requests"));

        var few = await anna.Client.QueriesOf("/members");
        for (var i = 0; i < 12; i++) await server.Connect(jana, await server.Member($"Weitere {i}"));
        Assert.Equal(few, await anna.Client.QueriesOf("/members"));
    }
}
