using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

public class ProfilePageTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_new_member_has_a_page_that_everyone_may_see(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var page = await server.Client().Page($"/@{anna.Handle}");
        Assert.Equal("Anna Berger", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("a[href^='/settings']"));
    }

    [Theory]
    [BothDatabases(Audience.Everyone, true, true, true)]
    [BothDatabases(Audience.Members, false, true, true)]
    [BothDatabases(Audience.Contacts, false, false, true)]
    [BothDatabases(Audience.Nobody, false, false, false)]
    public async Task Each_section_is_shown_to_its_audience(DatabaseKind kind, Audience audience, bool visitor, bool member, bool contact)
    {
        var server = await servers.On(kind);
        var (owner, friend, stranger) = (await server.Member("Olga Ott"), await server.Member("Frank Fein"), await server.Member("Sven Stern"));
        await server.Befriend(owner, friend);
        await server.FillWithCanaries(owner, _ => audience);
        Assert.Equal(visitor, await Sees(server.Client(), owner));
        Assert.Equal(member, await Sees(stranger.Client, owner));
        Assert.Equal(contact, await Sees(friend.Client, owner));
        Assert.True(await Sees(owner.Client, owner));
    }

    [Theory, BothDatabases]
    public async Task The_owner_sees_the_page_as_others_do(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var owner = await server.Member("Olga Ott");
        await server.FillWithCanaries(owner, s => s switch { ProfileSection.About => Audience.Everyone, ProfileSection.Skills => Audience.Members, _ => Audience.Contacts });
        Assert.Equal(["about"], await Canaries(owner, "?as=everyone"));
        Assert.Equal(["about", "skills"], await Canaries(owner, "?as=members"));
        Assert.Equal(10, (await Canaries(owner, "?as=contacts")).Length);
        Assert.Empty((await owner.Client.Page($"/@{owner.Handle}?as=everyone")).QuerySelectorAll("a.section-edit"));
    }

    [Theory, BothDatabases]
    public async Task Seeing_as_others_do_is_for_the_owner_alone(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (owner, stranger) = (await server.Member("Olga Ott"), await server.Member("Sven Stern"));
        await server.FillWithCanaries(owner, _ => Audience.Contacts);
        Assert.DoesNotContain("canary-", await stranger.Client.GetStringAsync($"/@{owner.Handle}?as=contacts"));
    }

    [Theory, BothDatabases]
    public async Task Who_is_blocked_finds_no_page_in_either_direction(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (owner, other) = (await server.Member("Olga Ott"), await server.Member("Bert Block"));
        await server.Block(owner, other);
        await other.Client.Page($"/@{owner.Handle}", HttpStatusCode.NotFound);
        await owner.Client.Page($"/@{other.Handle}", HttpStatusCode.NotFound);
        await owner.Client.Page($"/@{owner.Handle}");
    }

    [Theory, BothDatabases]
    public async Task Suspended_members_and_unknown_handles_look_the_same(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (gone, viewer) = (await server.Member("Gustav Gone"), await server.Member("Vera Viewer"));
        await server.Db(async db =>
        {
            db.Members.Single(m => m.Id == gone.Id).SuspendedAt = server.Clock.GetCurrentInstant();
            await db.SaveChangesAsync();
        });
        var suspended = await viewer.Client.Page($"/@{gone.Handle}", HttpStatusCode.NotFound);
        var unknown = await viewer.Client.Page("/@nobody-of-this-name", HttpStatusCode.NotFound);
        Assert.Equal(unknown.QuerySelector("main")!.TextContent, suspended.QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_full_page_stays_light(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (owner, viewer) = (await server.Member("Olga Ott"), await server.Member("Vera Viewer"));
        await server.Db(async db =>
        {
            for (var i = 0; i < 12; i++) db.Add(new Position { MemberId = owner.Id, Title = $"Leiterin {i}", Firm = "Drahtwerk", Description = new string('x', 400) });
            for (var i = 0; i < 50; i++) db.Add(new Topic { MemberId = owner.Id, Kind = TopicKind.Skill, Text = $"Fähigkeit Nummer {i}" });
            await db.SaveChangesAsync();
        });
        var html = await viewer.Client.GetByteArrayAsync($"/@{owner.Handle}");
        Assert.InRange(html.Length, 1, 60_000);
    }

    private static async Task<bool> Sees(HttpClient client, TestMember owner)
    {
        var html = await client.GetStringAsync($"/@{owner.Handle}");
        var seen = Enum.GetValues<ProfileSection>().Where(s => s != ProfileSection.Languages).Count(s => html.Contains($"canary-{s.Slug()}-{owner.Id}"));
        Assert.True(seen is 0 or 10, $"{seen} sections of 10 are seen");
        Assert.Equal(seen > 0, html.Contains("Welsh"));
        return seen > 0;
    }

    private static async Task<string[]> Canaries(TestMember owner, string query)
    {
        var html = await owner.Client.GetStringAsync($"/@{owner.Handle}{query}");
        return [.. Enum.GetValues<ProfileSection>().Select(s => s.Slug()).Where(s => html.Contains($"canary-{s}-{owner.Id}"))];
    }
}
