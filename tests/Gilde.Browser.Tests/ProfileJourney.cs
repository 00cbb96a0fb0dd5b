using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gilde.Browser.Tests;

/// <summary>A member fills their profile in place, shows it to others and prints it.</summary>
public class ProfileJourney(Servers servers, Browsers browsers)
{
    /// <summary>The smallest PNG: one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, BothScreens]
    public async Task Sections_are_added_ordered_removed_and_brought_back_in_place(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync($"/@{anna.Handle}");
        await page.IsSound();

        await AddPosition(page, "Meisterin", "2010", "2015");
        await AddPosition(page, "Leiterin Fertigung", "03/2015", "");
        var said = page.Locator(".toasts .toast");
        await Expect(said).ToHaveTextAsync("Gespeichert.");
        await said.GetByLabel("Schließen").ClickAsync();
        await Expect(said).ToHaveCountAsync(0);
        var positions = page.Locator("#positions");
        await Expect(positions.Locator("h3")).ToHaveTextAsync(["Leiterin Fertigung", "Meisterin"]);
        Assert.EndsWith($"/@{anna.Handle}", new Uri(page.Url).AbsolutePath);
        await page.IsSound();

        await positions.GetByLabel("Bearbeiten: Stationen").ClickAsync();
        await positions.GetByLabel("Nach oben: Meisterin").ClickAsync();
        await Expect(positions.Locator("li b")).ToHaveTextAsync(["Meisterin", "Leiterin Fertigung"]);
        await page.IsSound();
        await positions.GetByLabel("Entfernen: Meisterin").ClickAsync();
        await Expect(positions.Locator("li b")).ToHaveTextAsync(["Leiterin Fertigung"]);
        await page.Locator(".toasts .toast").EvaluateAsync("toast => Promise.all(toast.getAnimations().map(a => a.finished)).then(() => true)");
        await page.IsSound();
        await page.Locator(".toasts .toast").GetByRole(AriaRole.Button, new() { Name = "Rückgängig" }).ClickAsync();
        await Expect(positions.Locator("li b")).ToHaveTextAsync(["Meisterin", "Leiterin Fertigung"]);
        await Expect(page.Locator(".toasts .toast")).ToHaveCountAsync(0);
        await positions.GetByRole(AriaRole.Link, new() { Name = "Abbrechen" }).ClickAsync();
        await Expect(positions.Locator("h3")).ToHaveTextAsync(["Meisterin", "Leiterin Fertigung"]);
    }

    [Theory, BothScreens]
    public async Task A_form_opened_by_its_own_address_leads_on_to_the_profile(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/settings/profile/name");
        await page.FillAsync("input[name=headline]", "Leiterin Fertigung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await page.Arrives($"**/@{anna.Handle}*");
        await Expect(page.Locator("h1")).ToContainTextAsync("Anna Berger");
        await Expect(page.Locator(".toasts .toast")).ToHaveTextAsync("Gespeichert.");
        await page.GotoAsync("/settings/profile/about");
        await page.GetByRole(AriaRole.Link, new() { Name = "Abbrechen" }).ClickAsync();
        await page.Arrives($"**/@{anna.Handle}*");
    }

    [Theory, BothScreens]
    public async Task What_is_wrong_is_said_in_place(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync($"/@{anna.Handle}");
        await page.Locator("a.chip[data-turbo-frame=positions]").ClickAsync();
        var form = page.Locator("#positions form");
        await form.Locator("input[name=title]").FillAsync("Meisterin");
        await form.Locator("input[name=firm]").FillAsync("Drahtwerk");
        await form.Locator("input[name=from]").FillAsync("irgendwann");
        await form.Locator(".btn-primary").ClickAsync();
        await Expect(page.Locator("#f-from-error")).ToContainTextAsync("kein Datum");
        await Expect(form.Locator("input[name=title]")).ToHaveValueAsync("Meisterin");
        await page.IsSound();
    }

    [Theory, BothScreens]
    public async Task Skills_are_typed_as_chips(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync($"/@{anna.Handle}");
        await page.Locator("a.chip[data-turbo-frame=skills]").ClickAsync();
        var typing = page.Locator("#skills .chips-input input");
        await typing.PressSequentiallyAsync("Drahtziehen,Glühen");
        await typing.PressAsync("Enter");
        await typing.PressSequentiallyAsync("Verzinken");
        await page.Locator("#skills").GetByLabel("Entfernen: Glühen").ClickAsync();
        await page.IsSound();
        await page.Locator("#skills .btn-primary").ClickAsync();
        await Expect(page.Locator("#skills a.chip")).ToHaveTextAsync(["Drahtziehen", "Verzinken"]);
    }

    [Theory, BothScreens]
    public async Task A_picture_is_uploaded_and_the_page_looked_at_with_the_eyes_of_others(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/settings/profile/picture");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "anna.png", MimeType = "image/png", Buffer = Pixel });
        await page.FillAsync("input[name=alternative]", "Anna vor der Ziehmaschine");
        await page.IsSound();
        await page.ClickAsync("main .btn-primary");
        await Expect(page.GetByAltText("Anna vor der Ziehmaschine")).ToBeVisibleAsync();
        await page.GetByText("Mit anderen Augen").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wie Besucher es sehen" }).ClickAsync();
        await Expect(page.Locator(".notice b")).ToHaveTextAsync("So sehen Besucher Ihre Seite.");
        await page.IsSound();
    }

    [Theory, BothScreens]
    public async Task All_works_without_javascript(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna, script: false);
        await page.GotoAsync($"/@{anna.Handle}");
        await page.Locator("a.chip[data-turbo-frame=skills]").ClickAsync();
        await page.FillAsync("input[name=topics]", "Drahtziehen, Glühen");
        await page.ClickAsync("main .btn-primary");
        await Expect(page.Locator("#skills a.chip")).ToHaveTextAsync(["Drahtziehen", "Glühen"]);
        await AddPosition(page, "Meisterin", "2010", "");
        await Expect(page.Locator("#positions h3")).ToHaveTextAsync(["Meisterin"]);
    }

    [Theory, BothScreens]
    public async Task Every_page_of_the_profile_is_sound(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna);
        foreach (var section in new[] { "name", "about", "place", "skills", "positions", "positions/new", "languages/new", "websites/new", "visibility", "handle", "cover" })
        {
            await page.GotoAsync($"/settings/profile/{section}");
            await page.IsSound();
        }
        foreach (var path in new[] { "/", "/members", $"/@{anna.Handle}/cv" })
        {
            await page.GotoAsync(path);
            await page.IsSound();
        }
        var visitor = await browsers.Open(server, screen);
        foreach (var path in new[] { "/", $"/@{anna.Handle}" })
        {
            await visitor.GotoAsync(path);
            await visitor.IsSound();
        }
    }

    private static async Task AddPosition(IPage page, string title, string from, string to)
    {
        var chip = page.Locator("a.chip[data-turbo-frame=positions]");
        if (await chip.CountAsync() > 0) await chip.ClickAsync();
        else
        {
            await page.Locator("#positions").GetByLabel("Bearbeiten: Stationen").ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Station hinzufügen" }).ClickAsync();
        }
        var form = page.Locator("#positions form");
        await form.Locator("input[name=title]").FillAsync(title);
        await form.Locator("input[name=firm]").FillAsync("Drahtwerk Altena");
        await form.Locator("input[name=from]").FillAsync(from);
        await form.Locator("input[name=to]").FillAsync(to);
        await form.Locator(".btn-primary").ClickAsync();
        await Expect(page.Locator("#positions h3").First).ToBeVisibleAsync();
    }
}
