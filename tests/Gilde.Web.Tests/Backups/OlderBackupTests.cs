using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gilde.Web.Backups;
using Gilde.Web.Tests.Demo;

namespace Gilde.Web.Tests.Backups;

public class OlderBackupTests
{
    private const string Person = """{"id":7,"name":"Anna Berger","handle":"anna-berger","headline":"","about":"","place":"","country":"","language":0,"time_zone":"Europe/Berlin","joined_at":"2024-01-02T03:04:05.000006Z","hides_contacts":false,"version":1,"changed_at":"2024-01-02T03:04:05.000006Z"}""";

    [Theory, BothDatabases]
    public async Task A_backup_of_an_earlier_step_is_restored_and_brought_up_to_date(DatabaseKind kind)
    {
        var settings = await Databases.New(kind, empty: true);
        await using var db = DataSetup.Open(settings);
        await new RestoreBackup(db, settings).Execute(Write(step: 1), new Silent());
        Assert.Equal("Anna Berger", (await db.Members.SingleAsync()).Name);
        Assert.Equal(Migrations.Steps[^1].Number, await Migrations.StepOf(db));
    }

    [Theory, BothDatabases]
    public async Task A_database_that_is_ahead_of_the_backup_or_behind_it_is_refused(DatabaseKind kind)
    {
        var ahead = await Databases.New(kind);
        await using var db = DataSetup.Open(ahead);
        await Assert.ThrowsAsync<BackupException>(() => new RestoreBackup(db, ahead).Execute(Write(step: 1), new Silent()));
        await Assert.ThrowsAsync<BackupException>(() => new RestoreBackup(db, ahead).Execute(Write(step: 1_000_000), new Silent()));
        Assert.Equal(0, await db.Members.CountAsync());
    }

    /// <summary>A backup with one member in the columns of the first step.</summary>
    private static string Write(int step)
    {
        var lines = Encoding.UTF8.GetBytes(Person + "\n");
        BackupColumn[] columns =
        [
            new("id", ColumnKind.Long), new("name", ColumnKind.Text), new("handle", ColumnKind.Text), new("headline", ColumnKind.Text), new("about", ColumnKind.Text), new("place", ColumnKind.Text),
            new("country", ColumnKind.Text), new("language", ColumnKind.Int), new("time_zone", ColumnKind.Text), new("joined_at", ColumnKind.Moment), new("hides_contacts", ColumnKind.Flag),
            new("version", ColumnKind.Long), new("changed_at", ColumnKind.Moment),
        ];
        var manifest = new BackupManifest
        {
            Program = "0.0.1", Step = step, MadeAt = "2024-01-02T03:04:05Z", Files = [],
            Tables = [new BackupTable("members", columns, ["id"], 1, 7, Convert.ToHexStringLower(SHA256.HashData(lines)))],
        };
        var path = Path.Combine(Databases.NewFolder(), "older.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using (var table = zip.CreateEntry("tables/members.jsonl").Open()) table.Write(lines);
        using (var entry = zip.CreateEntry(BackupManifest.EntryName).Open()) entry.Write(manifest.Write());
        return path;
    }
}
