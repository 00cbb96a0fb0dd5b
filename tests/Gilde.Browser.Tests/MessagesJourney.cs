using Gilde.Web.Contacts;
using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class MessagesJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task Two_windows_talk_live(Screen screen)
    {
        var (server, anna, bert) = await Cast();
        var hers = await browsers.Open(server, screen, anna);
        var his = await browsers.Open(server, Screen.Desktop, bert);
        await hers.GotoAsync($"/messages/new?to={bert.Handle}");
        await hers.FillAsync("textarea", "Guten Tag, Herr Conrad");
        await hers.ClickAsync("main form .btn-primary");
        await Assertions.Expect(hers.Locator(".bubble-own")).ToHaveCountAsync(1);
        await hers.IsSound();

        await his.GotoAsync("/contacts");
        await Assertions.Expect(his.Locator("#count-messages-square")).ToHaveTextAsync("1");
        await his.GotoAsync("/messages");
        await his.ClickAsync(".conversation");
        await Assertions.Expect(his.Locator(".bubble")).ToContainTextAsync("Guten Tag, Herr Conrad");
        await his.IsSound();

        await Fits(his);
        await Write(hers, "Haben Sie das Datenblatt?");
        await Fits(hers);
        await Assertions.Expect(his.Locator(".bubble").Last).ToContainTextAsync("Datenblatt");
        await Write(his, "Ja, **gern**");
        await Assertions.Expect(hers.Locator(".bubble:not(.bubble-own) strong")).ToHaveTextAsync("gern");
        await Assertions.Expect(hers.Locator(".bubble-own").Last.Locator("use[href$='check-check']")).ToHaveCountAsync(1);
        await Assertions.Expect(hers.Locator(".bubble-own")).ToHaveCountAsync(2);
        await Assertions.Expect(his.Locator(".conversation")).ToHaveCountAsync(1);
        await Assertions.Expect(hers.Locator(".composer textarea")).ToHaveValueAsync("");
    }

    [Theory, BothScreens]
    public async Task It_works_without_javascript(Screen screen)
    {
        var (server, anna, bert) = await Cast();
        var page = await browsers.Open(server, screen, anna, script: false);
        await page.GotoAsync("/messages");
        await page.ClickAsync(".pane-list a[href='/messages/new']");
        await page.ClickAsync($"main a[href$='{bert.Handle}']");
        await page.FillAsync("textarea", "Ohne Skript geschrieben");
        await page.ClickAsync("main form .btn-primary");
        await page.FillAsync(".composer textarea", "Und noch einmal");
        await page.ClickAsync(".composer .btn-primary");
        await Assertions.Expect(page.Locator(".bubble-own")).ToHaveCountAsync(2);
    }

    [Theory, BothScreens]
    public async Task A_stranger_writes_once_and_the_receiver_decides(Screen screen)
    {
        var (server, _, bert) = await Cast();
        var stranger = await server.Member("Fritz Fremd", Gilde.Web.Web.Language.German);
        var his = await browsers.Open(server, screen, stranger);
        await his.GotoAsync($"/messages/new?to={bert.Handle}");
        await his.IsSound();
        await his.FillAsync("[name=reason]", "Ihr Vortrag in Altena");
        await his.FillAsync("[name=text]", "Sie sprachen über Ziehsteine. Darf ich dazu etwas fragen?");
        await his.ClickAsync("main form .btn-primary");
        await Assertions.Expect(his.Locator(".thread-closed")).ToBeVisibleAsync();
        await Assertions.Expect(his.Locator(".composer")).ToHaveCountAsync(0);

        var berts = await browsers.Open(server, screen, bert);
        await berts.GotoAsync("/messages");
        await berts.ClickAsync(".conversation:has-text('Fritz Fremd')");
        await Assertions.Expect(berts.Locator(".stranger-notice")).ToBeVisibleAsync();
        await berts.IsSound();
        await berts.ClickAsync(".stranger-notice a[href^='/report/']");
        await Assertions.Expect(berts.Locator("main h1")).ToHaveTextAsync("Nachricht melden");
        await berts.IsSound();
        await berts.GoBackAsync();
        await Write(berts, "Gern, fragen Sie.");
        await Assertions.Expect(his.Locator(".bubble").Last).ToContainTextAsync("Gern, fragen Sie.");
    }

    /// <summary>What is cut off at the pane's edge makes no scroll bar, so it is measured.</summary>
    private static async Task Fits(IPage page)
    {
        foreach (var part in new[] { ".pane-thread .pane-head", ".thread", ".composer", ".composer .btn-primary", ".pane-thread .pane-head .menu" })
        {
            var box = (await page.Locator(part).First.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= page.ViewportSize!.Width, $"{part} ends at {box.X + box.Width} of {page.ViewportSize!.Width}");
        }
    }

    private static async Task Write(IPage page, string text)
    {
        await page.FillAsync(".composer textarea", text);
        await page.PressAsync(".composer textarea", "Control+Enter");
        await Assertions.Expect(page.Locator(".bubble-own").Last).ToBeVisibleAsync();
    }

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Cast()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, bert) = (await server.Member("Anna Berger", Gilde.Web.Web.Language.German), await server.Member("Bert Conrad", Gilde.Web.Web.Language.German));
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            foreach (var member in db.Members.Where(m => m.Id == anna.Id || m.Id == bert.Id)) member.Headline = "Vertriebsleiterin Deutschland Süd bei einer Stahlhandelsgesellschaft, Schwerpunkt nichtrostender Walzdraht";
            db.AddRange(new Contact(anna.Id, bert.Id, now), new Contact(bert.Id, anna.Id, now));
            await db.SaveChangesAsync();
        });
        return (server, anna, bert);
    }
}
