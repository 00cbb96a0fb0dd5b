using Gilde.Web.Data;
using Gilde.Web.Events;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

public class NotificationsJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task One_acts_and_the_bell_of_the_other_rings(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, bert) = (await server.Member("Anna Berger", Language.German), await server.Member("Bert Conrad", Language.German));
        var hers = await browsers.Open(server, screen, anna);
        var his = await browsers.Open(server, Screen.Desktop, bert);
        await hers.GotoAsync("/notifications");
        await Assertions.Expect(hers.Locator("main h2")).ToHaveTextAsync("Nichts Neues");
        await hers.IsSound();

        await his.GotoAsync($"/contacts/ask/{anna.Id}");
        await his.FillAsync("[name=reason]", "Wir trafen uns in Altena.");
        await his.ClickAsync("main form .btn-primary");
        await Assertions.Expect(hers.Locator("#count-bell")).ToHaveTextAsync("1");
        await hers.ClickAsync("#notifications-new a");
        await Assertions.Expect(hers.Locator(".notification.is-unread")).ToContainTextAsync("Kontaktanfrage von Bert Conrad");
        await hers.IsSound();
        await hers.ClickAsync(".notification");
        await hers.Arrives("**/contacts/requests");
        await Assertions.Expect(hers.Locator("#count-bell")).ToBeHiddenAsync();

        await Reacts(server, bert, anna);
        await Assertions.Expect(hers.Locator("#count-bell")).ToHaveTextAsync("1");
        await hers.ClickAsync(".bell");
        await Assertions.Expect(hers.Locator(".notification")).ToHaveCountAsync(2);
        await hers.ClickAsync("form[action='/notifications/read'] button");
        await Assertions.Expect(hers.Locator(".notification.is-unread")).ToHaveCountAsync(0);
        await Assertions.Expect(hers.Locator("#count-bell")).ToBeHiddenAsync();
    }

    [Theory, BothScreens]
    public async Task What_one_wants_to_be_told_is_chosen_without_javascript_too(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger", Language.German);
        var page = await browsers.Open(server, screen, anna, scheme: ColorScheme.Dark);
        await page.GotoAsync("/settings/notifications");
        await page.IsSound();
        var plain = await browsers.Open(server, screen, anna, script: false);
        await plain.GotoAsync("/settings/notifications");
        await plain.SelectOptionAsync("#mail-Comments", "Daily");
        await plain.SelectOptionAsync("[name=quietFrom]", "21");
        await plain.SelectOptionAsync("[name=quietUntil]", "7");
        await plain.UncheckAsync("[name=count]", new() { Force = true });
        await plain.ClickAsync("main .btn-primary");
        await Assertions.Expect(plain.Locator(".toast")).ToContainTextAsync("Gespeichert");
        await Assertions.Expect(plain.Locator("#mail-Comments")).ToHaveValueAsync("Daily");
        await Assertions.Expect(plain.Locator("[name=quietFrom]")).ToHaveValueAsync("21");
        await Assertions.Expect(plain.Locator("[name=count]")).Not.ToBeCheckedAsync();
    }

    private static Task Reacts(GildeServer server, TestMember actor, TestMember author) => server.Db(async db =>
    {
        var post = new Post { AuthorId = author.Id, Text = "Wer kennt sich mit Ziehsteinen aus?", Audience = PostAudience.Members, PublishedAt = server.Clock.GetCurrentInstant() };
        db.Add(post);
        await db.SaveChangesAsync();
        db.Add(new Reaction { PostId = post.Id, MemberId = actor.Id, At = post.PublishedAt });
        db.Record(server.Clock, EventKinds.PostReacted, actor.Id, author.Id, post.Id);
        await db.SaveChangesAsync();
    });
}
