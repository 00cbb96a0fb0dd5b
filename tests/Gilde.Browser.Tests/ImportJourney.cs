using System.Text;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class ImportJourney(Servers servers, Browsers browsers)
{
    private const string Cards = """
        BEGIN:VCARD
        VERSION:3.0
        FN:Jürgen Großmann
        N:Großmann;Jürgen;;;
        ORG:Drahtwerk Altena
        EMAIL:juergen@example.org
        END:VCARD
        BEGIN:VCARD
        VERSION:4.0
        FN:Ayşe Yılmaz
        TEL:+49 2352 5550
        END:VCARD

        """;

    [Theory, BothScreens]
    public async Task An_address_book_is_looked_at_first_and_then_taken_over(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/settings/import");
        await page.IsSound();
        await Upload(page, "kaputt.zip", "das ist kein Archiv");
        await Assertions.Expect(page.Locator(".field-error, .notice").First).ToBeVisibleAsync();
        await page.IsSound();

        await Upload(page, "kontakte.vcf", Cards.ReplaceLineEndings("\r\n"));
        await page.Arrives("**/settings/import/preview");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 Personen");
        await page.IsSound();
        await page.GotoAsync("/settings/import/people");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Jürgen Großmann");
        await page.IsSound();

        await page.GotoAsync("/settings/import/preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).ClickAsync();
        await page.Arrives("**/settings/import?*");
        await page.IsSound();
        await page.GotoAsync("/contacts/addressbook");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ayşe Yılmaz");
        await page.IsSound();
    }

    private static async Task Upload(IPage page, string name, string text)
    {
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.Locator("main form[action='/settings/import'] button.btn-primary").ClickAsync();
    }
}
