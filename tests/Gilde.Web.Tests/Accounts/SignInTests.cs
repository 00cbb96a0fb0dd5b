using Gilde.Web.Accounts;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts;

public class SignInTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_member_signs_in_goes_on_where_they_wanted_to_and_signs_out(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var browser = server.Client();
        Assert.Equal("/contacts?sort=name", await browser.SubmitOk("/signin", ("email", person.Email.ToUpperInvariant()), ("password", person.Password), ("next", "/contacts?sort=name")));
        Assert.True(await person.IsSignedIn(browser));
        Assert.Equal("/signin", await browser.SubmitOk("/signout"));
        Assert.False(await person.IsSignedIn(browser));
        Assert.True(await person.IsSignedIn());
    }

    [Theory]
    [BothDatabases("https://evil.example/")]
    [BothDatabases("//evil.example/")]
    [BothDatabases("/\\evil.example")]
    [BothDatabases("javascript:alert(1)")]
    public async Task After_sign_in_nobody_is_led_to_another_site(DatabaseKind kind, string next)
    {
        var person = await new Person(await servers.On(kind)).Join();
        Assert.Equal("/", await person.Server.Client().SubmitOk("/signin", ("email", person.Email), ("password", person.Password), ("next", next)));
        using var response = await person.Browser.GetAsync("/signin?next=" + Uri.EscapeDataString(next));
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Theory, BothDatabases]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var wrong = await (await person.SignIn("falsch geraten", server.Client())).Document(HttpStatusCode.UnprocessableEntity);
        var unknown = await (await new Person(server).SignIn("falsch geraten", server.Client())).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(wrong.QuerySelector(".notice")!.TextContent, unknown.QuerySelector(".notice")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task After_some_wrong_passwords_there_is_a_pause_for_known_and_unknown_addresses_alike(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        foreach (var person in new[] { await new Person(server).Join(), new Person(server) })
        {
            var browser = server.Client();
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SignIn("falsch geraten", browser)).StatusCode);
            var last = await person.SignIn("falsch geraten", browser);
            using var paused = await person.SignIn(browser: browser);
            Assert.Equal(HttpStatusCode.TooManyRequests, paused.StatusCode);
            Assert.InRange(paused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            last.Dispose();
        }
    }

    [Theory, BothDatabases]
    public async Task The_owner_gets_in_on_a_known_device_while_strangers_guess(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var stranger = server.Client();
        for (var i = 0; i < 7; i++) (await person.SignIn("falsch geraten", stranger)).Dispose();
        await person.Browser.SubmitOk("/signout");
        Assert.Equal(HttpStatusCode.SeeOther, (await person.SignIn()).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_new_device_is_told_to_the_owner_a_known_one_is_not(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        await person.Browser.SubmitOk("/signout");
        await person.SignIn();
        Assert.DoesNotContain(server.MailsTo(person.Email), m => m.Subject.Contains("new device"));
        var phone = server.Client();
        phone.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await person.SignIn(browser: phone);
        Assert.Contains("Firefox on Linux", (await server.MailTo(person.Email, "new device")).Text);
    }

    [Theory, BothDatabases]
    public async Task Every_sign_in_is_in_the_log_of_the_account(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        await person.SignIn("falsch geraten", server.Client());
        await person.SignedInElsewhere();
        var kinds = await server.Db(db => db.AccountActivities.Where(a => db.Users.Any(u => u.Id == a.AccountId && u.Email == person.Email)).OrderBy(a => a.Id).Select(a => a.Kind).ToListAsync());
        Assert.Equal([AccountActivityKind.SignedUp, AccountActivityKind.AddressConfirmed, AccountActivityKind.SignedIn, AccountActivityKind.SignInFailed, AccountActivityKind.SignedIn], kinds);
    }

    [Theory, BothDatabases]
    public async Task A_form_of_another_site_signs_nobody_in_or_out(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signout");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Browser.SendAsync(request)).StatusCode);
        Assert.True(await person.IsSignedIn());
    }
}
