using Gilde.Web.Profiles;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Introductions;

public class AnyTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_warmest_route_to_each_who_has_the_skill_is_shown_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, knut, near, far, lost) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Knut Lang"), await server.Member("Nils Nah"), await server.Member("Fenja Fern"), await server.Member("Vera Verloren"));
        foreach (var expert in new[] { near, far, lost }) await server.Write(expert, null, null, expert.Topic(TopicKind.Skill, "Tiefziehen von Sondernäpfen"));
        await server.Connect(anna, jana, days: 10);
        await server.Connect(anna, knut, days: 2);
        await server.Connect(jana, near, days: 10);
        await server.Connect(knut, near, days: 2);
        await server.Connect(near, far, days: 5);
        await server.Settled();

        var page = await anna.Client.Page("/introductions/any?q=Sondern%C3%A4pfe");
        Assert.Equal(["Nils Nah", "Fenja Fern"], page.QuerySelectorAll(".route-card").Select(c => c.QuerySelectorAll(".route bdi").Last().TextContent));
        Assert.Contains("3 people fit.", page.Body!.TextContent);
        Assert.Contains("Skill: Tiefziehen von Sondernäpfen", page.QuerySelector(".route-card")!.TextContent);
        Assert.Contains("about=Sondern%C3%A4pfe", page.QuerySelector(".route-card a.btn")!.GetAttribute("href"));
        Assert.Contains("No route found yet", (await lost.Client.Page("/introductions/any?q=Sondern%C3%A4pfe")).Body!.TextContent);
        Assert.Contains("/introductions/any?q=Sondern", (await anna.Client.Page("/search?q=Sondern%C3%A4pfe")).QuerySelector("a.btn-soft")!.GetAttribute("href"));
    }

    [Theory, BothDatabases]
    public async Task Who_seeks_the_same_is_not_offered(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, has, seeks, both) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Hans Hat"), await server.Member("Susi Sucht"), await server.Member("Bea Beides"));
        await server.Write(has, null, null, has.Topic(TopicKind.Skill, "Wolframziehsteine"));
        await server.Write(seeks, null, null, seeks.Topic(TopicKind.Seek, "Lieferanten für Wolframziehsteine"));
        await server.Write(both, null, null, both.Topic(TopicKind.Skill, "Wolframziehsteine"), both.Topic(TopicKind.Seek, "Käufer für Wolframziehsteine"));
        await server.Connect(anna, jana, days: 10);
        foreach (var one in new[] { has, seeks, both }) await server.Connect(jana, one, days: 5);
        await server.Settled();
        var page = await anna.Client.Page("/introductions/any?q=Wolframziehsteine");
        Assert.Equal(["Bea Beides", "Hans Hat"], page.QuerySelectorAll(".route-card").Select(c => c.QuerySelectorAll(".route bdi").Last().TextContent).Order());
        Assert.Contains("2 people fit.", page.Body!.TextContent);
        Assert.Contains("Susi Sucht", (await anna.Client.Page("/search?q=Wolframziehsteine")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Who_lets_contacts_of_contacts_alone_ask_is_reached_over_them(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, cold, warm, middle, expert) = (await server.Member("Anna Berger"), await server.Member("Karl Kühl"), await server.Member("Wanda Warm"), await server.Member("Moritz Mitte"), await server.Member("Fenja Fern"));
        await server.Write(expert, null, null, expert.Topic(TopicKind.Skill, "Osmiumdrahtzug"));
        foreach (var (a, b, days) in new[] { (anna, cold, 1), (cold, expert, 1), (anna, warm, 30), (warm, middle, 30), (middle, expert, 30) }) await server.Connect(a, b, days: days);
        await server.Settled();
        Assert.Contains("Wanda Warm", (await anna.Client.Page("/introductions/any?q=Osmiumdrahtzug")).QuerySelector(".route-card")!.TextContent);
        await expert.Client.SubmitOk("/settings/introductions", ("takesPart", "true"), ("askers", "ContactsOfContacts"));
        Assert.Contains("Karl Kühl", (await anna.Client.Page("/introductions/any?q=Osmiumdrahtzug")).QuerySelector(".route-card")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_start_page_counts_the_reach_and_names_whom_one_may_know(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, jana, carl, dora, extra) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"), await server.Member("Dora Lang"), await server.Member("Emil Ohne"));
        await server.Connect(anna, jana, days: 3);
        await server.Connect(jana, carl, days: 3);
        await server.Connect(carl, dora);
        await server.Settled();
        var page = await anna.Client.Page("/introductions");
        Assert.Equal(["1", "1", "1"], page.QuerySelectorAll(".stat b").Select(b => b.TextContent));
        Assert.Contains("Of 4 other members you reach 3", page.Body!.TextContent);
        Assert.Contains("Carl Roth", page.Body!.TextContent);
        Assert.Contains("You both know Jana Weber", page.Body!.TextContent);
        Assert.DoesNotContain("Emil Ohne", page.Body!.TextContent);
        Assert.Contains("As soon as your contacts have contacts", (await extra.Client.Page("/introductions")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_profile_carries_the_way_to_the_routes(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, carl) = (await server.Member("Anna Berger"), await server.Member("Carl Roth"));
        var page = await anna.Client.Page($"/@{carl.Handle}");
        Assert.Equal($"/introductions/to/{carl.Handle}", page.QuerySelector("turbo-frame#reach")!.GetAttribute("src"));
        Assert.Null((await anna.Client.Page($"/@{anna.Handle}")).QuerySelector("#reach"));
    }
}
