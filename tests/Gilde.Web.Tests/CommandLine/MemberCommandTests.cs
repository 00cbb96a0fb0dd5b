using Gilde.Web.Accounts;

namespace Gilde.Web.Tests.CommandLine;

public class MemberCommandTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task An_invitation_from_the_command_line_is_sent_by_the_running_server(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var address = $"neu{Guid.NewGuid():N}@example.org";
        (await Cli.Run(server.Settings, "member", "invite", address, "--language", "de")).Succeeded();
        Assert.Equal(1, await server.Db(db => db.MailLinks.CountAsync(l => l.Email == address && l.Purpose == LinkPurpose.Invitation && l.InviterId == null)));
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        Assert.Contains("Invited somebody", (await operating.Client.Page("/admin/audit")).Body!.TextContent);
        await Eventually.Is(() => Task.FromResult(Directory.Exists(server.Settings.MailFolder)
            && Directory.EnumerateFiles(server.Settings.MailFolder).Any(f => File.ReadAllText(f).Contains(address, StringComparison.Ordinal))), "the mail lies in its folder", seconds: 30);
        Assert.Contains("no e-mail address", (await Cli.Run(server.Settings, "member", "invite", "anna")).Failed().Error);
    }

    [Theory, BothDatabases]
    public async Task A_suspended_member_is_out_at_once_and_comes_back_when_it_is_lifted(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var ben = await server.Member("Ben Kurz");
        Assert.Contains("--reason", (await Cli.Run(server.Settings, "member", "suspend", anna.Handle)).Failed().Error);
        (await Cli.Run(server.Settings, "member", "suspend", anna.Handle, "--reason", "Werbung in Nachrichten")).Succeeded();
        await Eventually.Is(async () => (await anna.Client.GetAsync("/contacts")).StatusCode != System.Net.HttpStatusCode.OK, "the session ends within seconds");
        await ben.Client.Page($"/@{anna.Handle}", System.Net.HttpStatusCode.NotFound);
        await server.Db(async db =>
        {
            Assert.Equal("Werbung in Nachrichten", (await db.Set<Suspension>().SingleAsync(s => s.MemberId == anna.Id)).Reason);
            Assert.True(await db.AccountActivities.AnyAsync(a => a.AccountId == anna.Id && a.Kind == AccountActivityKind.Suspended));
            Assert.True(await db.Set<Gilde.Web.Admin.AuditEntry>().AnyAsync(a => a.MemberId == anna.Id && a.Action == Gilde.Web.Admin.AuditAction.MemberSuspended && a.ById == null));
        });
        (await Cli.Run(server.Settings, "member", "suspend", anna.Email, "--lift")).Succeeded();
        await ben.Client.Page($"/@{anna.Handle}");
    }

    [Theory, BothDatabases]
    public async Task There_is_always_an_operator_left(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member("Anna Berger");
        var ben = await server.Member("Ben Kurz");
        (await Cli.Run(server.Settings, "member", "grant", anna.Handle, "operator")).Succeeded();
        Assert.Contains("only operator", (await Cli.Run(server.Settings, "member", "grant", anna.Handle, "operator", "--revoke")).Failed().Error);
        Assert.Contains("only operator", (await Cli.Run(server.Settings, "member", "suspend", anna.Handle, "--reason", "x")).Failed().Error);
        (await Cli.Run(server.Settings, "member", "grant", ben.Email, "operator")).Succeeded();
        (await Cli.Run(server.Settings, "member", "grant", anna.Handle, "operator", "--revoke")).Succeeded();
        Assert.Equal([ben.Id], await server.Db(db => db.RoleGrants.Select(g => g.MemberId).ToListAsync()));
        (await Cli.Run(server.Settings, "member", "grant", "niemand", "operator")).Failed();
        (await Cli.Run(server.Settings, "member", "grant", ben.Handle, "king")).Failed();
    }
}
