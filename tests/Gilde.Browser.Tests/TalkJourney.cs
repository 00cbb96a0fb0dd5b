using System.Text.RegularExpressions;
using Gilde.Web.Contacts;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>What hangs on a post, by two people at once: comments, answers, reactions, votes; and writing one.</summary>
public class TalkJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task Two_windows_comment_answer_and_react(Screen screen)
    {
        var (server, anna, bert) = await Cast();
        var post = await Post(server, anna, "Welche Ziehsteine nehmen Sie für **Federdraht**?");
        var (hers, his) = (await browsers.Open(server, screen, anna), await browsers.Open(server, Screen.Desktop, bert));
        await hers.GotoAsync($"/posts/{post}");
        await his.GotoAsync($"/posts/{post}");
        await hers.IsSound();

        await Comment(his, "Hartmetall, aber nur bis **2 mm**.");
        await Assertions.Expect(his.Locator(".comment")).ToHaveCountAsync(1);
        await Assertions.Expect(his.Locator("[id^=comment-count]")).ToHaveTextAsync("1 Kommentar");
        await Assertions.Expect(his.Locator(".talk-form textarea")).ToHaveValueAsync("");
        // Announced, and not pushed under the reader's eyes.
        await Assertions.Expect(hers.Locator(".arrivals a")).ToHaveTextAsync("1 neuer Kommentar");
        await Assertions.Expect(hers.Locator(".comment")).ToHaveCountAsync(0);
        await Comment(his, "Darüber Diamant.");
        await Assertions.Expect(hers.Locator(".arrivals a")).ToHaveTextAsync("2 neue Kommentare");
        await hers.ClickAsync(".arrivals a");
        await Assertions.Expect(hers.Locator(".comment")).ToHaveCountAsync(2);
        await Assertions.Expect(hers.Locator(".arrivals a")).ToBeHiddenAsync();

        await hers.ClickAsync(".talk-line:first-child .comment-foot a:has-text('Antworten')");
        await hers.FillAsync("turbo-frame[id^=answer-] textarea", "Und beim Schmieren?");
        await hers.IsSound();
        await hers.ClickAsync("turbo-frame[id^=answer-] .btn-primary");
        await Assertions.Expect(hers.Locator(".talk-line:first-child .answers-list .comment")).ToHaveCountAsync(1);
        await Assertions.Expect(hers.Locator("turbo-frame[id^=answer-] textarea")).ToHaveCountAsync(0);
        await Assertions.Expect(his.Locator(".arrivals a")).ToHaveTextAsync("1 neuer Kommentar");

        // Turbo gives the focus back to where it was when something live came in, also if one has just opened a menu.
        await his.EvaluateAsync("document.activeElement.blur()");
        await hers.ClickAsync(".talk-line:first-child > .comment-frame .reactions > form button");
        await Assertions.Expect(his.Locator(".talk-line:first-child > .comment-frame .reaction-counts")).ToContainTextAsync("1");
        await hers.ClickAsync(".talk-line:last-child > .comment-frame .reactions > a.btn-icon");
        await hers.ClickAsync(".reaction-choice button:has-text('Hilfreich')");
        await Assertions.Expect(hers.Locator(".talk-line:last-child > .comment-frame .reactions > form button")).ToHaveTextAsync("Hilfreich");
        await his.ClickAsync(".talk-line:first-child > .comment-frame .comment-head summary");
        await his.ClickAsync(".talk-line:first-child > .comment-frame .comment-head a:has-text('Bearbeiten')");
        await his.FillAsync(".talk-line:first-child > .comment-frame textarea", "Hartmetall, bis 3 mm.");
        await his.ClickAsync(".talk-line:first-child > .comment-frame .btn-primary");
        await Assertions.Expect(his.Locator(".talk-line:first-child > .comment-frame .prose")).ToHaveTextAsync("Hartmetall, bis 3 mm.");
        await Assertions.Expect(hers.Locator(".talk-line:first-child > .comment-frame .prose")).ToHaveTextAsync("Hartmetall, bis 3 mm.");
        await hers.IsSound();
        await his.IsSound();
    }

    [Theory, BothScreens]
    public async Task A_vote_shows_the_counts_and_others_see_them_move(Screen screen)
    {
        var (server, anna, bert) = await Cast();
        var post = await Post(server, anna, "Kommen Sie zur wire?");
        await server.Db(async db => { db.AddPoll(server.Clock, post, new PollInput(["Ja, die ganze Woche", "Nur einen Tag", "Dieses Jahr nicht"])); await db.SaveChangesAsync(); });
        var (hers, his) = (await browsers.Open(server, screen, anna), await browsers.Open(server, Screen.Desktop, bert));
        await hers.GotoAsync($"/posts/{post}");
        await hers.IsSound();
        // By keyboard alone.
        await hers.FocusAsync(".poll input >> nth=0");
        await hers.Keyboard.PressAsync("ArrowDown");
        await hers.Keyboard.PressAsync("Enter");
        await Assertions.Expect(hers.Locator(".poll-result b").Nth(1)).ToHaveTextAsync("100 %");
        await his.GotoAsync($"/posts/{post}");
        await his.CheckAsync(".poll input >> nth=0");
        await his.ClickAsync(".poll button");
        await Assertions.Expect(his.Locator(".poll-result b").First).ToHaveTextAsync("50 %");
        await Assertions.Expect(hers.Locator(".poll-result b").First).ToHaveTextAsync("50 %");
        await hers.IsSound();
    }

    [Theory, BothScreens]
    public async Task A_post_is_kept_while_it_is_typed_and_goes_out_with_a_poll(Screen screen)
    {
        var (server, anna, _) = await Cast();
        var page = await browsers.Open(server, screen, anna);
        await page.GotoAsync("/posts/new");
        await page.FillAsync("textarea[name=text]", "Ein Anfang, der bleibt");
        await Assertions.Expect(page.Locator("[data-draft-state]")).ToHaveTextAsync(new Regex("^Gespeichert um"));
        await page.IsSound();
        await page.GotoAsync("/drafts");
        await page.IsSound();
        await page.ClickAsync(".draft-name");
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync("Ein Anfang, der bleibt");
        await page.ClickAsync(".poll-fields > summary");
        await page.FillAsync("[name=pollOption] >> nth=0", "Ja");
        await page.FillAsync("[name=pollOption] >> nth=1", "Nein");
        await page.IsSound();
        await page.ClickAsync("main form .btn-primary");
        await page.Arrives(new Regex("/posts/\\d+$"));
        await Assertions.Expect(page.Locator(".poll-option")).ToHaveCountAsync(2);
        await page.GotoAsync("/drafts");
        await Assertions.Expect(page.Locator(".draft-name")).ToHaveCountAsync(0);
    }

    [Theory, BothScreens]
    public async Task It_works_without_javascript(Screen screen)
    {
        var (server, anna, bert) = await Cast();
        var post = await Post(server, anna, "Ohne Skript");
        var page = await browsers.Open(server, screen, bert, script: false);
        await page.GotoAsync($"/posts/{post}");
        await page.FillAsync(".talk-form textarea", "Geht auch so");
        await page.ClickAsync(".talk-form .btn-primary");
        await page.ClickAsync(".comment-foot a:has-text('Antworten')");
        await page.FillAsync(".talk-form textarea", "Auch die Antwort");
        await page.ClickAsync(".talk-form .btn-primary");
        await page.ClickAsync(".comment .reactions > form button >> nth=0");
        await Assertions.Expect(page.Locator(".comment")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".reaction-counts")).ToHaveCountAsync(1);
        await page.GotoAsync("/posts/new");
        await page.FillAsync("textarea[name=text]", "Ein Entwurf");
        await page.ClickAsync("button:has-text('Als Entwurf speichern'):visible >> nth=-1");
        await page.Arrives(new Regex("/drafts/\\d+$"));
    }

    [Theory, InlineData("phone-light-de"), InlineData("desktop-light-de"), InlineData("phone-dark-en"), InlineData("desktop-dark-en")]
    public async Task Every_page_of_talk_is_sound_in_light_and_dark_on_phone_and_desktop(string look)
    {
        var pictures = new Pictures(look);
        var (server, anna, bert) = await Cast();
        var post = await Post(server, anna, "Welche Ziehsteine nehmen Sie für **Federdraht**? Wir haben mit drei Sorten Erfahrung gesammelt und wundern uns über die Standzeit.");
        await server.Db(async db => { db.AddPoll(server.Clock, post, new PollInput(["Hartmetall, weil die Werkstatt ihn selbst nachschleifen kann", "Diamant", "Beides"])); await db.SaveChangesAsync(); });
        var article = await server.Db(async db =>
        {
            var text = "Ein Ziehstein hält länger, wenn drei Dinge stimmen.\n\n# Schmierung\n\n" + string.Concat(Enumerable.Repeat("Seife ist nicht gleich Seife, und die Menge macht es. ", 20)) + "\n\n## Nass oder trocken\n\nBeides geht.\n\n# Winkel\n\nEr entscheidet.\n\n# Pflege\n\nRegelmäßig.";
            var row = new Post { AuthorId = bert.Id, Kind = PostKind.Article, Title = "Wie Ziehsteine länger halten: Erfahrungen aus zwanzig Jahren", Text = text, Audience = PostAudience.Members, PublishedAt = server.Clock.GetCurrentInstant() };
            db.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        });
        var page = await browsers.Open(server, pictures.Screen, anna, pictures.Locale, scheme: pictures.Scheme);
        var lang = pictures.German ? "?lang=de" : "?lang=en";
        await page.GotoAsync($"/posts/{post}{lang}");
        foreach (var words in new[] { "Hartmetall, aber nur bis **2 mm**. Darüber wird es mit der Standzeit schwierig, siehe https://example.org/ziehsteine", "Und wie schmieren Sie?" }) await Comment(page, words);
        await page.ClickAsync(".talk-line:first-child .comment-foot > a");
        await page.FillAsync("turbo-frame[id^=answer-] textarea", "Nass, mit Emulsion. Das kühlt auch.");
        await page.ClickAsync("turbo-frame[id^=answer-] .btn-primary");
        await Assertions.Expect(page.Locator(".answers-list .comment")).ToHaveCountAsync(1);
        await page.ClickAsync(".talk-line:first-child > .comment-frame .reactions > form button");
        await Assertions.Expect(page.Locator(".reaction-counts")).ToHaveCountAsync(1);
        await pictures.Take(page, "thread");
        await page.CheckAsync(".poll input >> nth=1");
        await page.ClickAsync(".poll button");
        await Assertions.Expect(page.Locator(".poll-result")).ToHaveCountAsync(3);
        await pictures.Take(page, "voted");
        await page.ClickAsync(".comment-foot > a >> nth=0");
        await Assertions.Expect(page.Locator("turbo-frame[id^=answer-] textarea")).ToHaveCountAsync(1);
        await pictures.Take(page, "answering");
        await page.GotoAsync($"/posts/{article}{lang}");
        await pictures.Take(page, "article");
        await page.GotoAsync($"/posts/new{lang}");
        await page.EvaluateAsync("document.querySelectorAll('main form details').forEach(details => details.open = true)");
        await page.FillAsync("textarea[name=text]", "Ein Anfang");
        await Assertions.Expect(page.Locator("[data-draft-state]")).ToHaveTextAsync(new Regex("\\d\\d:\\d\\d"));
        await pictures.Take(page, "writing");
        await page.GotoAsync($"/drafts{lang}");
        await pictures.Take(page, "drafts");
        await page.GotoAsync($"/articles/new{lang}");
        await pictures.Take(page, "writing-an-article");
    }

    private static async Task Comment(IPage page, string text)
    {
        await page.FillAsync("turbo-frame[id^=write-] textarea", text);
        await page.ClickAsync("turbo-frame[id^=write-] .btn-primary");
        await Assertions.Expect(page.Locator(".talk-line").Last).ToContainTextAsync(text.Replace("*", ""));
    }

    private static Task<long> Post(GildeServer server, TestMember author, string text) => server.Db(async db =>
    {
        var post = new Post { AuthorId = author.Id, Text = text, Audience = PostAudience.Members, PublishedAt = server.Clock.GetCurrentInstant() };
        db.Add(post);
        await db.SaveChangesAsync();
        return post.Id;
    });

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Cast()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var (anna, bert) = (await server.Member("Anna Berger", Gilde.Web.Web.Language.German), await server.Member("Bert Conrad", Gilde.Web.Web.Language.German));
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.AddRange(new Contact(anna.Id, bert.Id, now), new Contact(bert.Id, anna.Id, now));
            await db.SaveChangesAsync();
        });
        return (server, anna, bert);
    }
}
