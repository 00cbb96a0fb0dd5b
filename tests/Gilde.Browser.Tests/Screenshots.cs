using Gilde.Web.Data;
using Gilde.Web.Demo;
using Gilde.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>
/// Not a test: docs/screenshots runs it to take pictures of the demo network's pages, on a phone and a desktop, light and dark, German and
/// English, into the folder GILDE_SCREENSHOTS. GILDE_PAGES narrows it to some pages.
/// </summary>
public class Screenshots(Browsers browsers)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GILDE_SCREENSHOTS");
    private static readonly string[]? Wanted = Environment.GetEnvironmentVariable("GILDE_PAGES")?.Split(',');
    private static readonly string[] Looks = (Environment.GetEnvironmentVariable("GILDE_LOOKS") ?? "desktop-light-de,phone-dark-de,desktop-dark-en,phone-light-en").Split(',');

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var folder = Path.GetFullPath(Folder ?? throw new InvalidOperationException("Set GILDE_SCREENSHOTS to a folder, or run docs/screenshots."));
        Directory.CreateDirectory(folder);
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using (var db = DataSetup.Open(settings)) await new FillDemo(db, new MicrosecondClock()).Execute(new Progress<Gilde.Web.CommandLine.Advance>());
        await using var server = await GildeServer.Start(settings, setUp: false);
        foreach (var look in Looks)
        {
            var (screen, scheme, language) = Parse(look);
            var visitor = await browsers.Open(server, screen, language: language, scheme: scheme);
            await Shoot(visitor, folder, look, [("front", "/"), ("signin", "/signin"), ("signup", "/signup")]);
            var member = await browsers.Open(server, screen, language: language, scheme: scheme);
            await member.SignIn(FillDemo.MemberEmail, FillDemo.Password);
            await Shoot(member, folder, look, await PagesOf(member));
            var boss = await browsers.Open(server, screen, language: language, scheme: scheme);
            await boss.SignIn(FillDemo.OperatorEmail, FillDemo.Password);
            await Shoot(boss, folder, look, [("admin", "/admin"), ("admin-members", "/admin/members"), ("admin-jobs", "/admin/jobs"), ("admin-settings", "/admin/settings"), ("admin-reports", "/admin/reports"), ("admin-held", "/admin/held")]);
        }
    }

    private static async Task<List<(string Name, string Path)>> PagesOf(IPage page)
    {
        var own = await First(page, "/", "a[href^='/@']");
        var kept = await First(page, "/contacts", "main .person a[href^='/contacts/']");
        var contact = await First(page, kept, "main a[href^='/@']");
        var post = await First(page, "/", "main a[href^='/posts/']:not([href*='new']):not([href*='#'])");
        var talk = await First(page, "/messages", "a[href^='/messages/']:not([href*='new']):not([href*='search'])");
        var far = await First(page, "/introductions", "main a[href^='/@']");
        var waiting = await First(page, "/introductions/waiting", "main a[href^='/introductions/']");
        var sent = await First(page, "/introductions/requests", "main a[href^='/introductions/']");
        var passed = await First(page, "/introductions/passed", "main a[href^='/introductions/']");
        var ask = await First(page, "/introductions/to/" + far[2..], "main a[href^='/introductions/ask']");
        return
        [
            ("home", "/"), ("own-profile", own), ("profile", contact), ("contacts", "/contacts"), ("contact", kept), ("requests", "/contacts/requests"), ("card", "/card"),
            ("messages", "/messages"), ("conversation", talk), ("messages-new", "/messages/new"), ("messages-search", "/messages/search?q=Draht"), ("settings-notifications", "/settings/notifications"), ("search", "/search?q=Ziehsteine"), ("introductions", "/introductions"), ("introduction", waiting), ("introduction-sent", sent), ("introduction-passed", passed), ("introduction-ask", ask),
            ("introductions-requests", "/introductions/requests"), ("introductions-waiting", "/introductions/waiting"), ("introductions-passed", "/introductions/passed"), ("introductions-settings", "/settings/introductions"),
            ("reach", "/introductions/to/" + far[2..]), ("reach-any", "/introductions/any?q=Ziehsteine"), ("far-profile", far), ("mutual", "/introductions/mutual/" + far[2..]), ("members", "/members"), ("map", "/introductions/map"), ("map-circle", "/introductions/map?circle=1"), ("welcome", "/welcome"), ("cv", contact + "/cv"),
            ("groups", "/groups"), ("group", "/groups/draht-und-kabel"), ("group-members", "/groups/draht-und-kabel/members"), ("group-files", "/groups/draht-und-kabel/files"), ("group-about", "/groups/draht-und-kabel/about"), ("group-invite", "/groups/draht-und-kabel/invite"), ("group-requests", "/groups/draht-und-kabel/requests"), ("group-queue", "/groups/draht-und-kabel/queue"), ("group-links", "/groups/draht-und-kabel/links"), ("group-new", "/groups/new"), ("group-ask", "/groups/arbeitskreis-normen"),
            ("settings", "/settings"), ("settings-account", "/settings/account"), ("settings-security", "/settings/security"), ("settings-card", "/settings/card"),
            ("settings-contacts", "/settings/contacts"), ("settings-import", "/settings/import"), ("edit-about", "/settings/profile/about"), ("edit-positions", "/settings/profile/positions"), ("invite", "/invite"), ("addressbook", "/contacts/addressbook"), ("post", post), ("post-new", "/posts/new"), ("tag", "/tags/drahtziehen"), ("posts-of", contact + "/posts"), ("bookmarks", "/bookmarks"), ("following", "/following"), ("missing", "/nirgends"),
        ];
    }

    private static async Task<string> First(IPage page, string path, string selector)
    {
        await page.GotoAsync(path);
        return await page.Locator(selector).First.GetAttributeAsync("href") ?? path;
    }

    private static async Task Shoot(IPage page, string folder, string look, IEnumerable<(string Name, string Path)> pages)
    {
        foreach (var (name, path) in pages.Where(p => Wanted is null || Wanted.Contains(p.Name)))
        {
            // The members of the invented network speak German; the look decides here.
            await page.GotoAsync($"{path}{(path.Contains('?') ? '&' : '?')}lang={look[^2..]}");
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{look}.png"), Animations = ScreenshotAnimations.Disabled, FullPage = Wanted is null });
        }
    }

    private static (Screen, ColorScheme, string) Parse(string look)
    {
        var parts = look.Split('-');
        return (parts[0] == "phone" ? Screen.Phone : Screen.Desktop, parts[1] == "dark" ? ColorScheme.Dark : ColorScheme.Light, parts[2] == "de" ? "de-DE" : "en-GB");
    }
}
