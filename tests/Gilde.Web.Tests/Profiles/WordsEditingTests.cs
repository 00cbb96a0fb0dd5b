using Gilde.Web.Events;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

public class WordsEditingTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Name_headline_about_and_place_are_edited_each_on_its_own(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await anna.Client.SubmitOk("/settings/profile/name", ("name", "Anna Berger-Müller"), ("headline", "Leiterin Fertigung"));
        await anna.Client.SubmitOk("/settings/profile/about", ("about", "Ich ziehe **Draht**."), ("audience", "everyone"));
        await anna.Client.SubmitOk("/settings/profile/place", ("place", "Altena"), ("country", "DE"), ("audience", "everyone"));
        var page = await server.Client().Page($"/@{anna.Handle}");
        Assert.Equal("Anna Berger-Müller", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Leiterin Fertigung", page.QuerySelector(".headline")!.TextContent);
        Assert.Equal("Draht", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Contains("Altena, Germany", page.QuerySelector(".facts")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_new_name_stands_in_the_activity_log_a_new_headline_does_not(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        foreach (var (path, next) in new[] { ("/settings/profile/name", "Anna Berger-Müller"), ("/welcome/line", "Anna Groß") })
        {
            var anna = await server.Member("Anna Berger", Language.German);
            await anna.Client.SubmitOk(path, ("name", "Anna Berger"), ("headline", "Leiterin Fertigung"));
            Assert.DoesNotContain("Name geändert", (await anna.Client.Page("/settings/activity")).Body!.TextContent);
            await anna.Client.SubmitOk(path, ("name", next), ("headline", "Leiterin Fertigung"));
            Assert.Contains("Name geändert", (await anna.Client.Page("/settings/activity")).Body!.TextContent);
        }
    }

    [Theory, BothDatabases]
    public async Task Every_part_says_that_it_is_saved(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        foreach (var (path, name, value) in new[]
        {
            ("name", "name", "Anna Berger"), ("about", "about", "Draht"), ("place", "place", "Altena"), ("skills", "topics", "Glühen"), ("credentials/new", "name", "Schweißaufsicht"), ("credentials", "audience", "members"),
            ("visibility", "open", "true"), ("handle", "handle", "anna-" + anna.Id),
        })
        {
            using var answer = await anna.Client.Submit("/settings/profile/" + path, (name, value));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("gilde_said=", StringComparison.Ordinal) && c.Contains("Saved."));
        }
    }

    [Theory, BothDatabases]
    public async Task Invisible_characters_leave_a_name(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await anna.Client.SubmitOk("/settings/profile/name", ("name", "Anna\u202E  Ber\u0007ger\n"), ("headline", ""));
        Assert.Equal("Anna Berger", await server.Db(db => db.Members.Where(m => m.Id == anna.Id).Select(m => m.Name).SingleAsync()));
    }

    [Theory]
    [BothDatabases("/settings/profile/name", "name", 101)]
    [BothDatabases("/settings/profile/name", "headline", 201)]
    [BothDatabases("/settings/profile/about", "about", 10_001)]
    [BothDatabases("/settings/profile/place", "place", 101)]
    public async Task Too_long_is_said_and_nothing_is_cut(DatabaseKind kind, string path, string field, int length)
    {
        var anna = await (await servers.On(kind)).Member();
        var typed = new string('ü', length);
        using var response = await anna.Client.Submit(path, ("name", field == "name" ? typed : "Anna"), (field == "name" ? "x" : field, typed));
        var page = await response.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains($"these are {length}", page.QuerySelector($"#f-{field}-error")!.TextContent);
        Assert.Contains(typed, page.QuerySelector($"#f-{field}")!.OuterHtml);
    }

    [Theory, BothDatabases]
    public async Task Skills_are_short_phrases_each_once_in_the_order_typed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await anna.Client.SubmitOk("/settings/profile/skills", ("topics", " Glühen, Drahtziehen;  Ziehsteine \n drahtziehen,, "), ("audience", "members"));
        Assert.Equal(["Glühen", "Drahtziehen", "Ziehsteine"], await Skills(anna));
        await anna.Client.SubmitOk("/settings/profile/skills", ("topics", "Drahtziehen, Glühen"), ("audience", "members"));
        Assert.Equal(["Drahtziehen", "Glühen"], await Skills(anna));
        Assert.Equal("Drahtziehen, Glühen", (await anna.Client.Page("/settings/profile/skills")).QuerySelector("input[name=topics]")!.GetAttribute("value"));
        await anna.Client.SubmitOk("/settings/profile/skills", ("topics", ""));
        Assert.Empty(await Skills(anna));
    }

    [Theory]
    [BothDatabases(51, 5)]
    [BothDatabases(1, 61)]
    public async Task Too_many_or_too_long_skills_are_refused(DatabaseKind kind, int count, int length)
    {
        var anna = await (await servers.On(kind)).Member();
        var typed = string.Join(", ", Enumerable.Range(0, count).Select(i => $"{i}".PadLeft(length, 'x')));
        using var response = await anna.Client.Submit("/settings/profile/skills", ("topics", typed));
        Assert.NotNull((await response.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-topics-error"));
    }

    [Theory, BothDatabases]
    public async Task Suggestions_come_from_what_several_show_to_the_network(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var members = new[] { await server.Member("A A"), await server.Member("B B"), await server.Member("C C") };
        await server.Db(async db =>
        {
            foreach (var m in members.Take(2)) db.Add(new Topic { MemberId = m.Id, Kind = TopicKind.Skill, Text = "Verzinken" });
            db.Add(new Topic { MemberId = members[0].Id, Kind = TopicKind.Skill, Text = "Alleinstellung" });
            foreach (var m in members.Skip(1)) db.Add(new Topic { MemberId = m.Id, Kind = TopicKind.Skill, Text = "Geheimes" });
            await db.SaveChangesAsync();
        });
        await members[2].Client.SubmitOk("/settings/profile/skills", ("topics", "Geheimes"), ("audience", "contacts"));
        var suggested = (await members[0].Client.Page("/settings/profile/skills")).QuerySelectorAll("datalist option").Select(o => o.GetAttribute("value"));
        Assert.Equal(["Verzinken"], suggested);
    }

    [Theory, BothDatabases]
    public async Task A_change_raises_the_version_and_tells_the_log(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var before = await server.Db(db => db.Members.SingleAsync(m => m.Id == anna.Id));
        await anna.Client.SubmitOk("/settings/profile/seeks", ("topics", "Azubis"));
        var after = await server.Db(db => db.Members.SingleAsync(m => m.Id == anna.Id));
        Assert.True(after.Version > before.Version && after.ChangedAt > before.ChangedAt);
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.MemberChanged && e.TargetId == anna.Id)));
    }

    private static async Task<string[]> Skills(TestMember member) =>
        [.. (await member.Client.Page($"/@{member.Handle}")).QuerySelectorAll("#skills .chip").Select(c => c.TextContent)];
}
