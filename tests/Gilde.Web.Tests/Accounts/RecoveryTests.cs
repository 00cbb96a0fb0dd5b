using Gilde.Web.Tests.Accounts.Security;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts;

public class RecoveryTests(Servers servers)
{
    private static async Task<string> Link(Person person)
    {
        Assert.Equal("/recover/mailbox", await person.Server.Client().SubmitOk("/recover", ("email", person.Email)));
        return (await person.Server.MailTo(person.Email, "set a new password")).Link("/recover/");
    }

    [Theory, BothDatabases]
    public async Task The_link_of_the_mail_sets_a_new_password_and_ends_every_session(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var elsewhere = await person.SignedInElsewhere();
        var link = await Link(person);
        var browser = person.Server.Client();
        await browser.Page(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit(link, ("password", "kurz"))).StatusCode);
        Assert.Equal("/", await browser.SubmitOk(link, ("password", "sieben Rohre im Schnee")));
        Assert.True(await person.IsSignedIn(browser));
        await Eventually.Is(async () => !await person.IsSignedIn(elsewhere) && !await person.IsSignedIn(), "sessions ended");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SignIn(browser: person.Server.Client())).StatusCode);
        await browser.Page(link, HttpStatusCode.NotFound);
        await person.Server.MailTo(person.Email, "password was changed");
    }

    [Theory, BothDatabases]
    public async Task An_unknown_address_gets_the_same_answer(DatabaseKind kind)
    {
        var nobody = new Person(await servers.On(kind));
        Assert.Equal("/recover/mailbox", await nobody.Browser.SubmitOk("/recover", ("email", nobody.Email)));
        Assert.DoesNotContain("/recover/", (await nobody.Server.MailTo(nobody.Email, "no account")).Text);
    }

    [Theory, BothDatabases]
    public async Task The_mailbox_does_not_stand_for_the_second_factor(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        await SecondFactorTests.TurnOn(person);
        var browser = person.Server.Client();
        Assert.Equal("/signin/code", await browser.SubmitOk(await Link(person), ("password", "sieben Rohre im Schnee")));
        Assert.False(await person.IsSignedIn(browser));
    }

    [Theory, BothDatabases]
    public async Task Who_never_confirmed_may_recover_too_for_the_mailbox_is_theirs(DatabaseKind kind)
    {
        var person = new Person(await servers.On(kind));
        await person.Browser.SubmitOk("/signup", person.SignUpFields(("password", "das Passwort eines Fremden")));
        await person.Server.MailTo(person.Email, "confirm");
        var browser = person.Server.Client();
        Assert.Equal("/", await browser.SubmitOk(await Link(person), ("password", "sieben Rohre im Schnee")));
        Assert.True(await person.IsSignedIn(browser));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SignIn("das Passwort eines Fremden", person.Server.Client())).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Nobody_floods_a_mailbox(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        for (var i = 0; i < 12; i++) await person.Server.Client().SubmitOk("/recover", ("email", person.Email));
        await Eventually.Is(() => person.Server.Db(async db => !await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(db.Jobs, j => j.ParkedAt == null && j.Payload.Contains(person.Email))), "jobs done");
        Assert.InRange(person.Server.MailsTo(person.Email).Count(m => m.Subject.Contains("new password")), 1, 5);
    }
}
