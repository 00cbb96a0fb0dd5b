using Gilde.Web.Contacts;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Introductions.Asking;
using Gilde.Web.Tests.Profiles;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Home;

public class HomeTests(Servers servers)
{
    private const string Waiting = "section[aria-labelledby=waiting-title]";

    [Theory, BothDatabases]
    public async Task Visitors_learn_what_the_network_is(DatabaseKind kind)
    {
        var page = await (await servers.On(kind)).Client().Page("/");
        Assert.Equal("Draht und Rohr", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".front-hero a[href='/signup']"));
        Assert.NotNull(page.QuerySelector(".front-hero a[href='/signin']"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Theory, BothDatabases]
    public async Task Members_are_greeted_and_see_who_asks(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, karl) = (await server.Member("Anna Berger"), await server.Member("Karl Weiß"));
        Assert.Null((await anna.Client.Page("/")).QuerySelector(Waiting));
        await server.Db(async db =>
        {
            db.Add(new ContactRequest { FromId = karl.Id, ToId = anna.Id, Reason = "Wir trafen uns auf der Messe", At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        var page = await anna.Client.Page("/");
        Assert.EndsWith(", Anna Berger", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Wir trafen uns auf der Messe", page.QuerySelector(".person")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href^='/contacts/requests#request-']"));
    }

    [Theory, BothDatabases]
    public async Task Introductions_that_wait_for_an_answer_are_among_what_waits(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Bernd Mitte", "Carla Ziel");
        var path = await people[0].AskOver(people[1], people[2]);
        var row = (await people[1].Client.Page("/")).QuerySelector($"{Waiting} a[href='{path}']")!;
        Assert.Contains("Anna Berger", row.TextContent);
        Assert.Null((await people[0].Client.Page("/")).QuerySelector(Waiting));
        await people[1].Pass(path);
        Assert.Null((await people[1].Client.Page("/")).QuerySelector(Waiting));
    }

    [Theory, BothDatabases]
    public async Task First_steps_vanish_when_done_or_put_away(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, karl) = (await server.Member("Anna Berger"), await server.Member("Karl Weiß"));
        Assert.Equal(5, await OpenSteps(anna));
        await anna.Client.SubmitOk("/settings/profile/name", ("name", "Anna Berger"), ("headline", "Meisterin"));
        await anna.Client.SubmitOk("/settings/profile/offers", ("topics", "Rat"));
        Assert.Equal(3, await OpenSteps(anna));
        await server.Befriend(anna, karl);
        Assert.Equal(2, await OpenSteps(anna));
        Assert.Equal("/", await anna.Client.SubmitOk("/settings/profile/hints/getting-started?from=home"));
        Assert.Equal(0, await OpenSteps(anna));
    }

    [Theory, BothDatabases]
    public async Task Neighbours_are_those_who_show_their_place(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var members = new Dictionary<string, TestMember>();
        foreach (var name in new[] { "Anna Berger", "Nina Nah", "Heidi Heimlich", "Frank Freund", "Bert Block", "Fred Fern" }) members[name] = await server.Member(name);
        var place = $"Ort {members["Anna Berger"].Id}";
        await server.Db(async db =>
        {
            foreach (var (name, member) in members)
            {
                var row = await db.Members.SingleAsync(m => m.Id == member.Id);
                (row.Place, row.Country) = (name == "Fred Fern" ? "Fern" : place, "DE");
            }
            db.Add(new SectionAudience { MemberId = members["Heidi Heimlich"].Id, Section = ProfileSection.Place, Audience = Audience.Contacts });
            await db.SaveChangesAsync();
        });
        await server.Befriend(members["Anna Berger"], members["Frank Freund"]);
        await server.Block(members["Bert Block"], members["Anna Berger"]);
        var card = (await members["Anna Berger"].Client.Page("/home/people")).QuerySelector($"section[aria-label='Also in {place}']")!;
        Assert.Equal(["Nina Nah"], card.QuerySelectorAll(".person-name a").Select(a => a.TextContent));
    }

    [Theory, BothDatabases]
    public async Task All_members_are_listed_page_by_page(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member("Anna Berger");
        for (var i = 0; i < 34; i++) await server.Member($"Mitglied {(char)('A' + i % 26)}{i}");
        var blocked = await server.Member("Bert Block");
        await server.Block(blocked, anna);
        var first = await anna.Client.Page("/members");
        var second = await anna.Client.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var names = first.QuerySelectorAll(".person-name a").Concat(second.QuerySelectorAll(".person-name a")).Select(a => a.TextContent).ToList();
        Assert.Equal(34, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        var newest = await anna.Client.Page("/members?sort=newest");
        Assert.Equal("Mitglied H33", newest.QuerySelector(".person-name a")!.TextContent);
        Assert.Equal(["Mitglied D3", "Mitglied C2", "Mitglied B1", "Mitglied A0"], (await anna.Client.Page(newest.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll(".person-name a").Select(a => a.TextContent));
        Assert.DoesNotContain("Bert Block", names);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(HttpStatusCode.Redirect, (await server.Client().GetAsync("/members")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Members_are_found_by_the_beginnings_of_their_names_and_sorted_as_in_a_telephone_book(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member("Anna Berger");
        foreach (var name in new[] { "Özlem Bär", "Olaf Zander", "Zoe Baer", "Änne Bertram", "Paul Ost", "paul bergmann" }) await server.Member(name);
        await server.Indexed();
        Assert.Equal(["Änne Bertram", "Olaf Zander", "Özlem Bär", "paul bergmann", "Paul Ost", "Zoe Baer"], await Names(""));
        Assert.Equal(["Özlem Bär", "Zoe Baer"], await Names("?q=b%C3%A4r"));
        Assert.Equal(["Zoe Baer", "Özlem Bär"], await Names("?q=b%C3%A4r&sort=newest"));
        Assert.Equal(["paul bergmann"], await Names("?q=BERG+pau"));
        Assert.Equal(["Olaf Zander", "Zoe Baer"], (await Names("?q=z")).Order());
        Assert.Equal(6, (await Names("?after=unsinn")).Count);
        Assert.Contains("Nobody here is called", (await anna.Client.Page("/members?q=xaver")).Body!.TextContent);
        Assert.Contains("Nobody here is called", (await anna.Client.Page("/members?q=%27%22%2A")).Body!.TextContent);

        async Task<List<string>> Names(string query) => [.. (await anna.Client.Page("/members" + query)).QuerySelectorAll(".person-name a").Select(a => a.TextContent)];
    }

    private static async Task<int> OpenSteps(TestMember member) => (await member.Client.Page("/")).QuerySelectorAll(".steps a").Length;
}
