using System.Collections.Concurrent;
using Gilde.Web.Checks;
using Gilde.Web.Demo;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Demo;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Checks;

/// <summary>The indexes of members and messages against what can be found.</summary>
public class SearchCheckTests
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Settings>>> Sound = new();

    /// <summary>Each fault, as SQLite and as PostgreSQL would have it, breaks the rule that begins so at this place.</summary>
    [Theory]
    [BothDatabases("Everybody who can be searched for", "member 5", "DELETE FROM search_rows_fts WHERE rowid = 21", "DELETE FROM search_rows_fts WHERE member_id = 5 AND audience = 1")]
    [BothDatabases("The index holds nobody else", "member 5", "UPDATE members SET active_since = NULL WHERE id = 5", null)]
    [BothDatabases("The index has the words", "member 5", "UPDATE members SET headline = 'Ganz anders' WHERE id = 5", null)]
    [BothDatabases("The index has the words", "member 5", "UPDATE search_rows_fts SET a = 'fremd', b = '', c = '', d = '' WHERE rowid = 21", "UPDATE search_rows_fts SET vector = '' WHERE member_id = 5")]
    [BothDatabases("The index has the words", "member 5 phrases", "DELETE FROM search_phrases WHERE member_id = 5", null)]
    [BothDatabases("The index has the words", "member 5 phrases", "UPDATE search_phrases SET audience = 1 - audience + 1, kind = 9 WHERE member_id = 5", null)]
    [BothDatabases("Every message that can", "message 3", "DELETE FROM messages_fts WHERE rowid = 3", "DELETE FROM messages_fts WHERE message_id = 3")]
    [BothDatabases("The index of messages holds nothing else", "message 9999999", "INSERT INTO messages_fts (rowid, conversation, body) VALUES (9999999, 'c1', 'x')", "INSERT INTO messages_fts VALUES (9999999, 'x')")]
    public async Task A_fault_is_found(DatabaseKind kind, string rule, string place, string sqlite, string? postgres)
    {
        var results = await Broken(kind, kind == DatabaseKind.Postgres ? postgres ?? sqlite : sqlite);
        Assert.Contains(results, r => r.Rule.StartsWith(rule, StringComparison.Ordinal) && r.Places.Contains(place));
    }

    [Theory, BothDatabases]
    public async Task A_word_missing_from_the_list_of_words_is_found(DatabaseKind kind) =>
        Assert.Contains(await Broken(kind, "DELETE FROM search_words_fts WHERE word = (SELECT min(word) FROM search_words_fts)"), r => r.Rule.StartsWith("Every word of the index", StringComparison.Ordinal) && r.Broken == 1);

    [Fact]
    public async Task On_postgres_the_words_of_messages_are_looked_at_too() =>
        Assert.Contains(await Broken(DatabaseKind.Postgres, "UPDATE messages_fts SET words = '' WHERE message_id = 3"), r => r.Rule.StartsWith("The index of messages has their words", StringComparison.Ordinal) && r.Broken > 0);

    [Theory, BothDatabases]
    public async Task What_the_running_server_keeps_is_sound_and_damage_ends_the_command_with_one(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await using (var server = await GildeServer.Start(settings))
        {
            var (anna, bert) = (await server.Member("Anna-Luise Müßig 😀"), await server.Member("Bert Ö."));
            await server.Connect(anna, bert);
            await server.Write(anna, m => m.Headline = "Ziehen & Glühen 😀x, 50 µm", [(Audience.Contacts, ProfileSection.Skills)], anna.Topic(TopicKind.Skill, "Drahtziehen"), anna.Position("Meisterin", "Müller & Söhne"));
            await server.Write(anna, m => m.About = "Seit **2001** dabei");
            await server.Write(anna, m => m.About = "Neu gefaßt");
            var talk = await anna.WriteTo(bert, "Grüße aus Altena");
            await anna.Client.SubmitOk(talk, ("text", "und noch etwas"));
            var message = await server.Db(db => db.Messages.Where(m => m.SenderId == anna.Id).MaxAsync(m => m.Id));
            await anna.Client.SubmitOk($"{talk}/{message}/remove");
            await server.Indexed();
        }
        await using var db = DataSetup.Open(settings);
        var results = await new CheckNetwork(db, settings).Execute(new Silent());
        Assert.DoesNotContain(results, r => r.Area == "Search" && (r.Broken > 0 || r.Skipped is not null));

        await db.Database.ExecuteSqlRawAsync("UPDATE members SET headline = 'verfälscht' WHERE id = (SELECT min(id) FROM members)");
        var found = await Cli.Run(settings, "check");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("The index has the words", found.Output);
    }

    [Theory, BothDatabases]
    public async Task An_index_that_waits_to_be_built_is_not_looked_at(DatabaseKind kind)
    {
        var results = await Broken(kind, "INSERT INTO jobs (kind, payload, created_at, due_at, attempts) SELECT 'search.rebuild', '', joined_at, joined_at, 0 FROM members WHERE id = 5");
        Assert.Contains(results, r => r.Rule.StartsWith("Everybody who can be", StringComparison.Ordinal) && r.Skipped is not null);
    }

    private static async Task<List<RuleResult>> Broken(DatabaseKind kind, string fault)
    {
        await using var db = DataSetup.Open(await Filled(kind));
        await db.Database.OpenConnectionAsync();
        await db.Execute(kind == DatabaseKind.Postgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        await using var transaction = await db.Database.BeginTransactionAsync();
        Assert.DoesNotContain(await SearchRules.Check(db, null, CancellationToken.None), r => r.Broken > 0);
        await db.Execute(fault);
        var results = await SearchRules.Check(db, null, CancellationToken.None);
        await transaction.RollbackAsync();
        return results;
    }

    private static Task<Settings> Filled(DatabaseKind kind) => Sound.GetOrAdd(kind, k => new(async () =>
    {
        var settings = await Databases.New(k);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: 60);
        return settings;
    })).Value;
}
