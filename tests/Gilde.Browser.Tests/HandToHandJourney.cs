using Gilde.Web.Tests.Host;
using Gilde.Web.Tests.Introductions;
using Gilde.Web.Tests.Mail;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>A request for an introduction on its way through three and four browsers, each of another member.</summary>
public class HandToHandJourney(Servers servers, Browsers browsers)
{
    private const string Wish = "Wir suchen jemanden, der sich mit Ziehsteinen aus Hartmetall auskennt, und würden gern eine Stunde sprechen.";

    public static TheoryData<string> Looks => new("desktop-light-de", "phone-dark-en", "phone-light-de", "desktop-dark-en");

    [Theory, MemberData(nameof(Looks))]
    public async Task Three_browsers_from_the_question_to_the_thanks(string look)
    {
        var (pictures, server) = (new Pictures(look + "-three"), await servers.On(DatabaseKind.Sqlite));
        var t = Texts.In(Look(look).German ? Language.German : Language.English);
        var (anna, jana, carl) = await Three(server, look);
        var (a, j, c) = (await Open(server, look, anna), await Open(server, look, jana), await Open(server, look, carl));
        await j.GotoAsync("/introductions");
        await pictures.Take(j, "nothing-yet");

        await a.GotoAsync($"/introductions/to/{carl.Handle}");
        await a.Locator(".route-card a.btn").ClickAsync();
        await a.FillAsync("textarea[name=wish]", Wish);
        await pictures.Take(a, "ask");
        await a.ClickAsync("form[action='/introductions'] .btn-primary");
        await Assertions.Expect(a.Locator(".page-head .badge")).ToHaveTextAsync(t["on its way"]);
        await pictures.Take(a, "on-its-way");

        // Without a click of hers it appears on the page that she has open.
        await Assertions.Expect(j.Locator("#introductions-waiting .person-name")).ToContainTextAsync(carl.Name);
        await Assertions.Expect(j.Locator("#count-route")).ToHaveTextAsync("1");
        await pictures.Take(j, "waiting");
        await j.Locator("#introductions-waiting .person-name a").ClickAsync();
        await j.FillAsync("textarea[name=words]", "Mit Anna arbeite ich seit Jahren gern zusammen.");
        await pictures.Take(j, "pass-on");
        await c.GotoAsync("/");
        await j.ClickAsync("#answer .btn-primary");
        await Assertions.Expect(j.Locator(".page-head .badge")).ToHaveTextAsync(t["passed on"]);
        await pictures.Take(j, "passed-on");

        await Assertions.Expect(c.Locator("#count-route")).ToHaveTextAsync("1");
        await c.GotoAsync("/introductions");
        await c.Locator("#introductions-waiting .person-name a").ClickAsync();
        await Assertions.Expect(c.Locator("blockquote")).ToHaveCountAsync(2);
        await pictures.Take(c, "accept");
        await c.FillAsync("textarea[name=words]", "Gern, rufen Sie mich an.");
        await c.ClickAsync("#answer .btn-primary");
        await Assertions.Expect(c.Locator(".thread")).ToContainTextAsync("Gern, rufen Sie mich an.");
        await pictures.Take(c, "conversation");

        await Assertions.Expect(a.Locator(".page-head .badge")).ToHaveTextAsync(t["arrived"]);
        await pictures.Take(a, "arrived");
        await a.ClickAsync("#helpers form button");
        await Assertions.Expect(a.Locator("#helpers form")).ToHaveCountAsync(0);
        await Assertions.Expect(j.Locator("#thanks")).ToBeVisibleAsync();
        await pictures.Take(j, "thanks");
        await a.GotoAsync("/introductions");
        await pictures.Take(a, "list");
        await a.GotoAsync("/settings/introductions");
        await pictures.Take(a, "settings");
    }

