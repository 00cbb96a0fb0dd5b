using Gilde.Web.Profiles;
using Gilde.Web.Search;
using Gilde.Web.Tests.Introductions;

namespace Gilde.Web.Tests.Search;

/// <summary>Only what the viewer may see is searched.</summary>
public class SearchVisibilityTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Sections_for_contacts_are_searched_by_contacts_alone(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, friend, owner) = (await server.Member("Anna Berger"), await server.Member("Frieda Freund"), await server.Member("Otto Kanari"));
        await server.Connect(friend, owner);
        await server.Write(owner, m => m.Place = "Geheimhausen", [(Audience.Contacts, ProfileSection.Skills), (Audience.Contacts, ProfileSection.Place), (Audience.Nobody, ProfileSection.Interests)],
            owner.Topic(TopicKind.Skill, "Canarywerkzeug"), owner.Topic(TopicKind.Interest, "Niemandsland"));
        await server.Settled();
        foreach (var words in new[] { "canarywerkzeug", "Geheimhausen", "kanari canarywerkzeug", "canarywerkzueg" })
        {
            Assert.Equal([owner.Handle], await friend.FindsText(words));
            Assert.Empty(await anna.FindsText(words));
        }
        Assert.Equal([owner.Handle], await friend.Finds("skill=Canarywerkzeug"));
        Assert.Empty(await anna.Finds("skill=Canarywerkzeug"));
        foreach (var viewer in new[] { anna, friend }) Assert.Empty(await viewer.FindsText("niemandsland"));
        Assert.Contains("Skill: Canarywerkzeug", (await friend.Client.Page("/search?q=canarywerkzeug")).Body!.TextContent);

        var crawl = "";
        foreach (var path in new[] { "/search?q=kanari", "/search?q=canarywerkzueg", "/introductions", "/introductions/any?q=kanari", $"/introductions/to/{owner.Handle}" })
            crawl += await anna.Client.GetStringAsync(path) + await anna.Client.Json(path.Replace("/search?q=canarywerkzueg", "/search?q=otto"));
        foreach (var secret in new[] { "Canarywerkzeug", "Geheimhausen", "Niemandsland" }) Assert.DoesNotContain(secret, crawl);
    }

    [Theory, BothDatabases]
    public async Task A_contact_hidden_text_changes_nothing_for_others(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, owner) = (await server.Member("Anna Berger"), await server.Member("Ottilie Zwetschge"));
        await server.Indexed();
        var before = await anna.Client.Json("/search?q=zwetschge");
        await server.Write(owner, null, [(Audience.Contacts, ProfileSection.Skills)], owner.Topic(TopicKind.Skill, "Zwetschgenentsteinen"));
        Assert.Equal(before, await anna.Client.Json("/search?q=zwetschge"));
        Assert.Empty(await anna.FindsText("zwetschgenentsteinen"));
    }

    [Theory, BothDatabases]
    public async Task Blocked_and_suspended_members_are_not_found(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, other) = (await server.Member("Anna Berger"), await server.Member("Sieglinde Blockberg"));
        await server.Indexed();
        Assert.Equal([other.Handle], await anna.FindsText("blockberg"));
        await server.Block(other, anna);
        Assert.Empty(await anna.FindsText("blockberg"));
        await server.Block(other, anna, blocked: false);
        await server.Suspend(other);
        Assert.Empty(await anna.FindsText("blockberg"));
        await server.Suspend(other, suspended: false);
        Assert.Equal([other.Handle], await anna.FindsText("blockberg"));
    }

    [Theory, BothDatabases]
    public async Task A_changed_or_erased_profile_leaves_nothing_behind(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, other) = (await server.Member("Anna Berger"), await server.Member("Theo Wechsel"));
        await server.Write(other, m => m.Headline = "Altwortmeister");
        Assert.Equal([other.Handle], await anna.FindsText("altwortmeister"));
        await server.Write(other, m => m.Headline = "Neuwortmeister");
        Assert.Empty(await anna.FindsText("altwortmeister"));
        Assert.Equal([other.Handle], await anna.FindsText("neuwortmeister"));
        await server.Db(db => db.Members.Where(m => m.Id == other.Id).ExecuteDeleteAsync());
        Assert.Empty(await anna.FindsText("neuwortmeister"));
        await server.Db(async db => await new RebuildSearch(db).Execute());
        var words = await server.Db(db => db.Texts("SELECT word FROM search_words_fts"));
        Assert.DoesNotContain("neuwortmeister", words);
        Assert.DoesNotContain("altwortmeister", words);
    }

    [Theory, BothDatabases]
    public async Task Rebuilding_gives_the_same_index(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, other) = (await server.Member("Anna Berger"), await server.Member("Theo Wechsel"));
        await server.Write(other, m => m.Place = "Werdohl", [(Audience.Contacts, ProfileSection.Skills)], other.Topic(TopicKind.Skill, "Kaltstauchen"), other.Position("Meister", "Stauchwerk"));
        var before = await Index(server);
        Assert.Equal(2, await server.Db(db => new RebuildSearch(db).Execute()));
        Assert.Equal(before, await Index(server));
        Assert.Equal([other.Handle], await anna.FindsText("stauchwerk"));
    }

    private static Task<string> Index(GildeServer server) => server.Db(async (GildeDb db) =>
    {
        var phrases = await db.SearchPhrases.OrderBy(p => p.MemberId).ThenBy(p => p.Kind).ThenBy(p => p.Key).Select(p => $"{p.MemberId} {p.Audience} {p.Kind} {p.Text}").ToListAsync();
        var rows = await db.Database.SqlQueryRaw<string>(db.IsPostgres
            ? "SELECT member_id || ' ' || audience || ' ' || vector::text AS \"Value\" FROM search_rows_fts ORDER BY 1"
            : "SELECT term || ' ' || doc || ' ' || cnt AS \"Value\" FROM search_terms_fts ORDER BY term").ToListAsync();
        return string.Join('\n', phrases.Concat(rows));
    });
}
