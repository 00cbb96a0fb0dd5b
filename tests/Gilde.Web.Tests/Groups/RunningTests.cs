using Gilde.Web.Accounts;
using Gilde.Web.Groups;


namespace Gilde.Web.Tests.Groups;

public class RunningTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_last_owner_hands_over_before_they_go_or_step_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Leitung {anna.Id}");
        await ben.Join(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try(path + "/leave"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Founding.Try(anna, $"{path}/members/{anna.Id}/role", ("role", "Member")));
        Assert.Contains(ben.Name, (await anna.Client.Page(path + "/leave")).QuerySelector("fieldset")!.TextContent);
        await anna.Client.SubmitOk(path + "/leave", ("heir", $"{ben.Id}"));
        Assert.Equal(GroupRole.Owner, (await server.Seat(path, ben))!.Role);
        Assert.Null(await server.Seat(path, anna));
        Assert.Equal(1, (await server.Group(path))!.Members);
    }

    [Theory, BothDatabases]
    public async Task Two_owners_who_leave_at_once_do_not_both_go(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 6; round++)
        {
            var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
            var path = await anna.Found($"Wettlauf {anna.Id}");
            await ben.Join(path);
            await carl.Join(path);
            await anna.Give(path, ben, GroupRole.Owner);
            var answers = await Task.WhenAll(Founding.Try(anna, path + "/leave"), round % 2 == 0 ? Founding.Try(ben, path + "/leave") : Founding.Try(ben, $"{path}/members/{ben.Id}/role", ("role", "Member")));
            Assert.Single(answers, HttpStatusCode.SeeOther);
            Assert.Single(answers, HttpStatusCode.UnprocessableEntity);
            Assert.Equal(1, await server.Db(db => db.GroupMembers.CountAsync(m => m.Role == GroupRole.Owner && db.Groups.Any(g => g.Id == m.GroupId && g.Slug == path.Substring(8)))));
        }
    }

    [Theory, BothDatabases]
    public async Task Two_owners_who_demote_each_other_at_once_leave_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 4; round++)
        {
            var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
            var path = await anna.Found($"Streit {anna.Id}");
            await ben.Join(path);
            await anna.Give(path, ben, GroupRole.Owner);
            await Task.WhenAll(Founding.Try(anna, $"{path}/members/{ben.Id}/role", ("role", "Member")), Founding.Try(ben, $"{path}/members/{anna.Id}/role", ("role", "Member")));
            Assert.Equal(1, await server.Db(db => db.GroupMembers.CountAsync(m => m.Role == GroupRole.Owner && db.Groups.Any(g => g.Id == m.GroupId && g.Slug == path.Substring(8)))));
        }
    }

    [Theory, BothDatabases]
    public async Task With_the_last_member_the_group_goes(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Allein {anna.Id}");
        using (var without = await anna.Client.Submit(path + "/leave"))
            Assert.Contains("You are the last member", (await without.Document(HttpStatusCode.UnprocessableEntity)).Body!.TextContent);
        await anna.Client.SubmitOk(path + "/leave", ("delete", "true"));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(path));
        Assert.Null(await server.Group(path));
    }

    [Theory, BothDatabases]
    public async Task When_the_last_owner_is_erased_who_moderates_longest_takes_over(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl, dora) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"), await server.Member("Dora Dritte"));
        var path = await anna.Found($"Erbe {anna.Id}");
        foreach (var member in new[] { ben, carl, dora }) await member.Join(path);
        await anna.Give(path, carl, GroupRole.Moderator);
        await anna.Give(path, dora, GroupRole.Moderator);
        var alone = await anna.Found($"Nur Anna {anna.Id}", "secret");
        await Introductions.Asking.Asks.Erase(server, anna);
        Assert.Equal(GroupRole.Owner, (await server.Seat(path, carl))!.Role);
        Assert.Null(await server.Group(alone));
        Assert.Equal(3, (await server.Group(path))!.Members);
        await Introductions.Asking.Asks.Erase(server, carl);
        Assert.Equal(GroupRole.Owner, (await server.Seat(path, dora))!.Role);
        await Introductions.Asking.Asks.Erase(server, dora);
        Assert.Equal(GroupRole.Owner, (await server.Seat(path, ben))!.Role);
        await Introductions.Asking.Asks.Erase(server, ben);
        Assert.Null(await server.Group(path));
    }

    [Theory, BothDatabases]
    public async Task When_the_last_owner_is_suspended_the_networks_moderators_appoint_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, mona) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Mona Richter", role: MemberRole.Moderator));
        var (open, secret) = (await anna.Found($"Herrenlos {anna.Id}"), await anna.Found($"Verborgen {anna.Id}", "secret"));
        await ben.Join(open);
        await anna.Invite(secret, ben);
        await ben.Join(secret);
        var (openId, secretId) = ((await server.Group(open))!.Id, (await server.Group(secret))!.Id);
        Assert.Equal(HttpStatusCode.NotFound, await mona.Try($"/admin/groups/{openId}/owner"));
        await mona.Client.SubmitOk($"/admin/members/{anna.Id}/suspend", ("reason", "Werbung"));
        var page = (await mona.Client.Page("/admin/groups")).Body!.TextContent;
        Assert.Contains($"Herrenlos {anna.Id}", page);
        Assert.DoesNotContain("Verborgen", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await mona.Try($"/admin/groups/{openId}/owner", ("handle", mona.Handle)));
        await mona.Client.SubmitOk($"/admin/groups/{openId}/owner", ("handle", ben.Handle));
        await mona.Client.SubmitOk($"/admin/groups/{secretId}/owner");
        Assert.Equal(GroupRole.Owner, (await server.Seat(open, ben))!.Role);
        Assert.Equal(GroupRole.Owner, (await server.Seat(secret, ben))!.Role);
        Assert.Equal(2, await server.Db(db => db.AuditEntries.CountAsync(a => a.ById == mona.Id && a.MemberId == ben.Id && a.Action == Gilde.Web.Admin.AuditAction.GroupOwnerAppointed)));
        Assert.False(await server.Db(db => db.AuditEntries.AnyAsync(a => a.Note.Contains("Verborgen"))));
        Assert.Equal(HttpStatusCode.NotFound, await mona.Client.Status(secret));
    }

    [Theory, BothDatabases]
    public async Task More_readers_than_before_take_a_clear_yes(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var name = $"Weiter {anna.Id}";
        var path = await anna.Found(name, "secret");
        foreach (var (next, asOpen) in new[] { ("closed", ""), ("open", ""), ("open", "true") })
        {
            var form = Founding.Form(name, next, ("public", asOpen.Length > 0 ? "true" : "false"));
            using (var answer = await anna.Client.Submit(path + "/settings", form)) Assert.NotNull((await answer.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("input[name=wider]"));
            await anna.Client.SubmitOk(path + "/settings", [.. form, ("wider", "true")]);
        }
        Assert.Equal(HttpStatusCode.OK, await server.Client().Status(path));
        await anna.Client.SubmitOk(path + "/settings", Founding.Form(name, "secret"));
        Assert.Equal(HttpStatusCode.NotFound, await server.Client().Status(path));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(path));
    }

    [Theory, BothDatabases]
    public async Task An_archived_group_is_read_but_not_joined_until_it_is_opened_again(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Archiv {anna.Id}");
        await anna.Client.SubmitOk(path + "/archive", ("on", "true"));
        Assert.Equal(HttpStatusCode.Conflict, await ben.Try(path + "/join"));
        Assert.Contains("Archived", (await ben.Client.Page(path)).Body!.TextContent);
        Assert.DoesNotContain(path, (await ben.Client.Page($"/groups?q=archiv+{anna.Id}")).Body!.InnerHtml);
        await anna.Client.SubmitOk(path + "/archive", ("on", "false"));
        await ben.Join(path);
    }
}
