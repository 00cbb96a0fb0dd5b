using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;
using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Mail;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>
/// Every page of joining, signing in, settings and administration in every state it has: errors, dead links, second factor, empty lists. Those that
/// stand behind a token or a mistake are reached by no list of routes.
/// </summary>
public class AccountPagesJourney(Browsers browsers)
{
    [Theory]
    [InlineData("desktop-light-de")]
    [InlineData("phone-dark-en")]
    public async Task Every_state_of_every_page_is_sound(string look)
    {
        var pictures = new Pictures(look);
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite, setUp: false);
        var boss = await Open(server, pictures);
        await SetUp(boss, pictures);
        var page = await Open(server, pictures);
        await Join(page, server, pictures);
        await Welcome(page, pictures);
        await Settings(page, server, pictures);
        await SecondFactor(page, server, pictures);
        await Recover(page, server, pictures);
        await Administration(boss, server, pictures);
        await Doors(boss, server, pictures);
    }

    private Task<IPage> Open(GildeServer server, Pictures pictures) => browsers.Open(server, pictures.Screen, language: pictures.Locale, scheme: pictures.Scheme);

    private static async Task SetUp(IPage page, Pictures pictures)
    {
        await page.GotoAsync("/setup");
        await pictures.Take(page, "setup");
        await Submit(page, ("name", "Olga"), ("email", "olga"), ("password", "kurz"));
        await pictures.Take(page, "setup-errors");
        await Submit(page, ("name", "Olga Betreiberin"), ("email", "olga@example.org"), ("password", Person.GoodPassword), ("network", "Drahtnetz"), ("trade", "Draht und Rohr"), ("imprint", "Verband Drahtnetz e. V.\nAltena"));
        await page.Arrives("**/admin");
        await pictures.Take(page, "admin-first");
    }

    private async Task Join(IPage page, GildeServer server, Pictures pictures)
    {
        await See(page, pictures, ("front", "/"), ("signup", "/signup"));
        await Submit(page, ("name", "x"), ("email", "nirgends"), ("password", "kurz"));
        await pictures.Take(page, "signup-errors");
        await SignUp(page, "joerg@example.org");
        await pictures.Take(page, "signup-mailbox");
        var link = (await server.MailTo("joerg@example.org")).Link("/confirm/");
        var other = await Open(server, pictures);
        await other.GotoAsync(link);
        await pictures.Take(other, "confirm-elsewhere");
        await Submit(other, ("password", "geraten"));
        await pictures.Take(other, "confirm-wrong-password");
        await page.GotoAsync(link);
        await pictures.Take(page, "confirm");
        await page.Locator("main form button").First.ClickAsync();
        await page.Arrives("**/welcome");
        await other.GotoAsync(link);
        await pictures.Take(other, "dead-link");
    }

    private static async Task Welcome(IPage page, Pictures pictures)
    {
        await pictures.Take(page, "welcome-line");
        await Submit(page, ("headline", " "));
        await pictures.Take(page, "welcome-line-error");
        await Submit(page, ("headline", "Meister im Drahtzug"));
        foreach (var step in new[] { "picture", "contacts", "people" })
        {
            await Assertions.Expect(page.Locator($"#{step}.is-current")).ToBeVisibleAsync();
            await pictures.Take(page, "welcome-" + step);
            await page.Locator($"#{step} button[formaction]").ClickAsync();
        }
        await Assertions.Expect(page.Locator(".is-current")).ToHaveCountAsync(0);
        await pictures.Take(page, "welcome-done");
        await page.GotoAsync("/");
        await pictures.Take(page, "home-new");
    }

    private static async Task Settings(IPage page, GildeServer server, Pictures pictures)
    {
        await See(page, pictures, ("settings", "/settings"), ("account", "/settings/account"));
        foreach (var summary in await page.Locator("details.unfold summary").AllAsync()) await summary.ClickAsync();
        await Submit(page.Locator("main #email form"), page, ("email", "nirgends"), ("password", "geraten"));
        await pictures.Take(page, "account-errors");
        await Submit(page.Locator("main #email form"), page, ("email", "joerg.neu@example.org"), ("password", Person.GoodPassword));
        await page.Arrives("**/settings/account/mailbox");
        await pictures.Take(page, "address-mailbox");
        await page.GotoAsync((await server.MailTo("joerg.neu@example.org")).Link("/account/address/"));
        await pictures.Take(page, "address-confirm");
        await page.Locator("main form button").First.ClickAsync();
        await page.Arrives("**/account/address-changed");
        await pictures.Take(page, "address-changed");
        await page.GotoAsync((await Eventually.Get(() => Task.FromResult(server.MailsTo("joerg@example.org").FirstOrDefault(m => m.Text.Contains("/account/undo-address/"))), "mail to the old address")).Link("/account/undo-address/"));
        await pictures.Take(page, "address-undo");
        await See(page, pictures, ("activity", "/settings/activity"), ("notifications", "/settings/notifications"), ("blocks", "/settings/blocks"), ("export", "/settings/export"), ("delete", "/settings/delete"), ("invite", "/invite"));
        await Submit(page.Locator("main form[action='/invite']"), page, ("email", "freundin@example.org"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("freundin@example.org");
        await pictures.Take(page, "invite-sent");
    }

    private static async Task SecondFactor(IPage page, GildeServer server, Pictures pictures)
    {
        await See(page, pictures, ("security", "/settings/security"));
        await page.Locator("main form[action='/settings/security/app'] input[name=password]").EvaluateAsync("i => { const d = i.closest('details'); if (d) d.open = true; }");
        await Submit(page.Locator("main form[action='/settings/security/app']"), page, ("password", "geraten"));
        await pictures.Take(page, "security-wrong-password");
        await Submit(page.Locator("main form[action='/settings/security/app']"), page, ("password", Person.GoodPassword));
        await page.Arrives("**/settings/security/app");
        await pictures.Take(page, "authenticator");
        var secret = (await page.Locator(".secret").TextContentAsync())!.Replace(" ", "");
        await Submit(page.Locator("main form[action='/settings/security/app/confirm']"), page, ("code", "000000"));
        await pictures.Take(page, "authenticator-wrong");
        await Submit(page.Locator("main form[action='/settings/security/app/confirm']"), page, ("code", Totp.Code(secret, Totp.StepAt(server.Clock.GetCurrentInstant()))));
        await Assertions.Expect(page.Locator(".codes")).ToBeVisibleAsync();
        await pictures.Take(page, "recovery-codes");
        await See(page, pictures, ("security-on", "/settings/security"));
        await SignOut(page);
        await page.GotoAsync("/signin");
        await pictures.Take(page, "signin");
        await Submit(page, ("email", "joerg.neu@example.org"), ("password", "geraten"));
        await Assertions.Expect(page.Locator("[role=alert]").First).ToBeVisibleAsync();
        await pictures.Take(page, "signin-wrong");
        await Submit(page, ("email", "joerg.neu@example.org"), ("password", Person.GoodPassword));
        await page.Arrives("**/signin/code*");
        await pictures.Take(page, "code");
        await Submit(page, ("code", "000000"));
        await Assertions.Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await pictures.Take(page, "code-wrong");
    }

    private static async Task Recover(IPage page, GildeServer server, Pictures pictures)
    {
        await See(page, pictures, ("recover", "/recover"));
        await Submit(page, ("email", "nirgends"));
        await pictures.Take(page, "recover-error");
        await Submit(page, ("email", "joerg.neu@example.org"));
        await page.Arrives("**/recover/mailbox");
        await pictures.Take(page, "recover-mailbox");
        await page.GotoAsync((await Eventually.Get(() => Task.FromResult(server.MailsTo("joerg.neu@example.org").FirstOrDefault(m => m.Text.Contains("/recover/"))), "mail to recover")).Link("/recover/"));
        await pictures.Take(page, "new-password");
        await Submit(page, ("password", "kurz"));
        await pictures.Take(page, "new-password-weak");
    }

    private static async Task Administration(IPage boss, GildeServer server, Pictures pictures)
    {
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.Add(new Job { Kind = "mail", Payload = """{"To":"anna@example.org","Subject":"Neue Nachricht","Text":"x"}""", CreatedAt = now, DueAt = now, Attempts = 8, ParkedAt = now, LastError = "mail:user, mail:password: mail.example.org:587 did not take the login (5.7.8 Authentication credentials invalid)" });
            await db.SaveChangesAsync();
        });
        await See(boss, pictures, ("admin", "/admin"), ("admin-members", "/admin/members"), ("admin-members-none", "/admin/members?q=xyzxyz"), ("admin-jobs", "/admin/jobs"), ("admin-reports", "/admin/reports"), ("admin-held", "/admin/held"), ("admin-audit", "/admin/audit"));
        await boss.GotoAsync("/admin/members?q=Jörg");
        await boss.Locator("main a[href^='/admin/members/']").First.ClickAsync();
        await boss.Arrives("**/admin/members/*");
        await pictures.Take(boss, "admin-member");
        await Submit(boss.Locator("main form[action$='/suspend']"), boss, ("reason", "Werbung trotz Ermahnung"));
        await Assertions.Expect(boss.Locator("main form[action$='/restore']")).ToBeVisibleAsync();
        await pictures.Take(boss, "admin-member-suspended");
    }

    private async Task Doors(IPage boss, GildeServer server, Pictures pictures)
    {
        await boss.GotoAsync("/admin/settings");
        await boss.CheckAsync("input[name=signup][value=approval]");
        await pictures.Take(boss, "admin-settings");
        await Submit(boss.Locator("main form[action='/admin/settings']"), boss);
        await boss.Arrives("**/admin/settings?done");
        var page = await Open(server, pictures);
        await page.GotoAsync("/signup");
        await pictures.Take(page, "signup-approval");
        await SignUp(page, "wartet@example.org", "Wanda Wartet");
        await page.GotoAsync((await server.MailTo("wartet@example.org")).Link("/confirm/"));
        await page.Locator("main form button").First.ClickAsync();
        await page.Arrives("**/signup/waiting");
        await pictures.Take(page, "waiting");
        await page.GotoAsync("/signin");
        await Submit(page, ("email", "wartet@example.org"), ("password", Person.GoodPassword));
        await Assertions.Expect(page.Locator(".empty h1")).ToBeVisibleAsync();
        await pictures.Take(page, "kept-out");
        await See(boss, pictures, ("admin-waiting", "/admin"), ("admin-members-waiting", "/admin/members?show=waiting"));
        await boss.GotoAsync("/admin/settings");
        await boss.CheckAsync("input[name=signup][value=invitation]");
        await Submit(boss.Locator("main form[action='/admin/settings']"), boss);
        await boss.Arrives("**/admin/settings?done");
        await See(page, pictures, ("invitation-needed", "/signup"), ("privacy", "/privacy"), ("missing", "/nirgends"));
    }

    private static async Task See(IPage page, Pictures pictures, params (string Name, string Path)[] pages)
    {
        foreach (var (name, path) in pages)
        {
            await page.GotoAsync(path);
            await pictures.Take(page, name);
        }
    }

    private static async Task SignUp(IPage page, string email, string name = "Jörg Müßiggang")
    {
        await page.CheckAsync("input[name=sixteen]");
        await page.CheckAsync("input[name=terms]");
        await Submit(page, ("name", name), ("email", email), ("password", Person.GoodPassword));
        await page.Arrives("**/signup/mailbox");
    }

    private static async Task SignOut(IPage page)
    {
        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("form[action='/signout'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToHaveCountAsync(0);
    }

    private static Task Submit(IPage page, params (string Name, string Value)[] fields) => Submit(page.Locator("main form").First, page, fields);

    /// <summary>Fills in a form and sends it, past what the browser itself would object to, until the answer is there.</summary>
    private static async Task Submit(ILocator form, IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await form.Locator($"[name={name}]").First.FillAsync(value);
        await form.EvaluateAsync("f => { f.noValidate = true; document.body.dataset.before = '1'; }");
        await form.Locator("button.btn-primary, button.btn-danger").First.EvaluateAsync("b => b.click()");
        await Assertions.Expect(page.Locator("body[data-before]")).ToHaveCountAsync(0);
    }
}
