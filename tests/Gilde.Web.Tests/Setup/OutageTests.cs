using Gilde.Web.Search;
using Gilde.Web.Setup;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Setup;

/// <summary>The database is away for a moment: what runs in the background tries again, and the server stays up.</summary>
public class OutageTests
{
    [Theory, BothDatabases]
    public async Task The_settings_of_the_network_are_read_again_after_an_outage(DatabaseKind kind)
    {
        using var complaints = new Complaints();
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: complaints.Add);
        await server.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE networks RENAME TO networks_away"));
        await complaints.From<TheNetwork>();
        await server.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE networks_away RENAME TO networks"));
        await server.Db(db => db.Networks.ExecuteUpdateAsync(u => u.SetProperty(n => n.Name, "Wieder da")));
        await Eventually.Is(async () => (await server.Client().Page("/signin")).Body!.TextContent.Contains("Wieder da", StringComparison.Ordinal), "the new name is shown");
    }

    [Theory, BothDatabases]
    public async Task An_index_that_could_not_be_looked_at_is_completed_later(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await using (var db = DataSetup.Open(settings))
        {
            var anna = await TestMember.Create(db, new HttpClient(), "Anna Berger", Language.German);
            // As if she came from a database of before there was an index.
            await db.Events.Where(e => e.TargetId == anna.Id).ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE search_rows_fts RENAME TO search_away_fts");
        }
        using var complaints = new Complaints();
        await using var server = await GildeServer.Start(settings, adjust: complaints.Add);
        await complaints.From<CompleteIndex>();
        await server.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE search_away_fts RENAME TO search_rows_fts"));
        var ben = await server.Member("Ben Kurz");
        await Eventually.Is(async () => (await ben.FindsText("Berger")).Count == 1, "found");
    }
}
