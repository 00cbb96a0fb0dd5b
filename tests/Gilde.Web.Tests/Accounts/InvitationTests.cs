using Gilde.Web.Accounts;
using Gilde.Web.Accounts.Invitations;
using Gilde.Web.Contacts;
using Gilde.Web.Setup;
using Gilde.Web.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Accounts;

public class InvitationTests(Servers servers)
{
    private static Task<string> Invite(TestMember member, string email, string sentence = "Wir sahen uns in Düsseldorf.") =>
        member.Client.SubmitOk("/invite", ("email", email), ("sentence", sentence), ("language", "de"));

    [Theory, BothDatabases]
    public async Task Where_one_joins_by_invitation_the_link_opens_the_door_once(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        await server.Db(async db => { (await db.Networks.SingleAsync()).Signup = SignupMode.Invitation; await db.SaveChangesAsync(); });
        await server.Services.GetRequiredService<TheNetwork>().Reload();
        var anna = await server.Member("Anna Berger");
        var person = new Person(server);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/signup", person.SignUpFields())).StatusCode);

        await Invite(anna, person.Email);
        var mail = await server.MailTo(person.Email, "Anna Berger lädt Sie ein");
        Assert.Contains("„Wir sahen uns in Düsseldorf.“", mail.Text);
        var link = mail.Link("/signup?invitation=");
        var token = link.Split('=')[1];
        Assert.Equal(person.Email, (await person.Browser.Page(link)).QuerySelector("input[name=email]")!.GetAttribute("value"));
        await person.Browser.SubmitOk("/signup", person.SignUpFields(("invitation", token)));
        Assert.True(await person.IsSignedIn());
        Assert.Contains(person.Name, (await server.MailTo(anna.Email, "has joined")).Text);
        Assert.Contains(person.Name, (await anna.Client.Page("/invite")).QuerySelector("#invitations")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Client().Submit("/signup", new Person(server).SignUpFields(("invitation", token)))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_link_proves_the_address_that_it_was_mailed_to_and_no_other(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var (invited, other) = (new Person(server), new Person(server));
        await Invite(anna, invited.Email);
        var token = (await server.MailTo(invited.Email, "lädt Sie ein")).Link("/signup?invitation=").Split('=')[1];
        await other.Browser.SubmitOk("/signup", other.SignUpFields(("invitation", token)));
        Assert.False(await other.IsSignedIn());
        await other.Browser.SubmitOk((await server.MailTo(other.Email, "confirm")).Link("/confirm/"));
        Assert.True(await other.IsSignedIn());
        // The invitation has brought its one person: what is sent with it now is a sign-up like any other.
        await invited.Browser.SubmitOk("/signup", invited.SignUpFields(("invitation", token)));
        Assert.False(await invited.IsSignedIn());
        await server.MailTo(invited.Email, "confirm");
    }

    [Theory, BothDatabases]
    public async Task Two_who_hold_the_link_at_once_make_one_member(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var person = new Person(server);
        await Invite(anna, person.Email);
        var token = (await server.MailTo(person.Email, "lädt Sie ein")).Link("/signup?invitation=").Split('=')[1];
        var browsers = Enumerable.Range(0, 4).Select(_ => server.Client()).ToList();
        await Task.WhenAll(browsers.Select(browser => browser.SubmitOk("/signup", person.SignUpFields(("invitation", token)))));
        Assert.Equal(1, await server.Db(db => db.Users.CountAsync(a => a.Email == person.Email)));
        Assert.Equal(1, await server.Db(db => db.Sessions.CountAsync(s => db.Users.Any(a => a.Id == s.AccountId && a.Email == person.Email))));
    }

    [Fact]
    public async Task Where_the_operator_approves_an_invited_person_waits_without_a_second_mail()
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        var anna = await server.Member("Anna Berger");
        await server.Db(async db => { (await db.Networks.SingleAsync()).Signup = SignupMode.Approval; await db.SaveChangesAsync(); });
        await server.Services.GetRequiredService<TheNetwork>().Reload();
        var person = new Person(server);
        await Invite(anna, person.Email);
        var token = (await server.MailTo(person.Email, "lädt Sie ein")).Link("/signup?invitation=").Split('=')[1];
        await person.Browser.SubmitOk("/signup", person.SignUpFields(("invitation", token)));
        Assert.False(await person.IsSignedIn());
        Assert.True(await server.Db(db => db.Users.AnyAsync(a => a.Email == person.Email && a.EmailConfirmed && a.AwaitsApproval)));
    }

    [Theory, BothDatabases]
    public async Task A_member_already_gets_another_mail_and_the_inviter_learns_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Clasen"));
        var unknown = $"unbekannt{Guid.NewGuid():N}@example.org";
        Assert.Equal(await Invite(anna, unknown), await Invite(anna, bert.Email));
        Assert.Contains("/@" + anna.Handle, (await server.MailTo(bert.Email, "wanted to invite")).Text);
        var rows = (await anna.Client.Page("/invite")).QuerySelectorAll("#invitations .row").Select(r => r.TextContent.Replace(unknown, "X").Replace(bert.Email, "X")).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0], rows[1]);
    }

    [Theory, BothDatabases]
    public async Task Who_blocked_the_inviter_hears_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Clasen"));
        await server.Db(async db => { db.Add(new Block { MemberId = bert.Id, BlockedId = anna.Id, At = server.Clock.GetCurrentInstant() }); await db.SaveChangesAsync(); });
        await Invite(anna, bert.Email);
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Kind == InvitationJob.JobKind && j.LastError == null)), "job done");
        Assert.Empty(server.MailsTo(bert.Email));
    }

    [Theory, BothDatabases]
    public async Task A_withdrawn_invitation_opens_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, other) = (await server.Member("Anna Berger"), await server.Member("Otto Fremd"));
        var email = $"zurueck{Guid.NewGuid():N}@example.org";
        await Invite(anna, email);
        await server.MailTo(email);
        var withdraw = (await anna.Client.Page("/invite")).QuerySelector("#invitations form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.Submit(withdraw)).StatusCode);
        await anna.Client.SubmitOk(withdraw);
        Assert.Empty((await anna.Client.Page("/invite")).QuerySelectorAll("#invitations .row"));
    }

    [Theory, BothDatabases]
    public async Task There_is_a_limit_a_day_and_one_mail_an_address(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var first = $"grenze0{Guid.NewGuid():N}@example.org";
        await Invite(anna, first);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anna.Client.Submit("/invite", ("email", first))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anna.Client.Submit("/invite", ("email", anna.Email))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anna.Client.Submit("/invite", ("email", "x@example.org"), ("sentence", new string('x', 301)))).StatusCode);
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            for (var i = 1; i < InviteMember.MostADay; i++)
                db.Add(new MailLink { Purpose = LinkPurpose.Invitation, TokenHash = Guid.NewGuid().ToByteArray(), Email = $"grenze{i}@example.org", InviterId = anna.Id, SentAt = now, ExpiresAt = now });
            await db.SaveChangesAsync();
        });
        var page = await (await anna.Client.Submit("/invite", ("email", "zuviel@example.org"))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("enough for today", page.QuerySelector(".notice")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_activity_log_names_the_device_that_sent_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        anna.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Testbrowser/1.0");
        await Invite(anna, new Person(server).Email);
        var noted = await server.Db(db => db.AccountActivities.SingleAsync(a => a.AccountId == anna.Id && a.Kind == AccountActivityKind.MemberInvited));
        Assert.Equal("Testbrowser/1.0", noted.Device);
        Assert.NotEqual("", noted.Address);
    }
}
