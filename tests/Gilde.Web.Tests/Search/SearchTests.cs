using Gilde.Web.Profiles;
using Gilde.Web.Tests.Introductions;

namespace Gilde.Web.Tests.Search;

public class SearchTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task People_are_found_by_any_word_of_their_profile(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bärbel Großkötter"));
        await server.Write(bernd, m => (m.Headline, m.Place, m.About) = ("Leiterin Einkauf", "Hohenlimburg", "Seit Jahren zuständig für Federstahldrähte."), null,
            bernd.Position("Qualitätsbeauftragte", "Westfälische Drahtzugwerke"), bernd.Topic(TopicKind.Skill, "Ziehsteine aus Diamant"), bernd.Topic(TopicKind.Offer, "Probeglühen"),
            new Education { MemberId = bernd.Id, School = "Bergschule Zollernalb" }, new Credential { MemberId = bernd.Id, Name = "Schweißfachmann" }, new SpokenLanguage { MemberId = bernd.Id, Code = "nl" });
        foreach (var words in new[]
        {
            "Bärbel Großkötter", "Baerbel Grosskoetter", "barbel grosskotter", bernd.Handle, "Einkauf Großkötter", "Hohenlimburg Großkötter", "Federstahldraht Großkötter", "Qualitätsbeauftragter Großkötter",
            "Drahtzugwerk Großkötter", "Ziehstein Großkötter", "diamant großkötter", "Probeglüh Großkötter", "Zollernalb", "schweissfachmann großkötter", "Niederländisch Großkötter", "Dutch Großkötter", "GROSSK", "großkötter, bärbel!",
        }) Assert.True((await anna.FindsText(words)).Contains(bernd.Handle), words);
        foreach (var words in new[] { "Großkötter Kupfer", "Großkötter Kanada" }) Assert.DoesNotContain(bernd.Handle, await anna.FindsText(words));
    }

    [Theory, BothDatabases]
    public async Task Slips_are_forgiven_where_nothing_matches(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, doris) = (await server.Member("Anna Berger"), await server.Member("Dorothea Wuppermann"));
        await server.Write(doris, null, null, doris.Topic(TopicKind.Skill, "Patentieröfen"));
        foreach (var words in new[] { "Wupermann", "Wuppremann", "Dorotea Wuppermann", "Patentirofen", "Patntieröfen", "Wuperm" }) Assert.True((await anna.FindsText(words)).Contains(doris.Handle), words);
        Assert.Contains("spelt alike", (await anna.Client.Page("/search?q=Wupermann")).Body!.TextContent);
        Assert.Empty(await anna.FindsText("Xylophonist"));
        foreach (var path in new[] { "/search?q=Xylophonist", "/introductions/any?q=Xylophonist" })
        {
            var nobody = (await anna.Client.Page(path)).QuerySelector(".empty")!;
            Assert.Contains("Nobody found", nobody.TextContent);
            Assert.NotNull(nobody.QuerySelector("a[href='/introductions/ask']"));
            Assert.NotNull(nobody.QuerySelector("a[href='/invite']"));
        }
    }

    [Theory, BothDatabases]
    public async Task A_part_of_a_compound_is_enough(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, inside, alone) = (await server.Member("Anna Berger"), await server.Member("Ida Innen"), await server.Member("Adam Allein"));
        await server.Write(inside, null, null, inside.Topic(TopicKind.Skill, "Hochtemperaturklöppeln"));
        await server.Write(alone, null, null, alone.Topic(TopicKind.Skill, "Klöppeln"));
        Assert.Equal([alone.Handle, inside.Handle], await anna.FindsText("Klöppeln"));
    }

    [Theory, BothDatabases]
    public async Task A_hit_in_the_name_comes_first_and_among_equals_the_nearest(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var (named, first, second, third, far) = (await server.Member("Quirin Quast"), await server.Member("Eins Nah"), await server.Member("Zwei Nah"), await server.Member("Drei Nah"), await server.Member("Fern Weg"));
        await server.Write(named);
        foreach (var person in new[] { far, third, second, first }) await server.Write(person, null, null, person.Topic(TopicKind.Skill, "Quastenbinden"));
        await server.Connect(anna, first);
        await server.Connect(first, second);
        await server.Connect(second, third);
        await server.Settled();
        Assert.Equal([named.Handle, first.Handle, second.Handle, third.Handle, far.Handle], await anna.FindsText("quast"));
        var page = await anna.Client.Page("/search?q=quast");
        Assert.Equal(["1°", "2°", "3°"], page.QuerySelectorAll(".degree span[aria-hidden]").Select(s => s.TextContent));
        Assert.Contains("You both know Eins Nah", page.Body!.TextContent);
        Assert.Contains("Skill: Quastenbinden", page.Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Results_go_on_page_by_page_without_gap_or_double(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var all = new List<string>();
        for (var i = 0; i < 45; i++)
        {
            var member = await server.Member($"Zeno Blätterteig {i}");
            all.Add(member.Handle);
        }
        await server.Indexed();
        var seen = new List<string>();
        var next = "/search?q=bl%C3%A4tterteig";
        var pages = 0;
        while (next is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next) { Headers = { { "Accept", "application/json" } } };
            request.Headers.Accept.Clear();
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await anna.Client.SendAsync(request);
            seen.AddRange(System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(p => p.GetProperty("handle").GetString()!));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            pages++;
        }
        Assert.Equal(3, pages);
        Assert.Equal(all.Order(), seen.Order());
        var page = await anna.Client.Page("/search?q=blätterteig");
        Assert.Equal(20, page.QuerySelectorAll(".person").Length);
        Assert.Contains("45 people", page.Body!.TextContent);
        var more = page.QuerySelector("turbo-frame a[rel=next]")!;
        var frame = new HttpRequestMessage(HttpMethod.Get, more.GetAttribute("href")) { Headers = { { "Turbo-Frame", more.GetAttribute("data-turbo-frame") } } };
        var rest = await (await anna.Client.SendAsync(frame)).Document();
        Assert.Equal(more.GetAttribute("data-turbo-frame"), rest.QuerySelector("turbo-frame")!.Id);
        Assert.Equal(20, rest.QuerySelectorAll(".person").Length);
    }

    [Theory, BothDatabases]
    public async Task Filters_narrow_and_are_counted(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, here, there) = (await server.Member("Anna Berger"), await server.Member("Ottokar Hier"), await server.Member("Ottokar Dort"));
        await server.Write(here, m => m.Place = "Plettenberg", null, here.Topic(TopicKind.Skill, "Schmiedegesenke"), here.Position("Chef", "Firma Nagel"));
        await server.Write(there, m => m.Place = "Lüdenscheid", null, there.Topic(TopicKind.Skill, "Schmiedegesenke"));
        Assert.Equal([here.Handle], await anna.Finds("q=schmiedegesenke&place=plettenberg"));
        Assert.Equal([there.Handle], await anna.Finds("q=schmiedegesenke&place=Luedenscheid"));
        Assert.Equal([here.Handle], await anna.Finds("firm=Firma+Nagel&skill=Schmiedegesenke"));
        Assert.Empty(await anna.Finds("q=schmiedegesenke&place=Bonn"));
        var page = await anna.Client.Page("/search?q=schmiedegesenke");
        Assert.Equal(["Lüdenscheid 1", "Plettenberg 1"], page.QuerySelectorAll(".facet a[href*='place=']").Select(a => a.TextContent.Trim()));
        Assert.Equal([here.Handle], (await anna.Client.Page(page.QuerySelector("a[href*='place=Plettenberg']")!.GetAttribute("href")!)).QuerySelectorAll(".person-name a").Select(a => a.GetAttribute("href")![2..]));
    }

    [Theory, BothDatabases]
    public async Task Too_many_words_are_refused_and_odd_ones_harmless(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        using var answer = await anna.Client.GetAsync("/search?q=" + new string('x', 300));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var odd in new[] { "'", "\"", "a* OR b", "NEAR(", "!&|()", "it's", "' OR 1=1 --", "{0}", "%", "_", ":*", "a AND", "\u0000", "\ud800", "😀", "--" })
            await anna.Client.Page("/search?q=" + Uri.EscapeDataString(odd));
        Assert.Contains("Whom do you need?", (await anna.Client.Page("/search")).Body!.TextContent);
        foreach (var cursor in new[] { "x", "1-2", "9-9-9", "--" }) await anna.Client.Page("/search?q=anna&after=" + cursor);
    }

    [Theory, BothDatabases]
    public async Task Who_searches_too_much_is_asked_to_slow_down(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start((await Databases.New(kind)) with { PeoplePerMinute = 6 });
        var anna = await server.Member("Anna Berger");
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 8; i++) answers.Add(await anna.Client.GetAsync("/search?q=anna"));
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
        Assert.NotNull(answers[^1].Headers.RetryAfter);
        Assert.Contains("A little slower, please", await answers[^1].Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await anna.Client.GetAsync("/introductions/any?q=anna")).StatusCode);
    }
}
