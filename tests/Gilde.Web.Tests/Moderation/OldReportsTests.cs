namespace Gilde.Web.Tests.Moderation;

/// <summary>Reports of messages from before there were cases.</summary>
public class OldReportsTests
{
    [Theory, BothDatabases]
    public async Task Reports_from_before_become_cases_with_their_decisions(DatabaseKind kind)
    {
        await using var db = DataSetup.Open(await Databases.New(kind, empty: true));
        await Migrations.Run(db, last: 26);
        var at = kind == DatabaseKind.Sqlite ? "1" : "now()";
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
        // Two open ones of message 7, one of message 8 that was removed.
        foreach (var (id, reporter, message) in new[] { (1, 11, 7), (2, 12, 7), (3, 11, 8) })
            await Sql(db, $"INSERT INTO reports (id, reporter_id, author_id, message_id, text, picture_id, reason, explanation, at) VALUES ({id}, {reporter}, 13, {message}, 'Wort', NULL, 1, 'weil', {at})");
        await Sql(db, $"INSERT INTO report_decisions (report_id, by_id, at, outcome, statement) VALUES (3, 14, {at}, 1, 'Beleidigung')");
        await Migrations.Run(db, last: 29);
        var cases = await db.Cases.OrderBy(c => c.Id).Select(c => new { c.Id, c.ObjectId, c.Reports, c.DecisionId }).ToListAsync();
        Assert.Equal([(1L, 7L, 2, (long?)null), (3L, 8L, 1, 3L)], cases.Select(c => (c.Id, c.ObjectId, c.Reports, c.DecisionId)));
        Assert.Equal([1L, 1L, 3L], await db.Reports.OrderBy(r => r.Id).Select(r => r.CaseId).ToListAsync());
        Assert.Equal("Beleidigung", (await db.Decisions.SingleAsync()).Facts);
    }

#pragma warning disable EF1002 // fixed words and numbers
    private static Task<int> Sql(GildeDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002
}
