using Gilde.Web.Backups;
using Gilde.Web.Events;
using Gilde.Web.Tests.Demo;

namespace Gilde.Web.Tests.Backups;

/// <summary>The event log in another cluster: every reader goes on where it stood, whatever the transaction ids were.</summary>
public class RestoredLogTests
{
    /// <summary>Transaction and id as PostgreSQL might have written them: 5 and 6 committed in the reverse order, 8 late.</summary>
    private static readonly (long Transaction, long Id)[] Log = [(900_000, 1), (900_001, 2), (900_001, 3), (900_004, 6), (900_005, 4), (900_005, 5), (900_006, 8), (900_007, 7)];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 3)]
    [InlineData(DatabaseKind.Sqlite, 4)]
    [InlineData(DatabaseKind.Sqlite, 8)]
    [InlineData(DatabaseKind.Postgres, 0)]
    [InlineData(DatabaseKind.Postgres, 3)]
    [InlineData(DatabaseKind.Postgres, 4)]
    [InlineData(DatabaseKind.Postgres, 6)]
    [InlineData(DatabaseKind.Postgres, 8)]
    public async Task Readers_read_what_they_had_not_read_once_and_in_order(DatabaseKind kind, int slowHasRead)
    {
        var source = await Databases.New(DatabaseKind.Postgres);
        await using (var db = DataSetup.Open(source))
        {
            foreach (var (transaction, id) in Log)
                await db.Database.ExecuteSqlAsync($"INSERT INTO events (id, transaction, at, kind, object_id) VALUES ({id}, {transaction}, now(), 'probe', {id * 10})");
            await Stand(db, "slow", slowHasRead);
            await Stand(db, "quick", 7);
        }
        var path = Path.Combine(Databases.NewFolder(), "log.zip");
        await using (var db = DataSetup.Open(source)) await new MakeBackup(db, source, new MicrosecondClock()).Execute(path, new Silent());
        var target = await Databases.New(kind, empty: true);
        await using var restored = DataSetup.Open(target);
        await new RestoreBackup(restored, target).Execute(path, new Silent());

        Assert.Equal(Log.Skip(slowHasRead).Select(e => e.Id * 10), await Unread(restored, "slow"));
        Assert.Equal(Log.Skip(7).Select(e => e.Id * 10), await Unread(restored, "quick"));

        // What happens from now on comes after everything that was restored.
        restored.Record(new MicrosecondClock(), "probe", actor: null, subject: 999);
        await restored.SaveChangesAsync();
        await Eventually.Is(async () => (await Unread(restored, "quick")).LastOrDefault() == 999, "the new event is read last");
        Assert.Equal(Log.Skip(slowHasRead).Select(e => e.Id * 10).Append(999), await Unread(restored, "slow"));
    }

    private static async Task Stand(GildeDb db, string reader, int count)
    {
        var (transaction, id) = count == 0 ? (0, 0) : Log[count - 1];
        await db.Database.ExecuteSqlAsync($"INSERT INTO event_positions (reader, transaction, event_id) VALUES ({reader}, {transaction}, {id})");
    }

    private static async Task<List<long>> Unread(GildeDb db, string reader)
    {
        var position = await db.EventPositions.AsNoTracking().SingleAsync(p => p.Reader == reader);
        return await db.After(new LogPlace(position.Transaction, position.EventId), await db.Settled()).Select(e => e.ObjectId!.Value).ToListAsync();
    }
}
