using Gilde.Web.Accounts;
using Gilde.Web.Backups;
using Gilde.Web.Events;
using Gilde.Web.Tests.Demo;

namespace Gilde.Web.Tests.Backups;

public class ErasureLedgerTests
{
    [Theory, BothDatabases]
    public async Task Whoever_was_erased_after_the_backup_does_not_come_back_with_it(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kurz"));
        var path = Path.Combine(Databases.NewFolder(), "before.zip");
        await server.Db(async db => { await new MakeBackup(db, server.Settings, server.Clock).Execute(path, new Silent()); });
        await server.Db(async db =>
        {
            db.Record(server.Clock, EventKinds.MemberErased, actor: null, anna.Id);
            await db.SaveChangesAsync();
        });
        var ledger = Path.Combine(server.Settings.DataFolder, ErasureLedger.FileName);
        await Eventually.Is(() => Task.FromResult(File.Exists(ledger) && File.ReadAllText(ledger).StartsWith($"{anna.Id},", StringComparison.Ordinal)), "the ledger has a line");

        var target = await Databases.New(kind, empty: true);
        File.Copy(ledger, Path.Combine(target.DataFolder, ErasureLedger.FileName));
        var restored = (await Cli.Run(target, "restore", path)).Succeeded();
        Assert.Contains("1 members had been erased since", restored.Output);
        await using var database = DataSetup.Open(target);
        Assert.Equal([ben.Id], await database.Members.Where(m => m.ActiveSince != null).Select(m => m.Id).ToListAsync());
        Assert.Equal([anna.Id], await database.Set<Erasure>().Select(e => e.MemberId).ToListAsync());
    }

    [Fact]
    public async Task Half_a_line_is_passed_over()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        var ledger = new ErasureLedger(settings);
        var now = new MicrosecondClock().GetCurrentInstant();
        await ledger.Append([(7, now), (9, now - NodaTime.Duration.FromDays(1)), (9, now)], default);
        await File.AppendAllTextAsync(Path.Combine(settings.DataFolder, ErasureLedger.FileName), "12,2026-0");
        Assert.Equal([(7L, now), (9L, now)], ledger.Read().Select(e => (e.Key, e.Value)).Order());
    }

    [Fact]
    public async Task Half_a_line_does_not_swallow_the_next()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        var ledger = new ErasureLedger(settings);
        var now = new MicrosecondClock().GetCurrentInstant();
        await ledger.Append([(7, now)], default);
        await File.AppendAllTextAsync(Path.Combine(settings.DataFolder, ErasureLedger.FileName), "12,2026-0");
        await ledger.Append([(12, now), (13, now)], default);
        await ledger.Append([(14, now)], default);
        Assert.Equal([7L, 12, 13, 14], ledger.Read().Keys.Order());
        Assert.DoesNotContain("", await File.ReadAllLinesAsync(Path.Combine(settings.DataFolder, ErasureLedger.FileName)));
    }
}
