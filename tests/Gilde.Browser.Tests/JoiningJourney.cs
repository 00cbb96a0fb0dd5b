using System.Text.RegularExpressions;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Mail;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>From a fresh server to the second member: set up, join by mail, sign out and in, all without a word of English.</summary>
public class JoiningJourney(Browsers browsers)
{
    private const string Password = "vier Kupferdrähte im Regen";

    [Theory, BothScreens]
    public async Task A_network_is_set_up_and_somebody_joins(Screen screen)
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite, setUp: false);
        await SetUp(await browsers.Open(server, screen), server);

        var page = await browsers.Open(server, screen);
        await page.GotoAsync("/");
        await page.IsSound();
        await page.GotoAsync("/signup");
        await page.FillAsync("input[name=name]", "Jörg Müßiggang");
        await page.FillAsync("input[name=email]", "joerg@example.org");
        await page.FillAsync("input[name=password]", Password);
        await page.CheckAsync("input[name=sixteen]");
        await page.CheckAsync("input[name=terms]");
        await page.IsSound();
        await page.PressAsync("input[name=password]", "Enter");
        await page.Arrives("**/signup/mailbox");
        await page.IsSound();

        await page.GotoAsync((await server.MailTo("joerg@example.org")).Link("/confirm/"));
        await page.IsSound();
        await page.Locator("main form button").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToBeVisibleAsync();
        await page.IsSound();

        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("form[action='/signout'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToHaveCountAsync(0);
        await page.GotoAsync("/signin");
        await page.FillAsync("input[name=email]", "joerg@example.org");
        await page.FillAsync("input[name=password]", "geraten");
        await page.PressAsync("input[name=password]", "Enter");
        await Assertions.Expect(page.Locator("[role=alert], .notice, .field-error").First).ToBeVisibleAsync();
        Assert.Equal("joerg@example.org", await page.InputValueAsync("input[name=email]"));
        await page.IsSound();
        await page.FillAsync("input[name=password]", Password);
        await page.PressAsync("input[name=password]", "Enter");
        await Assertions.Expect(page.Locator("details.account")).ToBeVisibleAsync();
    }

    private static async Task SetUp(IPage page, GildeServer server)
    {
        await page.GotoAsync("/");
        Assert.EndsWith("/setup", page.Url);
        await page.IsSound();
        await page.FillAsync("input[name=name]", "Olga Betreiberin");
        await page.FillAsync("input[name=email]", "olga@example.org");
        await page.FillAsync("input[name=password]", Password);
        await page.FillAsync("input[name=network]", "Drahtnetz");
        await page.FillAsync("input[name=trade]", "Draht und Rohr");
        await page.FillAsync("textarea[name=imprint]", "Verband Drahtnetz e. V.\nAltena");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.Arrives("**/admin");
        await page.IsSound();
        await page.GotoAsync("/imprint");
        Assert.Contains("Verband Drahtnetz e. V.", await page.Locator("main").InnerTextAsync());
        await page.IsSound();
    }
}
