using Gilde.Web.Accounts;
using Gilde.Web.Moderation;
using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Mail;
using Gilde.Web.Tests.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>A post is reported from within and from outside, decided by keyboard, appealed against by a letter's link, and comes back; on a phone and a desktop.</summary>
public class ModerationJourney(Browsers browsers)
{
    [Theory]
    [InlineData(Screen.Desktop, "de-DE", ColorScheme.Light)]
    [InlineData(Screen.Phone, "de-DE", ColorScheme.Dark)]
    [InlineData(Screen.Phone, "en-GB", ColorScheme.Light)]
    public async Task A_post_is_reported_hidden_appealed_and_shown_again(Screen screen, string language, ColorScheme scheme)
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        var pictures = new Pictures($"{(screen == Screen.Phone ? "phone" : "desktop")}-{(scheme == ColorScheme.Dark ? "dark" : "light")}-{language[..2]}");
        var speaks = language.StartsWith("de", StringComparison.Ordinal) ? Gilde.Web.Web.Language.German : Gilde.Web.Web.Language.English;
        var (anna, bert) = (await server.Member("Anna Berger", speaks), await server.Member("Bert Conrad", speaks));
        var (mona, nils) = (await server.Member("Mona Richter", speaks, MemberRole.Moderator), await server.Member("Nils Recht", speaks, MemberRole.Operator));
        var post = await server.Post(anna, "## Achtung bei Drahtzug Nord\n\nDie **zahlen nicht**. Der Chef ist ein Betrüger, das sage ich jedem.", Gilde.Web.Posts.PostAudience.Everyone);
        var other = await server.Post(bert, "Jetzt zuschlagen: Ziehsteine mit 70 % Rabatt, nur heute!");
        await server.Reported(anna, CaseKind.Post, other, "advertising");

        var reporter = await browsers.Open(server, screen, bert, language, scheme: scheme);
        await reporter.GotoAsync($"/report/post/{post}");
        await pictures.Take(reporter, "report");
        await reporter.CheckAsync("input[value=insult]");
        await reporter.FillAsync("textarea", "Das ist üble Nachrede gegen eine Person, die man leicht erkennt.");
        await reporter.ClickAsync("main form .btn-primary");
        await Eventually.Is(() => server.Db(db => db.Reports.AnyAsync(r => r.ReporterId == bert.Id)), "the report");
        await reporter.GotoAsync("/settings/decisions");
        await pictures.Take(reporter, "decisions-reporter");

        var visitor = await browsers.Open(server, screen, null, language, scheme: scheme);
        await visitor.GotoAsync($"/report/post/{post}");
        await visitor.ClickAsync("main form .btn-primary");
        await pictures.Take(visitor, "report-outside");
        await visitor.FillAsync("textarea", "§ 187 StGB, Verleumdung");
        await visitor.CheckAsync("input[name=faith]");
        await visitor.ClickAsync("main form .btn-primary");
        await visitor.Arrives("**/report/thanks");
        await pictures.Take(visitor, "report-thanks");

        var moderator = await browsers.Open(server, screen, mona, language, scheme: scheme);
        await moderator.GotoAsync("/admin/reports");
        await pictures.Take(moderator, "queue");
        await moderator.FocusAsync(".case a >> nth=1");
        await moderator.Keyboard.PressAsync("Enter");
        await moderator.Arrives("**/admin/reports/*");
        await pictures.Take(moderator, "case");
        await moderator.CheckAsync("input[value=hidden]");
        await moderator.ClickAsync("#decide .btn-primary");
        await Assertions.Expect(moderator.Locator("#f-reference-error")).ToBeVisibleAsync();
        await pictures.Take(moderator, "case-wrong");
        await moderator.FillAsync("#f-reference", "Regel 2: kein Angriff auf Personen");
        await moderator.FillAsync("#f-facts", "Der Beitrag nennt einen Menschen Betrüger, ohne dass ein Gericht das festgestellt hat.");
        await moderator.ClickAsync("#decide .btn-primary");
        await moderator.Arrives("**/admin/reports");

        var author = await browsers.Open(server, screen, null, language, scheme: scheme);
        await author.GotoAsync((await server.MailTo(anna.Email, speaks == Gilde.Web.Web.Language.German ? "verborgen" : "hidden")).Link("/decisions/"));
        await pictures.Take(author, "decision");
        await author.FillAsync("#f-text", "Das Urteil liegt bei, Aktenzeichen 3 Ls 12/26.");
        await author.ClickAsync("#appeal .btn-primary");
        await Assertions.Expect(author.Locator("#appeal blockquote")).ToBeVisibleAsync();

        var second = await browsers.Open(server, screen, nils, language, scheme: scheme);
        await second.GotoAsync("/admin/reports?show=appealed");
        await second.ClickAsync(".case a");
        await second.Arrives("**/admin/reports/*");
        await pictures.Take(second, "case-appealed");
        await second.CheckAsync(".appeal input[value=reversed]");
        await second.FillAsync(".appeal textarea", "Das Urteil liegt vor; die Aussage ist belegt.");
        await second.ClickAsync(".appeal .btn-primary");
        await second.Arrives("**/admin/reports?show=appealed");
        await author.ReloadAsync();
        await pictures.Take(author, "decision-answered");
        Assert.True(await server.Sees(bert, post));
        await second.GotoAsync("/admin/transparency");
        await pictures.Take(second, "transparency");
    }
}
