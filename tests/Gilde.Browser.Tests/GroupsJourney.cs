using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class GroupsJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task From_founding_a_group_over_an_invitation_and_its_rules_to_leaving_it(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, ben) = (await server.Member("Anna Berger", Gilde.Web.Web.Language.German), await server.Member("Ben Kontakt", Gilde.Web.Web.Language.German));
        var name = $"Ziehsteine {anna.Id}";
        var page = await browsers.Open(server, screen, anna);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };

        await page.GotoAsync("/");
        await page.Locator(".mainnav").GetByRole(AriaRole.Link, new() { Name = "Gruppen" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Gruppen");
        await IsSound(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Gruppe gründen" }).First.ClickAsync();
        await page.Arrives("**/groups/new");
        await IsSound(page);
        await page.FillAsync("input[name=name]", name);
        await page.FillAsync("input[name=summary]", "Standzeiten, Polieren, Nacharbeit");
        await page.Locator("input[name=kind][value=closed]").CheckAsync();
        await page.FillAsync("textarea[name=rules]", "Keine Werbung.");
        await page.FillAsync("textarea[name=welcome]", "Schön, dass Sie da sind.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gruppe gründen" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await IsSound(page);

        await page.Locator(".group-acts").GetByRole(AriaRole.Link, new() { Name = "Einladen" }).ClickAsync();
        await page.Arrives("**/invite");
        await page.GotoAsync($"/groups/ziehsteine-{anna.Id}/invite?with={ben.Handle}");
        await IsSound(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Einladen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Eingeladen.");

        var other = await browsers.Open(server, screen, ben, scheme: ColorScheme.Dark);
        await other.GotoAsync("/groups");
        await IsSound(other);
        await other.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await other.Arrives($"**/groups/ziehsteine-{anna.Id}");
        await Assertions.Expect(other.GetByText("Anna Berger lädt Sie ein.")).ToBeVisibleAsync();
        await IsSound(other);
        await other.Locator("input[name=rules]").CheckAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Annehmen" }).ClickAsync();
        await Assertions.Expect(other.GetByText("Schön, dass Sie da sind.")).ToBeVisibleAsync();
        await IsSound(other);
        await other.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "Mitglieder" }).ClickAsync();
        await Assertions.Expect(other.Locator(".person-name a")).ToHaveCountAsync(2);
        await IsSound(other);
        await other.GotoAsync($"{other.Url.Replace("/members", "")}/leave");
        await IsSound(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Gruppe verlassen" }).ClickAsync();
        await Assertions.Expect(other.Locator(".toast")).ToContainTextAsync("Sie haben die Gruppe verlassen.");

        foreach (var path in new[] { "", "/about", "/queue", "/figures", "/settings", "/requests", "/files", "/links", "/leave" })
        {
            await page.GotoAsync($"/groups/ziehsteine-{anna.Id}{path}");
            await IsSound(page);
        }
        Assert.Empty(errors);
    }

    [Theory, BothScreens]
    public async Task A_file_goes_up_and_comes_down(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Gilde.Web.Web.Language.German);
        var page = await browsers.Open(server, screen, anna);
        var path = await anna.Client.SubmitOk("/groups", ("name", $"Ablage {anna.Id}"), ("summary", "Dateien"), ("kind", "open"));
        await page.GotoAsync(path + "/files");
        await page.SetInputFilesAsync("input[name=file]", new FilePayload { Name = "Drahttabelle.txt", MimeType = "text/plain", Buffer = "1,0 mm"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".file-name")).ToHaveTextAsync("Drahttabelle.txt");
        await IsSound(page);
        await page.Locator(".file-name").ClickAsync();
        await page.Arrives("**/files/*");
        await IsSound(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Herunterladen", Exact = true }).ClickAsync());
        Assert.Equal("Drahttabelle.txt", download.SuggestedFilename);
        Assert.Equal("1,0 mm", await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [Theory, BothScreens]
    public async Task The_search_is_a_step_away_on_every_screen(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await browsers.Open(server, screen, await server.Member("Anna Berger", Gilde.Web.Web.Language.German));
        await page.GotoAsync("/contacts");
        if (screen == Screen.Phone) await page.Locator(".topbar").GetByRole(AriaRole.Link, new() { Name = "Suchen" }).ClickAsync();
        else await page.Locator(".topsearch input").PressAsync("Enter");
        await page.Arrives("**/search**");
    }

    /// <summary>Once Turbo has put the page in its place.</summary>
    private static async Task IsSound(IPage page)
    {
        await Assertions.Expect(page.Locator("html:not([aria-busy])")).ToHaveCountAsync(1);
        await page.IsSound();
    }
}
