using Cookie = Microsoft.Playwright.Cookie;
using Gilde.Web.Accounts;
using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>Light, dark and language as a member sets them; the operator's colour while it is chosen.</summary>
public class DisplayJourney(Servers servers, Browsers browsers)
{
    private const string Canvas = "getComputedStyle(document.documentElement).backgroundColor + ' ' + getComputedStyle(document.documentElement).colorScheme";

    [Theory, BothScreens]
    public async Task A_member_who_wants_it_dark_has_it_dark_from_the_first_picture_on(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var person = await new Person(server, language: Language.German).Join();
        var page = await browsers.Open(server, screen, scheme: ColorScheme.Light);
        await page.SignIn(person.Email, person.Password);
        var day = await page.EvaluateAsync<string>(Canvas);
        await page.GotoAsync("/settings/account");
        await page.Locator("#theme input[value=dark]").CheckAsync();
        await page.Locator("#theme").GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync("Gespeichert.");
        var night = await page.EvaluateAsync<string>(Canvas);
        Assert.EndsWith("dark", night);
        Assert.NotEqual(day, night);
        await page.IsSound();

        // No script has a part in it, so nothing is ever painted the wrong way first.
        var plain = await browsers.Open(server, screen, scheme: ColorScheme.Light, script: false);
        await plain.Context.AddCookiesAsync((await page.Context.CookiesAsync()).Where(c => c.Name == "gilde_session").Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = server.Address.ToString() }));
        await plain.GotoAsync("/");
        await Assertions.Expect(plain.Locator("body[data-theme=dark]")).ToHaveCountAsync(1);

        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("form[action='/signout'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToHaveCountAsync(0);
        Assert.Equal(day, await page.EvaluateAsync<string>(Canvas));
        await page.SignIn(person.Email, person.Password);
        Assert.Equal(night, await page.EvaluateAsync<string>(Canvas));
    }

    [Theory, BothScreens]
    public async Task A_page_of_the_settings_leads_up_on_a_phone_and_shows_the_others_beside_it_on_a_desktop(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await browsers.Open(server, screen, await server.Member("Anna Berger", Language.German));
        await page.GotoAsync("/settings/notifications");
        var (up, beside) = (page.Locator("main .back"), page.Locator("main .sidenav"));
        await Assertions.Expect(screen == Screen.Phone ? beside : up).ToBeHiddenAsync();
        await page.IsSound();
        if (screen == Screen.Desktop) await Assertions.Expect(beside).ToBeVisibleAsync();
        else
        {
            await up.ClickAsync();
            await page.Arrives("**/settings");
        }
    }

    [Theory, BothScreens]
    public async Task The_switch_at_the_foot_changes_the_members_language_for_good(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/contacts?q=Draht");
        await page.Locator(".footer-end button[lang=en]").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.EndsWith("/contacts?q=Draht", page.Url);
        await page.IsSound();
        var elsewhere = await browsers.Open(server, screen, anna);
        await elsewhere.GotoAsync("/settings/account");
        await Assertions.Expect(elsewhere.Locator("h1")).ToHaveTextAsync("Account");
    }

    [Theory, BothScreens]
    public async Task The_page_takes_the_colour_that_the_operator_picks_and_says_when_it_is_pale(Screen screen)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var server = await GildeServer.Start(DatabaseKind.Sqlite, setUp: false);
            var page = await browsers.Open(server, screen, scheme: scheme);
            var refused = new List<string>();
            page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("422")) refused.Add(message.Text); };
            await page.GotoAsync("/setup");
            await PicksColours(page);
            Assert.Empty(refused);
        }
    }

    [Theory, BothScreens]
    public async Task The_operators_settings_show_a_colour_before_it_is_saved(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await browsers.Open(server, screen, await server.Member("Olga Betreiberin", Language.German, MemberRole.Operator));
        await page.GotoAsync("/admin/settings");
        var saved = await Button(page);
        await PicksColours(page);
        await page.GotoAsync("/admin");
        await page.GotoAsync("/admin/settings");
        Assert.Equal(saved, await Button(page));
    }

    private static async Task PicksColours(IPage page)
    {
        var button = await Button(page);
        var (day, night) = (await Sample(page, "light"), await Sample(page, "dark"));
        await page.Locator(".swatch input[value='#8c2f39']").CheckAsync();
        Assert.NotEqual(button, await Button(page));
        Assert.NotEqual(day, await Sample(page, "light"));
        Assert.NotEqual(night, await Sample(page, "dark"));
        await Assertions.Expect(page.Locator("[data-brand-warning]")).ToBeHiddenAsync();
        await page.IsSound();

        // A mistake elsewhere in the form leaves the choice and its look alone.
        var chosen = await Button(page);
        await page.FillAsync("textarea[name=imprint]", "zu kurz");
        await page.Locator("main form button.btn-primary").Last.EvaluateAsync("b => { b.form.noValidate = true; b.click(); }");
        await Assertions.Expect(page.Locator("#f-imprint-error")).ToBeVisibleAsync();
        Assert.Equal(chosen, await Button(page));

        await page.Locator("input[name=ownColor]").FillAsync("#ffe066");
        await Assertions.Expect(page.Locator(".swatch-own input")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[data-brand-warning]")).ToContainTextAsync("zu blass");
        await page.IsSound();
    }

    private static Task<string> Button(IPage page) => page.Locator("main form button.btn-primary").Last.EvaluateAsync<string>("b => { b.style.transition = 'none'; return getComputedStyle(b).backgroundColor; }");

    private static Task<string> Sample(IPage page, string theme) =>
        page.Locator($".brand-preview[data-theme={theme}] .btn-primary").EvaluateAsync<string>("b => { b.style.transition = 'none'; return getComputedStyle(b).backgroundColor; }");
}
