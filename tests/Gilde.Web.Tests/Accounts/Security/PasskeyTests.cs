using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts.Security;

public class PasskeyTests(Servers servers)
{
    private static async Task<string> Options(HttpClient browser, string path, params (string, string)[] fields)
    {
        using var response = await browser.Submit(path, fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<SoftwareKey> Add(Person person, string name = "Telefon", bool counts = true)
    {
        var key = new SoftwareKey { Counts = counts };
        var options = await Options(person.Browser, "/settings/security/passkeys/options", ("password", person.Password));
        var origin = person.Server.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal("/settings/security#passkeys", await person.Browser.SubmitOk("/settings/security/passkeys", ("credential", key.Create(options, origin)), ("name", name)));
        return key;
    }

    private static async Task<HttpResponseMessage> SignIn(Person person, SoftwareKey key, HttpClient browser, string? origin = null)
    {
        var options = await Options(browser, "/signin/passkey/options");
        return await browser.Submit("/signin/passkey", ("credential", key.Get(options, origin ?? person.Server.Address.GetLeftPart(UriPartial.Authority))), ("next", "/contacts"));
    }

    [Theory, BothDatabases]
    public async Task A_passkey_signs_in_without_a_word_typed(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var key = await Add(person);
        Assert.Contains("Passkey added", (await person.Server.MailTo(person.Email, "passkey")).Text);
        var browser = person.Server.Client();
        using var answer = await SignIn(person, key, browser);
        Assert.Equal("/contacts", answer.Headers.Location?.ToString());
        Assert.True(await person.IsSignedIn(browser));
    }

    [Theory, BothDatabases]
    public async Task Several_sign_ins_at_the_same_moment_all_succeed(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var key = await Add(person, counts: false);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignIn(person, key, person.Server.Client())));
        Assert.All(answers, answer => Assert.Equal("/contacts", answer.Headers.Location?.ToString()));
    }

    [Theory, BothDatabases]
    public async Task A_passkey_needs_no_second_step(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var key = await Add(person);
        await SecondFactorTests.TurnOn(person);
        using var answer = await SignIn(person, key, person.Server.Client());
        Assert.Equal("/contacts", answer.Headers.Location?.ToString());
    }

    [Theory, BothDatabases]
    public async Task An_answer_counts_once_and_only_from_this_site(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var key = await Add(person);
        var browser = person.Server.Client();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(person, key, browser, "https://evil.example")).StatusCode);
        var options = await Options(browser, "/signin/passkey/options");
        var credential = key.Get(options, person.Server.Address.GetLeftPart(UriPartial.Authority));
        await browser.SubmitOk("/signin/passkey", ("credential", credential));
        var replay = person.Server.Client();
        await Options(replay, "/signin/passkey/options");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await replay.Submit("/signin/passkey", ("credential", credential))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_removed_passkey_opens_nothing(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var key = await Add(person, "Werkstatt");
        var row = (await person.Browser.Page("/settings/security")).QuerySelector("#passkeys form[action$='/name']")!.GetAttribute("action")!;
        await person.Browser.SubmitOk(row, ("name", "Büro"));
        Assert.Contains("Büro", (await person.Browser.Page("/settings/security")).QuerySelector("#passkeys")!.TextContent);
        await person.Browser.SubmitOk(row.Replace("/name", "/remove"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(person, key, person.Server.Client())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.Submit(row.Replace("/name", "/remove"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Without_the_password_no_passkey_is_added(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/security/passkeys/options", ("password", "falsch geraten"))).StatusCode);
        using var key = new SoftwareKey();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/security/passkeys", ("credential", "{}"), ("name", "x"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Nobody_touches_the_passkeys_of_others(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        using var key = await Add(person);
        var row = (await person.Browser.Page("/settings/security")).QuerySelector("#passkeys form[action$='/remove']")!.GetAttribute("action")!;
        var other = await server.Member("Emil Anders");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.Submit(row)).StatusCode);
        Assert.Equal("/contacts", (await SignIn(person, key, server.Client())).Headers.Location?.ToString());
    }

    [Theory]
    [BothDatabases("not json")]
    [BothDatabases("{}")]
    [BothDatabases("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}}")]
    public async Task Nonsense_is_refused_in_words(DatabaseKind kind, string credential)
    {
        var browser = (await servers.On(kind)).Client();
        await Options(browser, "/signin/passkey/options");
        var page = await (await browser.Submit("/signin/passkey", ("credential", credential))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("does not open an account", page.QuerySelector(".notice")!.TextContent);
    }
}
