using System.Text.RegularExpressions;
using Gilde.Web.Contacts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public partial class ContactsJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task Two_become_contacts_and_exchange_cards(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, bernd) = (await server.Member("Anna Berger", Language.German), await server.Member("Bernd Ziegler-Oberflächenbeschichtungsanlagen", Language.German));
        var (hers, his) = (await browsers.Open(server, screen, anna), await browsers.Open(server, screen, bernd));

        await his.GotoAsync("/settings/card");
        await his.IsSound();
        await his.GetByRole(AriaRole.Link, new() { Name = "Mobil" }).ClickAsync();
        await his.FillAsync("#f-value", "+49 171 5550134");
        await his.IsSound();
        await his.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync("vorab angekreuzt");

        await hers.GotoAsync($"/@{bernd.Handle}");
        await hers.GetByRole(AriaRole.Link, new() { Name = "Kontakt anfragen" }).ClickAsync();
        await hers.FillAsync("textarea[name=reason]", "Wir haben uns auf der Wire über Ziehsteine unterhalten.");
        await hers.IsSound();
        await hers.GetByRole(AriaRole.Button, new() { Name = "Anfrage senden" }).ClickAsync();
        await Assertions.Expect(hers.GetByRole(AriaRole.Button, new() { Name = "Angefragt" })).ToBeVisibleAsync();

        await his.GotoAsync("/contacts/requests");
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync("über Ziehsteine");
        await his.IsSound();
        await his.Locator("details.gives summary").ClickAsync();
        await Assertions.Expect(his.Locator("input[name=field]")).ToBeCheckedAsync();
        await his.GetByRole(AriaRole.Button, new() { Name = "Annehmen" }).ClickAsync();
        await Assertions.Expect(his.Locator("#toasts")).ToContainTextAsync("Sie und Anna Berger sind in Kontakt.");

        await hers.GotoAsync("/contacts");
        await hers.IsSound();
        await hers.Locator(".person-name a").ClickAsync();
        await Assertions.Expect(hers.Locator("#card")).ToContainTextAsync("+49 171 5550134");
        await hers.FillAsync("#f-tags", "Messe, Einkauf");
        await hers.Locator("#notes button").ClickAsync();
        await Assertions.Expect(hers.Locator("#toasts")).ToContainTextAsync("Gespeichert.");
        await hers.IsSound();
    }

    [Theory, BothScreens]
    public async Task A_scanned_code_leads_to_the_question_and_visitors_to_the_door(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, bernd) = (await server.Member("Anna Berger", Language.German), await server.Member("Bernd Ziegler", Language.German));
        var hers = await browsers.Open(server, screen, anna);
        await hers.GotoAsync("/card");
        await hers.IsSound();
        var path = TokenPath().Match(await hers.Locator(".copy code").InnerTextAsync()).Value;

        var visitor = await browsers.Open(server, screen);
        await visitor.GotoAsync(path);
        await visitor.IsSound();
        await visitor.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Anmelden" }).ClickAsync();
        await visitor.Arrives(new Regex("/signin"));

        var his = await browsers.Open(server, screen, bernd);
        await his.GotoAsync(path);
        await his.IsSound();
        await his.GetByRole(AriaRole.Button, new() { Name = "Kontakt anfragen" }).ClickAsync();
        await Assertions.Expect(his.Locator("main")).ToContainTextAsync("Sobald Anna Berger bestätigt");
        await hers.GotoAsync("/contacts/requests");
        await Assertions.Expect(hers.GetByLabel("Ja, wir haben uns persönlich getroffen")).ToBeCheckedAsync();
    }

    [Theory, BothScreens]
    public async Task A_long_list_goes_on_in_place_and_several_are_tagged(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        await Befriend(server, anna, 120);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/contacts");
        await Assertions.Expect(page.Locator(".person")).ToHaveCountAsync(50);
        await page.Locator(".more a").ClickAsync();
        await Assertions.Expect(page.Locator(".person")).ToHaveCountAsync(100);
        await page.Locator(".more a").ClickAsync();
        await Assertions.Expect(page.Locator(".person")).ToHaveCountAsync(120);
        await page.IsSound();

        await page.GotoAsync("/contacts");
        await page.Locator(".page-head .menu summary").ClickAsync();
        await Assertions.Expect(page.Locator(".page-head .menu-panel")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Mehrere verschlagworten" }).ClickAsync();
        await page.Arrives("**/contacts?select=1");
        await page.IsSound();
        await page.Locator(".pick").Nth(0).ClickAsync();
        await page.Locator(".pick").Nth(1).ClickAsync();
        await page.FillAsync("input[name=tag]", "Stammtisch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schlagwort hinzufügen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chip", new() { HasText = "Stammtisch" })).ToContainTextAsync("2");
        foreach (var path in new[] { "/settings/contacts", "/settings/blocks", "/contacts/asked", "/contacts?q=xyz" })
        {
            await page.GotoAsync(path);
            await page.IsSound();
        }
    }

    private static async Task Befriend(GildeServer server, TestMember anna, int count)
    {
        var others = new List<TestMember>();
        for (var i = 0; i < count; i++) others.Add(await server.Member($"Mitglied {i:000}"));
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            foreach (var other in others) db.AddRange(new Contact(anna.Id, other.Id, now), new Contact(other.Id, anna.Id, now));
            await db.SaveChangesAsync();
        });
    }

    [GeneratedRegex(@"/card/\S+")]
    private static partial Regex TokenPath();
}
