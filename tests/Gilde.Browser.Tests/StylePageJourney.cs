using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class StylePageJourney(Servers servers, Browsers browsers)
{
    [Theory]
    [InlineData("/dev/design", Screen.Phone, ColorScheme.Dark)]
    [InlineData("/dev/design", Screen.Desktop, ColorScheme.Light)]
    [InlineData("/dev/design/messages", Screen.Phone, ColorScheme.Light)]
    [InlineData("/dev/design/messages", Screen.Desktop, ColorScheme.Dark)]
    [InlineData("/dev/design/cv", Screen.Phone, ColorScheme.Dark)]
    [InlineData("/dev/design/sheet", Screen.Phone, ColorScheme.Light)]
    [InlineData("/dev/design/sheet", Screen.Desktop, ColorScheme.Dark)]
    public async Task Every_component_is_accessible_and_fits_the_screen(string path, Screen screen, ColorScheme scheme)
    {
        var page = await Open(screen, scheme);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.GotoAsync(path);
        await page.IsSound();
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("#ffd400")]
    [InlineData("#0033ff")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    public async Task Whatever_colour_the_operator_chooses_stays_readable(string colour)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await Open(Screen.Desktop, scheme);
            await page.RouteAsync("**/theme.css*", route => route.FulfillAsync(new() { ContentType = "text/css", Body = $":root{{--brand:{colour}}}" }));
            await page.GotoAsync("/dev/design/messages");
            await page.IsSound();
        }
    }

    [Theory, BothScreens]
    public async Task A_dialog_opens_and_closes_with_and_without_script(Screen screen)
    {
        foreach (var script in new[] { true, false })
        {
            var page = await browsers.Open(await servers.On(DatabaseKind.Sqlite), screen, script: script);
            await page.GotoAsync("/dev/design");
            var dialog = page.Locator("#sample-dialog");
            await page.Locator("a[href='#sample-dialog']").ClickAsync();
            await Assertions.Expect(dialog).ToBeVisibleAsync();
            await dialog.Locator("[data-dialog-close]").ClickAsync();
            await Assertions.Expect(dialog).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task What_cannot_be_undone_is_asked_first_and_a_menu_gives_way_to_escape()
    {
        var page = await Open(Screen.Desktop, ColorScheme.Light);
        await page.GotoAsync("/dev/design");
        await page.Locator("form[data-turbo-confirm] button").ClickAsync();
        await Assertions.Expect(page.Locator("#confirm")).ToContainTextAsync("Martina aus Ihren Kontakten entfernen?");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#confirm")).ToBeHiddenAsync();

        await page.Locator(".account summary").ClickAsync();
        await Assertions.Expect(page.Locator(".account .menu-panel")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".account .menu-panel")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".account summary")).ToBeFocusedAsync();
    }

    private async Task<IPage> Open(Screen screen, ColorScheme scheme) => await browsers.Open(await servers.On(DatabaseKind.Sqlite), screen, scheme: scheme);
}
