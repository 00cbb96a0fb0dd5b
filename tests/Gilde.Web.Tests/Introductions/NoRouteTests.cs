using Gilde.Web.Profiles;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Introductions;

/// <summary>Where no route leads: who could help, from profiles and the viewer's own contacts alone.</summary>
public class NoRouteTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Contacts_who_share_something_with_the_person_are_named_before_those_who_are_only_close(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, colleague, close, stranger, far) = (await server.Member("Anna Berger"), await server.Member("Kai Kollege"), await server.Member("Nora Nah"), await server.Member("Frieda Fremd"), await server.Member("Franz Fern"));
        var firm = $"Drahtwerk {far.Id}";
        await server.Write(far, m => m.Headline = "Einkauf Walzdraht", parts: [far.Position("Einkäufer", firm), far.Topic(TopicKind.Skill, "Preise")]);
        await server.Write(colleague, parts: colleague.Position("Meister", firm));
        await server.Write(stranger, parts: stranger.Position("Meisterin", firm));
        await server.Connect(anna, colleague);
        await server.Connect(anna, close, days: 20);
        await server.Settled();

        var page = await anna.Client.Page($"/introductions/to/{far.Handle}");
        Assert.Contains("Einkauf Walzdraht", page.QuerySelector("#person")!.TextContent);
        Assert.Contains("Preise", page.QuerySelector("#person")!.TextContent);
        Assert.Equal(["Kai Kollege", "Nora Nah"], page.QuerySelectorAll("#helpers .person-name a").Select(a => a.TextContent));
        Assert.Contains(firm, page.QuerySelector("#helpers .person-meta")!.TextContent);
        var ask = page.QuerySelector("#helpers a.btn")!.GetAttribute("href")!;
        Assert.StartsWith($"/messages/new?to={colleague.Handle}&draft=", ask);
        Assert.Contains("Do you happen to know them", (await anna.Client.Page(ask)).QuerySelector("textarea")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_hidden_contact_leaves_no_trace_in_why_there_is_no_route(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana, days: 10);
        await server.Settled();
        var none = await Help(anna, carl);
        await server.Connect(jana, carl, days: 10);
        await server.Hide(jana, carl);
        await server.Settled();
        Assert.Equal(none, await Help(anna, carl));
        Assert.Contains("Jana Weber", none);
    }

    private static async Task<string> Help(TestMember viewer, TestMember target) => (await viewer.Client.Page($"/introductions/to/{target.Handle}")).QuerySelector("main")!.InnerHtml;
}
