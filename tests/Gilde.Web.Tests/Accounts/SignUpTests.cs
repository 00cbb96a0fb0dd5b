using Gilde.Web.Accounts;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Accounts;

public class SignUpTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_person_joins_by_the_link_of_the_mail_and_is_signed_in(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Join();
        Assert.True(await person.IsSignedIn());
        var member = await server.Db(db => db.Members.SingleAsync(m => db.Users.Any(a => a.Id == m.Id && a.Email == person.Email)));
        Assert.Equal("Jörg Müßiggang", member.Name);
        Assert.StartsWith("joerg-muessiggang", member.Handle);
        Assert.NotNull(member.ActiveSince);
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == Gilde.Web.Events.EventKinds.MemberJoined && e.TargetId == member.Id)));
    }

    [Theory, BothDatabases]
    public async Task Opening_the_link_alone_confirms_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Browser.SubmitOk("/signup", person.SignUpFields());
        var link = (await server.MailTo(person.Email)).Link("/confirm/");
        await person.Browser.Page(link);
        Assert.False(await server.Db(db => db.Users.Where(a => a.Email == person.Email).Select(a => a.EmailConfirmed).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SignIn()).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_link_works_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var link = (await server.MailTo(person.Email)).Link("/confirm/");
        await person.Browser.Page(link, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.Submit(link)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task In_another_browser_the_link_asks_for_the_password(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Browser.SubmitOk("/signup", person.SignUpFields());
        var link = (await server.MailTo(person.Email)).Link("/confirm/");
        var phone = server.Client();
        Assert.NotNull((await phone.Page(link)).QuerySelector("input[name=password]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await phone.Submit(link, ("password", "geraten oder nicht"))).StatusCode);
        await phone.SubmitOk(link, ("password", person.Password));
        Assert.True(await person.IsSignedIn(phone));
    }

    [Theory, BothDatabases]
    public async Task Who_is_a_member_already_gets_the_same_page_and_another_mail(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var stranger = server.Client();
        Assert.Equal("/signup/mailbox", await stranger.SubmitOk("/signup", person.SignUpFields(("name", "Falscher Fuffziger"))));
        var mail = await server.MailTo(person.Email, "tried to sign up");
        Assert.DoesNotContain("/confirm/", mail.Text);
        Assert.Equal("Jörg Müßiggang", await server.Db(db => db.Members.Where(m => db.Users.Any(a => a.Id == m.Id && a.Email == person.Email)).Select(m => m.Name).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Signing_up_again_before_confirming_counts_and_kills_the_older_link(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Browser.SubmitOk("/signup", person.SignUpFields(("password", "das Passwort eines Fremden")));
        var first = (await server.MailTo(person.Email)).Link("/confirm/");
        await person.Browser.SubmitOk("/signup", person.SignUpFields());
        await Eventually.Is(() => Task.FromResult(server.MailsTo(person.Email).Count == 2), "second mail");
        await person.Browser.Page(first, HttpStatusCode.NotFound);
        await person.Browser.SubmitOk(server.MailsTo(person.Email).Select(m => m.Link("/confirm/")).Single(l => l != first));
        Assert.Equal("/", (await person.SignIn(browser: server.Client())).Headers.Location?.ToString());
    }

    [Theory]
    [BothDatabases("name", "Anna", "first and last name")]
    [BothDatabases("name", "", "enter your name")]
    [BothDatabases("name", "Anna <b>Berger", "letters")]
    [BothDatabases("email", "anna@", "e-mail address such as")]
    [BothDatabases("email", "anna@example.org, other@example.org", "e-mail address such as")]
    [BothDatabases("password", "kurz", "at least 10")]
    [BothDatabases("password", "Passwort123!", "among the first")]
    [BothDatabases("password", "aaaaaaaaaaaa", "among the first")]
    [BothDatabases("password", "muessigMüßiggang", "your name")]
    [BothDatabases("sixteen", "", "16 years")]
    [BothDatabases("terms", "", "agree")]
    public async Task What_is_wrong_stands_beside_its_field_and_the_rest_is_kept(DatabaseKind kind, string field, string value, string says)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        var page = await (await person.Browser.Submit("/signup", person.SignUpFields((field, value)))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(says, page.QuerySelector(".field-error")!.TextContent, StringComparison.OrdinalIgnoreCase);
        if (field != "email") Assert.Equal(person.Email, page.QuerySelector("input[name=email]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("input[name=password]")!.GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_program_that_fills_the_hidden_field_gets_the_same_answer_and_no_account(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        Assert.Equal("/signup/mailbox", await person.Browser.SubmitOk("/signup", person.SignUpFields(("website", "https://spam.example"))));
        Assert.False(await server.Db(db => db.Jobs.AnyAsync(j => j.Kind == SignUpJob.JobKind && j.Payload.Contains(person.Email))));
        Assert.False(await server.Db(db => db.Users.AnyAsync(a => a.Email == person.Email)));
    }

    [Theory, BothDatabases]
    public async Task Two_people_of_one_name_get_two_handles(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var name = "Änne " + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsLetter).Take(8)) + "ström";
        var (one, two) = (new Person(server, name), new Person(server, name));
        await Task.WhenAll(one.Join(), two.Join());
        var handles = await server.Db(db => db.Members.Where(m => m.Name == name).Select(m => m.Handle).Order().ToListAsync());
        Assert.Equal(2, handles.Count);
        Assert.Equal(handles[0] + "-2", handles[1]);
        Assert.All(handles, h => Assert.StartsWith("aenne-", h));
    }

    [Theory, BothDatabases]
    public async Task The_mail_speaks_the_language_chosen(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Browser.SubmitOk("/signup", person.SignUpFields(("language", "de")));
        var mail = await server.MailTo(person.Email);
        Assert.Equal("Bestätigen Sie Ihre E-Mail-Adresse", mail.Subject);
        Assert.Contains("Guten Tag Jörg Müßiggang,", mail.Text);
        var listed = await server.Client().Page("/dev/mail?to=" + person.Email);
        Assert.Equal(mail.Subject, listed.QuerySelector(".rows a")!.TextContent);
        var shown = await server.Client().Page("/dev/mail/" + mail.Name);
        Assert.Contains("/confirm/", shown.QuerySelector(".prose a")!.GetAttribute("href"));
    }
}
