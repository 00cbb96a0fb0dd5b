using Gilde.Web.Accounts.Security;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts.Security;

public class SecondFactorTests(Servers servers)
{
    /// <summary>Turns the app on; gives its secret and the recovery codes.</summary>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> TurnOn(Person person)
    {
        Assert.Equal("/settings/security/app", await person.Browser.SubmitOk("/settings/security/app", ("password", person.Password)));
        var page = await person.Browser.Page("/settings/security/app");
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var secret = page.QuerySelector(".secret")!.TextContent.Replace(" ", "");
        using var response = await person.Browser.Submit("/settings/security/app/confirm", ("code", Totp.Code(secret, Now() - 1)));
        var codes = (await response.Document()).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        return (secret, codes);
    }

    private static long Now() => Totp.StepAt(SystemClock.Instance.GetCurrentInstant());

    private static async Task<HttpClient> AtSecondStep(Person person)
    {
        var browser = person.Server.Client();
        Assert.StartsWith("/signin/code?next=", await browser.SubmitOk("/signin", ("email", person.Email), ("password", person.Password), ("next", "/contacts")));
        await browser.Page("/signin/code?next=%2Fcontacts");
        Assert.False(await person.IsSignedIn(browser));
        return browser;
    }

    [Theory, BothDatabases]
    public async Task Sign_in_asks_for_the_code_and_takes_each_once(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var (secret, _) = await TurnOn(person);
        var browser = await AtSecondStep(person);
        var code = Totp.Code(secret, Now());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/signin/code", ("code", "000000"))).StatusCode);
        Assert.Equal("/contacts", await browser.SubmitOk("/signin/code", ("code", code[..3] + " " + code[3..]), ("next", "/contacts")));
        Assert.True(await person.IsSignedIn(browser));
        var again = await AtSecondStep(person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Submit("/signin/code", ("code", code))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_recovery_code_opens_once_and_the_owner_is_told(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var (_, codes) = await TurnOn(person);
        Assert.Equal("/", await (await AtSecondStep(person)).SubmitOk("/signin/code", ("code", codes[3].ToUpperInvariant())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await AtSecondStep(person)).Submit("/signin/code", ("code", codes[3]))).StatusCode);
        Assert.Contains("Recovery code used", (await person.Server.MailTo(person.Email, "recovery code used")).Text);
        Assert.Contains("9 recovery codes", (await person.Browser.Page("/settings/security")).QuerySelector("#app")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Guessing_codes_leads_to_a_pause(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        await TurnOn(person);
        var browser = await AtSecondStep(person);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/signin/code", ("code", $"00000{i}"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit("/signin/code", ("code", "000009"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Without_the_first_step_there_is_no_second(DatabaseKind kind)
    {
        var browser = (await servers.On(kind)).Client();
        using var show = await browser.GetAsync("/signin/code");
        Assert.Equal("/signin", show.Headers.Location?.ToString());
        Assert.Equal("/signin", await browser.SubmitOk("/signin/code", ("code", "123456")));
    }

    [Theory, BothDatabases]
    public async Task Turning_it_on_and_off_and_new_codes_need_the_password(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/security/app", ("password", "falsch geraten"))).StatusCode);
        var (_, codes) = await TurnOn(person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/security/codes", ("password", ""))).StatusCode);
        var renewed = await (await person.Browser.Submit("/settings/security/codes", ("password", person.Password))).Document();
        Assert.Empty(renewed.QuerySelectorAll(".codes code").Select(c => c.TextContent).Intersect(codes));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/security/app/off", ("password", "falsch geraten"))).StatusCode);
        await person.Browser.SubmitOk("/settings/security/app/off", ("password", person.Password));
        Assert.True(await person.IsSignedIn(await person.SignedInElsewhere()));
    }

    [Theory, BothDatabases]
    public async Task Codes_are_stored_as_hashes(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var (_, codes) = await TurnOn(person);
        var stored = await person.Server.Db(db => db.RecoveryCodes.Where(c => db.Users.Any(u => u.Id == c.AccountId && u.Email == person.Email)).Select(c => c.CodeHash).ToListAsync());
        Assert.Equal(10, stored.Count);
        Assert.All(stored, hash => Assert.Equal(32, hash.Length));
        Assert.DoesNotContain(stored, hash => codes.Any(c => System.Text.Encoding.UTF8.GetString(hash).Contains(c)));
    }

    [Fact]
    public void Codes_are_those_of_rfc_6238()
    {
        var secret = Base32.Write("12345678901234567890"u8);
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret);
        Assert.Equal("12345678901234567890"u8.ToArray(), Base32.Read(secret));
        foreach (var (seconds, code) in new[] { (59L, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130") })
            Assert.Equal(code, Totp.Code(secret, Totp.StepAt(Instant.FromUnixTimeSeconds(seconds))));
    }
}
