using Gilde.Web.Contacts;
using Gilde.Web.Groups;

namespace Gilde.Web.Tests.Groups;

/// <summary>For whom groups of the four kinds exist, and what of them.</summary>
public class SecretGroupTests(Servers servers)
{
    [Theory]
    [BothDatabases("open", false, true, true, false)]
    [BothDatabases("open", true, true, true, true)]
    [BothDatabases("onrequest", false, true, false, false)]
    [BothDatabases("closed", false, true, false, false)]
    [BothDatabases("secret", false, false, false, false)]
    public async Task Who_sees_what_depends_on_the_kind(DatabaseKind kind, string of, bool isPublic, bool found, bool read, bool outside)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl, dora) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"), await server.Member("Dora Drin"));
        var name = $"Art {of} {anna.Id}";
        var path = await anna.Found(name, of, ("public", isPublic ? "true" : "false"));
        await anna.Invite(path, ben, dora);
        await dora.Join(path);
        HttpStatusCode Is(bool there) => there ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        // A stranger.
        Assert.Equal(Is(found), await carl.Client.Status(path));
        Assert.Equal(Is(read), await carl.Client.Status(path + "/members"));
        Assert.Equal(found, (await carl.Client.Page($"/groups?q=art+{anna.Id}")).Body!.InnerHtml.Contains(path));
        Assert.Equal(found, (await carl.Client.Json($"/groups?q=art+{anna.Id}")).Contains(name, StringComparison.Ordinal));
        if (!found) await carl.Client.Json(path, HttpStatusCode.NotFound);
        // The invited sees what it is, and who invites.
        var invited = await ben.Client.Page(path);
        Assert.Contains("Anna Berger invites you.", invited.Body!.TextContent);
        Assert.Equal(of != "secret", (await ben.Client.Page(path + "/about")).QuerySelectorAll(".person-name").Length > 0);
        Assert.Equal(Is(read), await ben.Client.Status(path + "/members"));
        // A member sees everything.
        Assert.Equal([anna.Name, dora.Name], await dora.Members(path));
        // Outside the network.
        Assert.Equal(Is(outside), await server.Client().Status(path));
        if (outside) Assert.DoesNotContain("Anna Berger", (await server.Client().Page(path + "/about")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_address_of_a_secret_group_cannot_be_guessed_and_changes_no_other(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var (name, plain) = ($"Fusion {anna.Id}", $"/groups/fusion-{anna.Id}");
        Assert.Matches($"^{plain}-[0-9a-f]{{12}}$", await anna.Found(name, "secret"));
        Assert.Matches("^/groups/a{47}-[0-9a-f]{12}$", await anna.Found(new string('a', 80), "secret"));
        Assert.Equal(plain, await ben.Found(name));
    }

    [Theory, BothDatabases]
    public async Task Who_is_blocked_is_in_no_list_no_request_and_no_count(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"));
        var (open, closed) = (await anna.Found($"Sperre {anna.Id}"), await anna.Found($"Tür {anna.Id}", "onrequest"));
        await ben.Join(open);
        await carl.Join(open);
        await ben.Client.SubmitOk(closed + "/ask", ("words", "Hallo"));
        await anna.Invite(closed, carl);
        await server.Db(async db =>
        {
            db.AddRange(new Block { MemberId = carl.Id, BlockedId = ben.Id, At = server.Clock.GetCurrentInstant() }, new Block { MemberId = ben.Id, BlockedId = carl.Id, At = server.Clock.GetCurrentInstant() });
            db.AddRange(new Block { MemberId = carl.Id, BlockedId = anna.Id, At = server.Clock.GetCurrentInstant() }, new Block { MemberId = ben.Id, BlockedId = anna.Id, At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        Assert.Equal([carl.Name], await carl.Members(open));
        Assert.Contains("1 member", (await carl.Client.Page(open)).QuerySelector(".group-head")!.TextContent);
        Assert.Contains("1 member<", (await carl.Client.Page("/groups")).QuerySelector($"a[href='{open}']")!.Closest(".person")!.InnerHtml);
        Assert.DoesNotContain("Anna", (await carl.Client.Page(open)).Body!.TextContent);
        Assert.Empty((await anna.Client.Page(closed + "/requests")).QuerySelectorAll("main .person-name"));
        Assert.DoesNotContain("invites you.", (await carl.Client.Page(closed)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await anna.Try($"{closed}/requests/{ben.Id}/accept"));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(closed + "/join"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try(closed + "/invite", ("with", ben.Handle)));
    }
}
