using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts;

public class AccountSettingsTests(Servers servers)
{
    private static Task<string> Ask(Person person, string email) => person.Browser.SubmitOk("/settings/account/email", ("email", email), ("password", person.Password));

    [Theory, BothDatabases]
    public async Task A_new_address_counts_once_confirmed_and_the_old_one_is_told(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var (old, now) = (person.Email, "neu-" + person.Email);
        Assert.Equal("/settings/account/mailbox", await Ask(person, now));
        var link = (await person.Server.MailTo(now)).Link("/account/address/");
        await person.Server.Client().Page(link);
        Assert.Equal(old, await EmailOf(person, old));
        Assert.Equal("/account/address-changed", await person.Server.Client().SubmitOk(link));
        Assert.Contains(now, (await person.Server.MailTo(old, "was changed")).Text);
        person.Email = now;
        await person.SignedInElsewhere();
    }

    [Theory, BothDatabases]
    public async Task The_owner_of_the_old_address_takes_the_account_back(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var (old, now) = (person.Email, "fremd-" + person.Email);
        await Ask(person, now);
        await person.Browser.SubmitOk((await person.Server.MailTo(now)).Link("/account/address/"));
        var undo = (await person.Server.MailTo(old, "was changed")).Link("/account/undo-address/");
        var owner = person.Server.Client();
        await owner.Page(undo);
        var recovery = await owner.SubmitOk(undo);
        Assert.StartsWith("/recover/", recovery);
        await Eventually.Is(async () => !await person.IsSignedIn(), "the thief is out");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SignIn(browser: person.Server.Client())).StatusCode);
        await owner.SubmitOk(recovery, ("password", "sieben Rohre im Schnee"));
        Assert.Equal(old, await EmailOf(person, old));
    }

    [Theory, BothDatabases]
    public async Task An_address_of_somebody_else_gets_the_same_answer_and_stays_theirs(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (person, other) = (await new Person(server).Join(), await new Person(server).Join());
        Assert.Equal("/settings/account/mailbox", await Ask(person, other.Email));
        Assert.DoesNotContain("/account/address/", (await server.MailTo(other.Email, "wanted to use")).Text);
    }

    [Theory, BothDatabases]
    public async Task A_new_address_needs_the_password(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var page = await (await person.Browser.Submit("/settings/account/email", ("email", "neu@example.org"), ("password", "falsch geraten"))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("neu@example.org", page.QuerySelector("#email input[name=email]")!.GetAttribute("value"));
        Assert.Contains("not your password", page.QuerySelector("#email .field-error")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_new_password_signs_out_all_other_devices(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var elsewhere = await person.SignedInElsewhere();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/account/password", ("password", "falsch geraten"), ("chosen", "sieben Rohre im Schnee"))).StatusCode);
        await person.Browser.SubmitOk("/settings/account/password", ("password", person.Password), ("chosen", "sieben Rohre im Schnee"));
        Assert.True(await person.IsSignedIn());
        await Eventually.Is(async () => !await person.IsSignedIn(elsewhere), "the other device is out");
        person.Password = "sieben Rohre im Schnee";
        await person.SignedInElsewhere();
        await person.Server.MailTo(person.Email, "password was changed");
    }

    [Theory, BothDatabases]
    public async Task Devices_are_listed_and_signed_out_from_elsewhere(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        var elsewhere = await person.SignedInElsewhere();
        var page = await person.Browser.Page("/settings/security");
        Assert.Equal(2, page.QuerySelectorAll("#devices .row").Length);
        var end = page.QuerySelector("#devices form[action$='/end']")!.GetAttribute("action")!;
        var stranger = await person.Server.Member("Emil Anders");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.Submit(end)).StatusCode);
        await person.Browser.SubmitOk(end);
        await Eventually.Is(async () => !await person.IsSignedIn(elsewhere), "the other device is out");
        var third = await person.SignedInElsewhere();
        await person.Browser.SubmitOk("/settings/security/devices/end-others");
        await Eventually.Is(async () => !await person.IsSignedIn(third), "the third device is out");
        Assert.True(await person.IsSignedIn());
    }

    [Theory, BothDatabases]
    public async Task Language_and_time_zone_follow_the_member(DatabaseKind kind)
    {
        var person = await new Person(await servers.On(kind)).Join();
        await person.Browser.Page("/settings/account?lang=en");
        await person.Browser.SubmitOk("/settings/account/language", ("language", "de"), ("zone", "America/New_York"));
        var page = await person.Browser.Page("/settings/account");
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("America/New_York", page.QuerySelector("select[name=zone] option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/account/language", ("language", "de"), ("zone", "Mars/Olympus"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_member_reads_what_happened_page_by_page(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member("Lisa Log");
        await server.Db(async db =>
        {
            for (var i = 0; i < 60; i++)
                db.Add(new Gilde.Web.Accounts.AccountActivity { AccountId = member.Id, Kind = Gilde.Web.Accounts.AccountActivityKind.SignedIn, At = server.Clock.GetCurrentInstant(), Address = "198.51.100." + i });
            await db.SaveChangesAsync();
        });
        var first = await member.Client.Page("/settings/activity");
        Assert.Equal(50, first.QuerySelectorAll(".log li").Length);
        Assert.Contains("198.51.100.59", first.QuerySelector(".log li")!.TextContent);
        var older = await member.Client.Page(first.QuerySelectorAll("a").Single(a => a.GetAttribute("href")!.StartsWith("/settings/activity?before=")).GetAttribute("href")!);
        Assert.Equal(10, older.QuerySelectorAll(".log li").Length);
    }

    private static Task<string?> EmailOf(Person person, string email) => person.Server.Db(db => db.Users.Where(a => a.Email == email).Select(a => a.Email).SingleOrDefaultAsync());
}
