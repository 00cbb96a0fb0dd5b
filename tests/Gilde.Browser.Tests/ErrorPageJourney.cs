using Gilde.Web.Tests.Host;

namespace Gilde.Browser.Tests;

public class ErrorPageJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task A_wrong_address_explains_itself_and_leads_home(Screen screen)
    {
        var page = await browsers.Open(await servers.On(DatabaseKind.Sqlite), screen);
        await page.GotoAsync("/gibt-es-nicht");
        Assert.Equal("Nicht gefunden", await page.Locator("h1").InnerTextAsync());
        await page.IsSound();
    }
}
