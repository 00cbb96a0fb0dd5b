using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Events;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Admin;

public class MemberAdminTests(Servers servers)
{
    private static Task<long> IdOf(Person person) => person.Server.Db(db => db.Users.Where(a => a.Email == person.Email).Select(a => a.Id).SingleAsync());

    [Theory, BothDatabases]
    public async Task A_suspended_member_is_out_at_once_invisible_and_told_why(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var person = await new Person(server).Join();
        var id = await IdOf(person);
        Assert.Equal($"/admin/members/{id}", await moderator.Client.SubmitOk($"/admin/members/{id}/suspend", ("reason", "Werbung an Fremde")));
        await Eventually.Is(async () => !await person.IsSignedIn(), "signed out");
        Assert.False(await server.Db(db => db.MembersVisibleTo(new Viewer { Id = moderator.Id }).AnyAsync(m => m.Id == id)));
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.MemberSuspended && e.TargetId == id && e.ActorId == moderator.Id)));
        Assert.Contains("Werbung an Fremde", (await server.MailTo(person.Email, "suspended")).Text);
        var kept = await (await person.SignIn(browser: server.Client())).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Werbung an Fremde", kept.Body!.TextContent);
        var wrong = await (await person.SignIn("falsch geraten", server.Client())).Document(HttpStatusCode.UnprocessableEntity);
        Assert.DoesNotContain("suspended", wrong.Body!.TextContent);

        await moderator.Client.SubmitOk($"/admin/members/{id}/restore");
        await person.SignedInElsewhere();
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.MemberRestored && e.TargetId == id)));
        var page = await moderator.Client.Page($"/admin/members/{id}");
        Assert.Contains("Suspended a member", page.Body!.TextContent);
        Assert.Contains("Let a member back in", (await moderator.Client.Page("/admin/audit")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_suspension_needs_a_reason_and_its_limits(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var member = await server.Member("Karl Weiß");
        foreach (var (who, reason) in new[] { (member.Id, ""), (member.Id, new string('x', SuspendMember.MaxReason + 1)), (operating.Id, "weil"), (moderator.Id, "selbst") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await moderator.Client.Submit($"/admin/members/{who}/suspend", ("reason", reason))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Client.Submit("/admin/members/999999999/suspend", ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Client.Submit($"/admin/members/{member.Id}/roles", ("role", "operator"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Roles_are_given_and_taken_and_written_down(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var member = await server.Member("Karl Weiß");
        await member.Client.Page("/admin", HttpStatusCode.NotFound);
        await operating.Client.SubmitOk($"/admin/members/{member.Id}/roles", ("role", "moderator"));
        await Eventually.Is(async () => (await member.Client.GetAsync("/admin")).IsSuccessStatusCode, "moderator");
        await member.Client.Page("/admin/settings", HttpStatusCode.NotFound);
        await operating.Client.SubmitOk($"/admin/members/{member.Id}/roles/moderator/revoke");
        await Eventually.Is(async () => (await member.Client.GetAsync("/admin")).StatusCode == HttpStatusCode.NotFound, "no moderator");
        var actions = await server.Db(db => db.AuditEntries.Where(a => a.MemberId == member.Id && a.ById == operating.Id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());
        Assert.Equal([AuditAction.RoleGranted, AuditAction.RoleRevoked], actions);
    }

    [Theory, BothDatabases]
    public async Task The_only_operator_stays(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var only = await server.Member("Olaf Netz", role: MemberRole.Operator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await only.Client.Submit($"/admin/members/{only.Id}/roles/operator/revoke")).StatusCode);
        await using var scope = server.Services.CreateAsyncScope();
        Assert.Equal(SuspendOutcome.LastOperator, await scope.ServiceProvider.GetRequiredService<SuspendMember>().Execute(Actor.CommandLine, only.Id, "Test"));
        var second = await server.Member("Rita Rohr");
        await only.Client.SubmitOk($"/admin/members/{second.Id}/roles", ("role", "operator"));
        await only.Client.SubmitOk($"/admin/members/{only.Id}/roles/operator/revoke");
    }

    [Theory, BothDatabases]
    public async Task Where_the_operator_approves_a_sign_up_waits_for_the_decision(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        await server.Db(async db => { (await db.Networks.SingleAsync()).Signup = SignupMode.Approval; await db.SaveChangesAsync(); });
        await server.Services.GetRequiredService<TheNetwork>().Reload();
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var (good, bad) = (await new Person(server).Join(), await new Person(server, "Falscher Fuffziger").Join());
        Assert.False(await good.IsSignedIn());
        var waits = await (await good.SignIn(browser: server.Client())).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("looked at", waits.QuerySelector("h1")!.TextContent);
        await server.MailTo(operating.Email, "would like to join");
        var list = await operating.Client.Page("/admin/members?show=waiting");
        Assert.Equal(2, list.QuerySelectorAll(".rows .row").Length);
        Assert.Contains("2 people wait", (await operating.Client.Page("/admin")).Body!.TextContent);

        await operating.Client.SubmitOk($"/admin/members/{await IdOf(good)}/approve");
        await good.SignedInElsewhere();
        await server.MailTo(good.Email, "you are in");
        await operating.Client.SubmitOk($"/admin/members/{await IdOf(bad)}/decline");
        await server.MailTo(bad.Email, "your sign-up");
        Assert.False(await server.Db(db => db.Users.AnyAsync(a => a.Email == bad.Email)));
        Assert.False(await server.Db(db => db.Members.AnyAsync(m => m.Name == "Falscher Fuffziger")));
    }

    [Theory, BothDatabases]
    public async Task Members_are_found_by_name_handle_and_for_operators_address(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var member = await server.Member("Zacharias Querschnitt");
        foreach (var (client, word, found) in new[] { (operating.Client, "querSCHNITT", true), (operating.Client, member.Handle, true), (operating.Client, member.Email, true), (moderator.Client, member.Email, false) })
            Assert.Equal(found, (await client.Page("/admin/members?q=" + Uri.EscapeDataString(word))).Body!.TextContent.Contains(member.Handle));
        Assert.Contains(member.Email, (await operating.Client.Page($"/admin/members/{member.Id}")).Body!.TextContent);
        Assert.DoesNotContain(member.Email, (await moderator.Client.Page($"/admin/members/{member.Id}")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Members_are_found_by_a_name_written_in_any_case(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var member = await server.Member("Ayşe Özgür");
        await server.Member("100% Draht");
        foreach (var words in new[] { "özgür", "ÖZGÜR", "ayşe öz" })
            Assert.Contains($"/admin/members/{member.Id}", (await moderator.Client.Page("/admin/members?q=" + Uri.EscapeDataString(words))).QuerySelector("main")!.InnerHtml);
        Assert.DoesNotContain("Özgür", (await moderator.Client.Page("/admin/members?q=%25")).QuerySelector("main")!.TextContent);
    }
}
