using System.Text;
using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Mail;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>From the link in the mail over the first page to the first people, with and without script.</summary>
public class WelcomeJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task A_new_member_gets_going_and_leaves_out_what_they_like(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        await server.Member("Karl Weiß");
        var page = await browsers.Open(server, screen, scheme: screen == Screen.Phone ? ColorScheme.Dark : ColorScheme.Light);
        await Join(page, server, $"neu{screen}@example.org");
        await page.Arrives("**/welcome");
        await page.IsSound();
        await page.FillAsync("#line input[name=headline]", "Meisterin im Drahtzug");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern und weiter" }).ClickAsync();
        await Assertions.Expect(page.Locator("#picture.is-current")).ToBeVisibleAsync();
        await page.IsSound();
        await page.Locator("#picture").GetByRole(AriaRole.Button, new() { Name = "Auslassen" }).ClickAsync();
        await Assertions.Expect(page.Locator("#contacts.is-current")).ToBeVisibleAsync();
        await page.IsSound();
        await page.SetInputFilesAsync("#contacts input[type=file]", new FilePayload { Name = "adressen.vcf", MimeType = "text/vcard", Buffer = Encoding.UTF8.GetBytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Großmann\r\nEMAIL:juergen@example.org\r\nEND:VCARD\r\n") });
        await page.Locator("#contacts button.btn-primary").ClickAsync();
        await page.Arrives("**/settings/import/preview");
        await page.Locator("form[action='/settings/import/apply'] button.btn-primary").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("privaten Adressbuch");

        await page.GotoAsync("/welcome");
        await Assertions.Expect(page.Locator("#people .person").First).ToBeVisibleAsync();
        await page.IsSound();
        await page.Locator("#people").GetByRole(AriaRole.Button, new() { Name = "Auslassen" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Das ist alles.");
        await page.IsSound();
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Startseite" }).ClickAsync();
        await Assertions.Expect(page.Locator(".steps")).Not.ToContainTextAsync("Bild");
    }

    [Fact]
    public async Task It_works_without_script()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await browsers.Open(server, Screen.Phone, await server.Member("Anna Berger", Language.English), script: false);
        await page.GotoAsync("/welcome");
        foreach (var step in new[] { "line", "picture", "contacts", "people" }) await page.Locator($"#{step}.is-current button", new() { HasText = "Leave this out" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("That is all.");
    }

    private static async Task Join(IPage page, GildeServer server, string email)
    {
        await page.GotoAsync("/signup");
        await page.FillAsync("input[name=name]", "Frieda Neumann");
        await page.FillAsync("input[name=email]", email);
        await page.FillAsync("input[name=password]", Person.GoodPassword);
        await page.CheckAsync("input[name=sixteen]");
        await page.CheckAsync("input[name=terms]");
        await page.PressAsync("input[name=password]", "Enter");
        await page.Arrives("**/signup/mailbox");
        await page.GotoAsync((await server.MailTo(email)).Link("/confirm/"));
        await page.Locator("main form button").First.ClickAsync();
    }
}
