using Gilde.Web.Profiles;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Introductions;
using Gilde.Web.Tests.Search;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class IntroductionsJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task From_a_need_over_the_people_who_meet_it_to_a_request_with_the_wish(Screen screen)
    {
        var (server, anna, skill) = await Network();
        var page = await browsers.Open(server, screen, anna);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.GotoAsync("/search");
        await page.IsSound();
        await page.Locator(".searchbar input[name=q]").FillAsync(skill.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".person-name a")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".person-meta").First).ToContainTextAsync($"Fähigkeit: {skill}");
        await page.IsSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wie erreiche ich jemanden mit" }).ClickAsync();
        await Assertions.Expect(page.Locator(".route-card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".route-card").First).ToContainTextAsync("Sie und Jana Weber schreiben sich oft.");
        await page.IsSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "Jana Weber fragen" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("textarea[name=wish]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Ich möchte gern Nils Nah kennenlernen"));
        await page.IsSound();
        Assert.Empty(errors);
    }

    [Theory, BothScreens]
    public async Task A_profile_shows_the_routes_with_and_without_script(Screen screen)
    {
        var (server, anna, skill) = await Network();
        foreach (var script in new[] { true, false })
        {
            var page = await browsers.Open(server, screen, anna, script: script, scheme: ColorScheme.Dark);
            await page.GotoAsync("/search?q=" + skill);
            await page.GetByRole(AriaRole.Link, new() { Name = "Fenja Fern", Exact = true }).ClickAsync();
            if (script) await page.Locator("#reach-card").ScrollIntoViewIfNeededAsync();
            else await page.GetByRole(AriaRole.Link, new() { Name = "Wege anzeigen" }).ClickAsync();
            await Assertions.Expect(page.Locator(".route-card").First).ToContainTextAsync("ein Kontakt von Jana Weber");
            // The checks are a script themselves.
            if (script) await page.IsSound();
        }
    }

    [Theory, BothScreens]
    public async Task The_start_of_introductions_is_sound(Screen screen)
    {
        var (server, anna, _) = await Network();
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/introductions");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Wen brauchen Sie?");
        await Assertions.Expect(page.GetByText("Sie beide kennen Jana Weber")).ToBeVisibleAsync();
        await page.IsSound();
    }

    [Theory, BothScreens]
    public async Task From_the_list_of_all_to_a_profile_with_those_in_common_and_to_help_without_a_route(Screen screen)
    {
        // A server of its own: among the newest are only those of this journey.
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        var (anna, _) = await Network(server);
        var name = $"Lea Allein{anna.Id}";
        var lone = await server.Member(name);
        await server.Settled();
        await server.Indexed();
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/members");
        await page.IsSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "neueste zuerst" }).ClickAsync();
        await Assertions.Expect(page.Locator(".person-name a").First).ToHaveTextAsync(name);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Nach Namen suchen" }).FillAsync("nah nils");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".degree-2")).ToHaveCountAsync(1);
        await page.Locator(".person", new() { Has = page.Locator(".degree-2") }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("#mutual .person-name a")).ToHaveTextAsync("Jana Weber");
        await page.IsSound();

        await page.GotoAsync($"/introductions/to/{lone.Handle}");
        await Assertions.Expect(page.Locator("#helpers .person-name a")).ToHaveTextAsync("Jana Weber");
        await page.IsSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "Jana Weber fragen" }).ClickAsync();
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(name));
    }

    /// <summary>Anna writes with Jana, who writes with Nils, who knows Fenja; Nils and Fenja can do the same thing.</summary>
    private async Task<(GildeServer Server, TestMember Anna, string Skill)> Network()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, skill) = await Network(server);
        return (server, anna, skill);
    }

    private static async Task<(TestMember Anna, string Skill)> Network(GildeServer server)
    {
        var (anna, jana, nils, fenja) = (await server.Member("Anna Berger", Gilde.Web.Web.Language.German), await server.Member("Jana Weber"), await server.Member("Nils Nah"), await server.Member("Fenja Fern"));
        var skill = "Ziehkunst" + anna.Id;
        await server.Connect(anna, jana, days: 20);
        await server.Connect(jana, nils, days: 20);
        await server.Connect(nils, fenja, days: 3);
        foreach (var expert in new[] { nils, fenja }) await server.Write(expert, null, null, expert.Topic(TopicKind.Skill, skill));
        await server.Settled();
        return (anna, skill);
    }
}
