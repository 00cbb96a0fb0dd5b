using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Tests.Notifications;

namespace Gilde.Web.Tests.Groups;

public class JoiningTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task An_open_group_is_joined_at_once_with_its_rules_and_says_welcome(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Rohre {anna.Id}", "open", ("rules", Founding.Rules), ("welcome", "Schön, dass du da bist."));
        using (var without = await ben.Client.Submit(path + "/join"))
            Assert.NotNull((await without.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        await ben.Join(path, rules: 1);
        var page = await ben.Client.Page(path);
        Assert.Contains("Schön, dass du da bist.", page.Body!.TextContent);
        await ben.Client.SubmitOk(path + "/welcome");
        Assert.DoesNotContain("Schön, dass du da bist.", (await ben.Client.Page(path)).Body!.TextContent);
        Assert.Equal(2, (await server.Group(path))!.Members);
        Assert.Equal([anna.Name, ben.Name], await ben.Members(path));
        await ben.Join(path, rules: 1);
        Assert.Equal(2, (await server.Group(path))!.Members);
    }

    [Theory, BothDatabases]
    public async Task New_rules_are_accepted_anew_before_one_may_write(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var name = $"Regeln {anna.Id}";
        var path = await anna.Found(name, "open", ("rules", Founding.Rules));
        await ben.Join(path, rules: 1);
        Assert.True(await MayWrite(server, path, ben));
        await anna.Client.SubmitOk(path + "/settings", Founding.Form(name, "open", ("rules", Founding.NewRules)));
        Assert.True(await MayWrite(server, path, anna));
        Assert.False(await MayWrite(server, path, ben));
        Assert.Contains("The rules have changed", (await ben.Client.Page(path)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(path + "/rules", ("rules", "1")));
        await ben.Client.SubmitOk(path + "/rules", ("rules", "2"));
        Assert.True(await MayWrite(server, path, ben));
        Assert.DoesNotContain("The rules have changed", (await ben.Client.Page(path)).Body!.TextContent);
        // Back and forth is a new version each time; no rules at all need no yes.
        await anna.Client.SubmitOk(path + "/settings", Founding.Form(name, "open", ("rules", "")));
        Assert.True(await MayWrite(server, path, ben));
        await anna.Client.SubmitOk(path + "/settings", Founding.Form(name, "open", ("rules", Founding.Rules)));
        Assert.Equal(3, (await server.Group(path))!.RulesVersion);
        Assert.False(await MayWrite(server, path, ben));
    }

    [Theory, BothDatabases]
    public async Task On_request_somebody_who_runs_it_lets_in_and_a_no_is_silent(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Anfrage {anna.Id}", "onrequest");
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/join"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(path + "/ask"));
        await ben.Client.SubmitOk(path + "/ask", ("words", "Ich ziehe Draht."));
        await carl.Client.SubmitOk(path + "/ask", ("words", "Ich will werben."));
        var waiting = await anna.Client.Page(path + "/requests");
        Assert.Equal(["Ich ziehe Draht.", "Ich will werben."], waiting.QuerySelectorAll("blockquote").Select(q => q.TextContent.Trim()));
        await anna.Client.SubmitOk($"{path}/requests/{ben.Id}/accept");
        await anna.Client.SubmitOk($"{path}/requests/{carl.Id}/decline");
        Assert.NotNull(await server.Seat(path, ben));
        Assert.Null(await server.Seat(path, carl));
        // For Carl nothing has changed, and asking anew reaches nobody.
        Assert.Contains("You have asked to be let in", (await carl.Client.Page(path)).Body!.TextContent);
        await carl.Client.SubmitOk(path + "/ask/withdraw");
        await carl.Client.SubmitOk(path + "/ask", ("words", "Bitte!"));
        Assert.Empty((await anna.Client.Page(path + "/requests")).QuerySelectorAll("blockquote"));
        Assert.Equal(HttpStatusCode.NotFound, await anna.Try($"{path}/requests/{carl.Id}/accept"));
        await server.Db(db => db.GroupRequests.Where(r => r.MemberId == carl.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.DeclinedAt, server.Clock.GetCurrentInstant() - GroupRequest.Rest - Duration.FromDays(1))));
        await carl.Client.SubmitOk(path + "/ask", ("words", "Nach langer Zeit."));
        Assert.Single((await anna.Client.Page(path + "/requests")).QuerySelectorAll("blockquote"));
    }

    [Theory, BothDatabases]
    public async Task A_closed_group_is_joined_by_invitation_alone(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Geschlossen {anna.Id}", "closed", ("rules", Founding.Rules));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/join", ("rules", "1")));
        await anna.Invite(path, ben, carl);
        Assert.Contains("Anna Berger invites you.", (await ben.Client.Page("/groups")).Body!.TextContent);
        Assert.Contains(Founding.Rules, (await ben.Client.Page(path)).Body!.TextContent);
        await ben.Join(path, rules: 1);
        await carl.Client.SubmitOk(path + "/decline");
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(path + "/join", ("rules", "1")));
        // The inviter learns nothing of the no, and inviting again reaches nobody for a while.
        Assert.Contains("Carl Fremd", (await anna.Client.Page(path + "/requests")).Body!.TextContent);
        await anna.Invite(path, carl);
        Assert.DoesNotContain("Anna Berger invites you.", (await carl.Client.Page("/groups")).Body!.TextContent);
        // Only who runs it invites here.
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/invite", ("with", carl.Handle)));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(path + "/invite"));
    }

    [Theory, BothDatabases]
    public async Task Every_member_of_an_open_group_invites_and_takes_it_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Offen {anna.Id}");
        await ben.Join(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(path + "/invite"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(path + "/invite", ("with", "niemand-heisst-so")));
        Assert.Contains(carl.Handle, (await ben.Client.Page($"{path}/invite?with={carl.Handle}")).QuerySelector("input[name=with]")!.GetAttribute("value"));
        await ben.Invite(path, carl);
        await ben.Client.SubmitOk($"{path}/invitations/{carl.Id}/withdraw");
        Assert.DoesNotContain("invites you.", (await carl.Client.Page(path)).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task An_invitation_that_was_taken_back_goes_on_counting_for_its_day(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Einladungen {anna.Id}", "secret");
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            var others = Enumerable.Range(0, GroupInvitation.MostADay - 1).Select(_ => new Group { Slug = $"g{Guid.NewGuid():N}", Name = "Andere", Kind = GroupKind.Secret, CreatedById = anna.Id, CreatedAt = now - Duration.FromDays(9), ActiveAt = now }).ToList();
            db.AddRange(others);
            await db.SaveChangesAsync();
            db.AddRange(others.Select(g => new GroupInvitation { GroupId = g.Id, MemberId = ben.Id, ById = anna.Id, At = now }));
            await db.SaveChangesAsync();
        });
        await anna.Invite(path, carl);
        Assert.Equal(HttpStatusCode.OK, await carl.Client.Status(path));
        await anna.Client.SubmitOk($"{path}/invitations/{carl.Id}/withdraw");
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, await anna.Try($"{path}/invitations/{carl.Id}/withdraw"));
        Assert.DoesNotContain("Carl Fremd", (await anna.Client.Page(path + "/requests")).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.TooManyRequests, await anna.Try(path + "/invite", ("with", ben.Handle)));
    }

    [Theory, BothDatabases]
    public async Task Who_was_invited_again_after_it_was_taken_back_gets_in_and_is_told_once_a_day(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Doch noch {anna.Id}", "closed");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await anna.Invite(path, ben);
            await anna.Client.SubmitOk($"{path}/invitations/{ben.Id}/withdraw");
        }
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/join"));
        await anna.Invite(path, ben);
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.GroupInvited && e.ActorId == anna.Id)));
        await ben.Join(path);
    }

    [Theory, BothDatabases]
    public async Task An_invitation_holds_as_long_as_its_inviter_may_invite(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Vollmacht {anna.Id}", "secret");
        await anna.Invite(path, ben);
        await ben.Join(path);
        await anna.Give(path, ben, GroupRole.Moderator);
        await ben.Invite(path, carl);
        Assert.Single(await server.Stream(carl), n => n.Kind == "groupInvited");
        await anna.Give(path, ben, GroupRole.Member);
        Assert.Equal(HttpStatusCode.NotFound, await carl.Client.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(path + "/join"));
        Assert.DoesNotContain(await server.Stream(carl), n => n.Kind == "groupInvited");
        await anna.Give(path, ben, GroupRole.Moderator);
        Assert.Equal(HttpStatusCode.OK, await carl.Client.Status(path));
        await anna.Client.SubmitOk($"{path}/members/{ben.Id}/remove");
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(path + "/join"));
    }

    [Theory, BothDatabases]
    public async Task Who_is_kept_out_reads_why_and_comes_back_only_when_let(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var path = await anna.Found($"Bann {anna.Id}");
        await ben.Join(path);
        await carl.Join(path);
        await anna.Give(path, carl, GroupRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try($"{path}/members/{carl.Id}/remove"));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try($"{path}/members/{anna.Id}/remove"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await carl.Try($"{path}/members/{ben.Id}/remove", ("keepout", "true")));
        await carl.Client.SubmitOk($"{path}/members/{ben.Id}/remove", ("keepout", "true"), ("reason", "Werbung trotz Bitte"));
        Assert.Contains("Werbung trotz Bitte", (await ben.Client.Page(path)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, await ben.Try(path + "/join"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try(path + "/invite", ("with", ben.Handle)));
        Assert.Contains("Werbung trotz Bitte", (await anna.Client.Page(path + "/requests")).Body!.TextContent);
        await anna.Client.SubmitOk($"{path}/bans/{ben.Id}/lift");
        await ben.Join(path);
        // Removed without being kept out one may come back.
        await carl.Client.SubmitOk($"{path}/members/{ben.Id}/remove");
        await ben.Join(path);
        Assert.Equal(3, (await server.Group(path))!.Members);
    }

    private static Task<bool> MayWrite(GildeServer server, string path, TestMember member) =>
        server.Db(db => db.GroupsWritableBy(new Gilde.Web.Web.Viewer { Id = member.Id }).AnyAsync(g => g.Slug == path.Substring(8)));
}
