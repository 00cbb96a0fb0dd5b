using AngleSharp.Dom;

namespace Gilde.Web.Tests.Accounts;

/// <summary>In which language pages speak, and how light they are.</summary>
public class DisplayTests(Servers servers)
{
    private static async Task<string?> LanguageOf(HttpClient client, string path = "/imprint") => (await client.Page(path)).DocumentElement.GetAttribute("lang");

    [Theory, BothDatabases]
    public async Task A_visitor_is_greeted_as_the_switch_said_else_as_the_browser_asks_else_in_the_networks_language(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var unknown = server.Client();
        unknown.DefaultRequestHeaders.Remove("Accept-Language");
        Assert.Equal("de", await LanguageOf(unknown));
        var visitor = server.Client(language: Language.English);
        Assert.Equal("en", await LanguageOf(visitor));
        var link = (await visitor.Page("/imprint?x=1")).QuerySelector(".footer-end a[lang=de]")!.GetAttribute("href")!;
        Assert.Equal("de", await LanguageOf(visitor, link));
        Assert.Equal("de", await LanguageOf(visitor));
    }

    [Theory, BothDatabases]
    public async Task A_members_setting_wins_over_the_cookie_and_the_browser(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member(language: Language.German);
        member.Client.DefaultRequestHeaders.Remove("Cookie");
        member.Client.DefaultRequestHeaders.Add("Cookie", $"gilde_session={member.SessionToken}; gilde_lang=en");
        member.Client.DefaultRequestHeaders.Remove("Accept-Language");
        member.Client.DefaultRequestHeaders.Add("Accept-Language", "en");
        Assert.Equal("de", await LanguageOf(member.Client));
        Assert.Equal("de", await LanguageOf(member.Client, "/settings"));
    }

    [Theory, BothDatabases]
    public async Task The_address_decides_for_one_page_and_changes_no_members_setting(DatabaseKind kind)
    {
        var member = await (await servers.On(kind)).Member(language: Language.German);
        Assert.Equal("en", await LanguageOf(member.Client, "/imprint?lang=en"));
        Assert.Equal("de", await LanguageOf(member.Client));
    }

    [Theory, BothDatabases]
    public async Task The_switch_of_a_member_is_stored_and_leads_back_to_the_page(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member(language: Language.German);
        var form = (await member.Client.Page("/search?q=Draht&lang=de")).QuerySelector("form.footer-end")!;
        Assert.Equal("post", form.GetAttribute("method"));
        var action = form.GetAttribute("action")!;
        member.Client.DefaultRequestHeaders.Referrer = new Uri(server.Address, "/search?q=Draht&lang=de");
        Assert.Equal("/search?q=Draht", await member.Client.SubmitOk(action, ("language", "en")));
        Assert.Equal("en", await LanguageOf(member.Client));
        Assert.Equal(Language.English, await server.Db(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.Language).SingleAsync()));

        member.Client.DefaultRequestHeaders.Referrer = new Uri("https://evil.example/trap");
        Assert.Equal("/", await member.Client.SubmitOk(action, ("language", "de")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.Client.Submit(action, ("language", "fr"))).StatusCode);
        Assert.Equal("de", await LanguageOf(member.Client));
    }

    [Theory, BothDatabases]
    public async Task What_the_settings_say_counts_at_once_and_stays_on_the_device_after_signing_out(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        Assert.Equal("de", await LanguageOf(person.Browser, "/imprint?lang=de"));
        Assert.Equal("en", await LanguageOf(person.Browser));
        await person.Browser.SubmitOk("/settings/account/language", ("language", "de"), ("zone", "Europe/Berlin"));
        var page = await person.Browser.Page("/settings/account");
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Gespeichert.", page.QuerySelector("#toasts")!.TextContent);
        await person.Browser.SubmitOk("/signout");
        Assert.Equal("de", await LanguageOf(person.Browser));
        await person.SignIn();
        Assert.Equal("de", await LanguageOf(person.Browser));
    }

    [Theory, BothDatabases]
    public async Task Light_or_dark_is_the_members_own_and_only_theirs(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        Assert.False((await person.Browser.Page("/")).Body!.HasAttribute("data-theme"));
        Assert.Equal("device", (await person.Browser.Page("/settings/account")).QuerySelector("input[name=theme][checked]")!.GetAttribute("value"));
        foreach (var theme in new[] { "dark", "light" })
        {
            await person.Browser.SubmitOk("/settings/account/theme", ("theme", theme));
            var page = await person.Browser.Page("/settings/account");
            Assert.Equal(theme, page.Body!.GetAttribute("data-theme"));
            Assert.Equal(theme, page.QuerySelector("input[name=theme][checked]")!.GetAttribute("value"));
            Assert.Single(page.QuerySelectorAll("meta[name=theme-color]"));
        }
        Assert.False((await person.Server.Client().Page("/imprint")).Body!.HasAttribute("data-theme"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/account/theme", ("theme", "pink"))).StatusCode);
        await person.Browser.SubmitOk("/settings/account/theme", ("theme", "device"));
        Assert.False((await person.Browser.Page("/")).Body!.HasAttribute("data-theme"));
    }

    [Theory, BothDatabases]
    public async Task Light_or_dark_makes_no_new_version_of_the_profile(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member();
        var before = await server.Db(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.Version).SingleAsync());
        await member.Client.SubmitOk("/settings/account/theme", ("theme", "dark"));
        Assert.Equal((before, Theme.Dark), await server.Db(async db => await db.Members.Where(m => m.Id == member.Id).Select(m => new ValueTuple<long, Theme>(m.Version, m.Theme)).SingleAsync()));
    }
}
