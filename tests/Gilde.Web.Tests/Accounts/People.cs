using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts;

/// <summary>A person who comes to the door, with a browser of their own.</summary>
public sealed class Person
{
    public const string GoodPassword = "vier Kupferdrähte im Regen";
    private static int number;
    private readonly Gilde.Web.Web.Language language;

    public Person(GildeServer server, string name = "Jörg Müßiggang", Gilde.Web.Web.Language language = Gilde.Web.Web.Language.English)
    {
        (Server, Name, this.language) = (server, name, language);
        Email = $"person{Interlocked.Increment(ref number)}x{Environment.ProcessId}@example.org";
        Browser = server.Client(language: language);
    }

    public GildeServer Server { get; }
    public string Name { get; }
    public string Email { get; set; }
    public string Password { get; set; } = GoodPassword;
    public HttpClient Browser { get; set; }

    public (string, string)[] SignUpFields(params (string Name, string Value)[] other) =>
    [
        .. new (string Name, string Value)[] { ("name", Name), ("email", Email), ("password", Password), ("sixteen", "true"), ("terms", "true") }.Where(f => other.All(o => o.Name != f.Name)),
        .. other.Where(o => o.Value.Length > 0),
    ];

    /// <summary>Signs up, opens the link of the mail and presses its button.</summary>
    public async Task<Person> Join()
    {
        Assert.Equal("/signup/mailbox", await Browser.SubmitOk("/signup", SignUpFields()));
        var link = (await Server.MailTo(Email, language == Gilde.Web.Web.Language.German ? "Bestätigen" : "confirm")).Link("/confirm/");
        await Browser.Page(link);
        await Browser.SubmitOk(link);
        return this;
    }

    public Task<HttpResponseMessage> SignIn(string? password = null, HttpClient? browser = null) =>
        (browser ?? Browser).Submit("/signin", ("email", Email), ("password", password ?? Password));

    public async Task<HttpClient> SignedInElsewhere()
    {
        var browser = Server.Client();
        Assert.Equal("/", await browser.SubmitOk("/signin", ("email", Email), ("password", Password)));
        return browser;
    }

    public async Task<bool> IsSignedIn(HttpClient? browser = null)
    {
        using var response = await (browser ?? Browser).GetAsync("/signin");
        return response.StatusCode == System.Net.HttpStatusCode.SeeOther;
    }
}
