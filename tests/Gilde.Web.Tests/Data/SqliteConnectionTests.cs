using Gilde.Web.Follows;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Data;

/// <summary>Connections that stay open and statements that stay prepared answer like new ones.</summary>
public class SqliteConnectionTests
{
    [Fact]
    public async Task A_query_can_be_asked_again_while_its_answer_is_still_being_read()
    {
        await using var db = await People(30);
        var pairs = new List<(long, long)>();
        await foreach (var one in db.Members.OrderBy(m => m.Id).Select(m => m.Id).AsAsyncEnumerable())
            await foreach (var other in db.Members.OrderBy(m => m.Id).Select(m => m.Id).AsAsyncEnumerable())
                pairs.Add((one, other));
        Assert.Equal((900, 30), (pairs.Distinct().Count(), pairs.Count(p => p.Item1 == p.Item2)));
    }

    [Fact]
    public async Task More_different_queries_than_are_kept_are_all_answered()
    {
        await using var db = await People(5);
        for (var round = 0; round < 2; round++)
            for (var n = 0; n < 150; n++)
                Assert.Equal(5 - n % 5, await db.Members.TagWith($"{n}").CountAsync(m => m.Id > n % 5));
    }

    [Fact]
    public async Task A_query_follows_when_another_connection_changes_the_table()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using var db = DataSetup.Open(settings);
        await Fill(db, 3);
        Task<List<string>> Handles() => db.Members.OrderBy(m => m.Id).Select(m => m.Handle).ToListAsync();
        Assert.Equal(["p0", "p1", "p2"], await Handles());
        await using (var other = DataSetup.Open(settings))
        {
            await other.Execute("ALTER TABLE members ADD COLUMN later INTEGER");
            await other.Execute("CREATE INDEX ix_later ON members (later, handle)");
            await other.Execute("DELETE FROM members WHERE handle = 'p1'");
        }
        Assert.Equal(["p0", "p2"], await Handles());
    }

    [Fact]
    public async Task After_an_error_the_same_statement_works_and_nothing_is_left_locked()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using var db = DataSetup.Open(settings);
        await Fill(db, 2);
        Task Follow(long who, long whom) => db.Database.ExecuteSqlAsync($"INSERT INTO member_follows (follower_id, followed_id, at) VALUES ({who}, {whom}, 1)");
        await Follow(1, 2);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Follow(1, 2));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Follow(1, 99));
        await Follow(2, 1);
        await using var other = DataSetup.Open(settings);
        other.Add(new MemberFollow { FollowerId = 2, FollowedId = 2, At = new MicrosecondClock().GetCurrentInstant() });
        Assert.Equal(1, await other.SaveChangesAsync());
        Assert.Equal(3, await db.MemberFollows.CountAsync());
    }

    [Fact]
    public async Task What_is_rolled_back_is_gone_for_the_same_connection()
    {
        await using var db = await People(2);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM members");
            Assert.Equal(0, await db.Members.CountAsync());
            await transaction.RollbackAsync();
        }
        Assert.Equal(2, await db.Members.CountAsync());
    }

    private static async Task<GildeDb> People(int count)
    {
        var db = DataSetup.Open(await Databases.New(DatabaseKind.Sqlite));
        await Fill(db, count);
        return db;
    }

    private static async Task Fill(GildeDb db, int count)
    {
        var now = new MicrosecondClock().GetCurrentInstant();
        await db.Atomically(() => db.Insert(Enumerable.Range(0, count).Select(n => new Member($"Mensch {n}", $"p{n}", Language.German, now) { ActiveSince = now }), firstId: 1));
    }
}
