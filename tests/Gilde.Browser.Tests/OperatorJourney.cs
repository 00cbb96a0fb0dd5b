using Gilde.Web.Jobs;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Mail;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>The command line and the pages of who runs the network, hand in hand: invited, made operator, put right what failed, kept out.</summary>
public class OperatorJourney(Browsers browsers)
{
    private const string Address = "nora@example.org";

    [Theory, BothScreens]
    public async Task Somebody_is_invited_made_operator_and_looks_after_failed_work(Screen screen)
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        await server.Member("Olga Betreiberin", role: Gilde.Web.Accounts.MemberRole.Operator);
        (await Cli.Run(server.Settings, "member", "invite", Address, "--language", "de")).Succeeded();
        var page = await browsers.Open(server, screen);
        await Join(page, (await server.MailTo(Address)).Link("/signup?invitation="));
        await Assertions.Expect(page.Locator("details.account")).ToBeVisibleAsync();

        Assert.Equal(404, (await page.GotoAsync("/admin/jobs"))!.Status);
        (await Cli.Run(server.Settings, "member", "grant", Address, "operator")).Succeeded();
        await server.Db(async db =>
        {
            db.Add(new Job { Kind = "mail", Payload = "{}", CreatedAt = server.Clock.GetCurrentInstant(), DueAt = server.Clock.GetCurrentInstant(), Attempts = Job.MaxAttempts, LastError = "Das Relay antwortet nicht.", ParkedAt = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        // A running server learns of a new role within seconds.
        await Eventually.Is(async () => (await page.GotoAsync("/admin/jobs"))!.Ok, "the operator's pages open");
        await Assertions.Expect(page.Locator("#failed")).ToContainTextAsync("Das Relay antwortet nicht.");
        await page.IsSound();
        await page.Locator("#failed form[action$='/delete'] button").ClickAsync();
        await page.Locator("dialog[open] .btn-danger, dialog[open] .btn-primary").First.ClickAsync();
        await Assertions.Expect(page.Locator("#failed")).ToHaveCountAsync(0);

        (await Cli.Run(server.Settings, "member", "suspend", Address, "--reason", "Zu Testzwecken")).Succeeded();
        await Eventually.Is(async () => (await page.GotoAsync("/contacts"))!.Status == 401 || page.Url.Contains("/signin", StringComparison.Ordinal), "the session ends");
        await Assertions.Expect(page.Locator("input[name=password]")).ToBeVisibleAsync();
    }

    private static async Task Join(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.IsSound();
        await page.FillAsync("input[name=name]", "Nora Neumann");
        await page.FillAsync("input[name=password]", "vier Kupferdrähte im Regen");
        await page.CheckAsync("input[name=sixteen]");
        await page.CheckAsync("input[name=terms]");
        await page.PressAsync("input[name=password]", "Enter");
        await page.Arrives("**/welcome");
    }
}