    [Theory, BothScreens]
    public async Task Four_browsers_over_somebody_whom_the_requester_does_not_know(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var people = new List<TestMember>();
        foreach (var name in new[] { "Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth" }) people.Add(await server.Member(name, Language.German));
        for (var i = 1; i < people.Count; i++) await server.Connect(people[i - 1], people[i], days: 6);
        await server.Settled();
        // One of the four has no script.
        var pages = new List<IPage>();
        foreach (var person in people) pages.Add(await browsers.Open(server, screen, person, script: person != people[2]));
        var (a, j, f, c) = (pages[0], pages[1], pages[2], pages[3]);
        await a.GotoAsync($"/introductions/to/{people[3].Handle}");
        await a.Locator(".route-card a.btn").ClickAsync();
        await Assertions.Expect(a.Locator(".page-head")).ToContainTextAsync("Über Jana Weber und einen weiteren Kontakt");
        await a.FillAsync("textarea[name=wish]", Wish);
        await a.Locator("textarea[name=wish]").PressAsync("Tab");
        await a.Keyboard.PressAsync("Enter");
        await Assertions.Expect(a.Locator(".page-head .badge")).ToHaveTextAsync("unterwegs");
        var path = new Uri(a.Url).AbsolutePath;

        await j.GotoAsync(path);
        await j.IsSound();
        await j.GetByRole(AriaRole.Button, new() { Name = "An Ferdinand Mitte weitergeben" }).ClickAsync();
        await Assertions.Expect(j.Locator(".page-head .badge")).ToHaveTextAsync("weitergegeben");
        await f.GotoAsync("/introductions");
        await f.Locator("#introductions-waiting .person-name a").ClickAsync();
        await f.FillAsync("textarea[name=words]", "Das passt zu dir, Carl.");
        await f.GetByRole(AriaRole.Button, new() { Name = "An Carl Roth weitergeben" }).ClickAsync();
        await Assertions.Expect(f.Locator(".page-head .badge")).ToHaveTextAsync("weitergegeben");
        await Assertions.Expect(a.Locator("main")).Not.ToContainTextAsync("Ferdinand");
        await c.GotoAsync(path);
        await Assertions.Expect(c.Locator("main")).ToContainTextAsync("Sie haben das von Ferdinand Mitte.");
        await Assertions.Expect(c.Locator("main")).Not.ToContainTextAsync("Jana");
        await c.IsSound();
        await c.GetByRole(AriaRole.Button, new() { Name = "Annehmen" }).ClickAsync();
        await Assertions.Expect(c.Locator(".thread")).ToContainTextAsync(Wish);
        await Assertions.Expect(a.Locator("#helpers")).ToContainTextAsync("Ferdinand Mitte");
        await a.IsSound();
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Somebody_outside_answers_from_the_mail_alone(string look)
    {
        var (pictures, server) = (new Pictures(look + "-outside"), await servers.On(DatabaseKind.Sqlite));
        var (anna, jana, _) = await Three(server, look);
        var address = $"gerd{anna.Id}@draussen.example";
        var (a, j) = (await Open(server, look, anna), await Open(server, look, jana));
        await a.GotoAsync("/introductions/ask");
        await pictures.Take(a, "whom-to-ask");
        await a.Locator(".person-actions a.btn").First.ClickAsync();
        await a.FillAsync("input[name=name]", "Gerd Grün, Grün Ziehtechnik");
        await a.FillAsync("textarea[name=wish]", Wish);
        await pictures.Take(a, "ask-outside");
        await a.ClickAsync("form[action='/introductions'] .btn-primary");
        await Assertions.Expect(a.Locator(".page-head .badge")).ToBeVisibleAsync();

        await j.GotoAsync(new Uri(a.Url).AbsolutePath);
        await j.FillAsync("input[name=name]", "Gerd Grün");
        await j.FillAsync("input[name=email]", address);
        await j.FillAsync("textarea[name=words]", "Lieber Gerd, Anna kenne ich gut. Magst du mit ihr sprechen?");
        await pictures.Take(j, "letter");
        await j.ClickAsync("#answer .btn-primary");
        await Assertions.Expect(j.Locator(".page-head .badge")).ToBeVisibleAsync();

        var link = (await server.MailTo(address)).Link("/introduced/");
        var visitor = await browsers.Open(server, pictures.Screen, null, pictures.Locale, scheme: pictures.Scheme);
        await visitor.GotoAsync(link);
        await pictures.Take(visitor, "outside");
        await visitor.FillAsync("input[name=email]", address);
        await visitor.ClickAsync("button[value=accept]");
        await visitor.Arrives("**/introduced/done*");
        await pictures.Take(visitor, "outside-done");
        await Assertions.Expect(a.Locator("#arrived")).ToContainTextAsync(address);
        await pictures.Take(a, "outside-arrived");
        await visitor.GotoAsync(link);
        await pictures.Take(visitor, "outside-gone");
    }

    private static Pictures Look(string look) => new(look);

    private Task<IPage> Open(GildeServer server, string look, TestMember member) => browsers.Open(server, Look(look).Screen, member, Look(look).Locale, scheme: Look(look).Scheme);

    private static async Task<(TestMember Anna, TestMember Jana, TestMember Carl)> Three(GildeServer server, string look)
    {
        var language = Look(look).German ? Language.German : Language.English;
        var (anna, jana, carl) = (await server.Member("Anna Berger", language), await server.Member("Jana Weber", language), await server.Member("Carl Roth", language));
        await server.Db(async db =>
        {
            foreach (var (who, headline) in new[] { (anna, "Einkäuferin, Drahtwerk Altena"), (jana, "Vertrieb, Ziehtechnik Sauerland"), (carl, "Werkzeugbau, Hartmetall Iserlohn") }) (await db.Members.FindAsync(who.Id))!.Headline = headline;
            await db.SaveChangesAsync();
        });
        await server.Connect(anna, jana, days: 12);
        await server.Connect(jana, carl, days: 4);
        await server.Settled();
        return (anna, jana, carl);
    }
}
