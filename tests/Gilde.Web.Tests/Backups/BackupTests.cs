using System.IO.Compression;
using Gilde.Web.Accounts;
using Gilde.Web.Backups;
using Gilde.Web.Contacts;
using Gilde.Web.Demo;
using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Demo;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Tests.Backups;

public class BackupTests
{
    private static readonly MicrosecondClock Clock = new();

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    public async Task A_backup_of_one_database_is_the_same_when_restored_to_another(DatabaseKind from, DatabaseKind to)
    {
        var source = await Filled(from);
        var made = await Backup(source);
        var target = await Databases.New(to, empty: true);
        (await Cli.Run(target, "restore", made)).Succeeded();
        (await Cli.Run(target, "check")).Succeeded();

        var before = Manifest(made);
        var after = Manifest(await Backup(target));
        Assert.Equal(before.Tables.Select(t => (t.Name, t.Rows, t.Sha256)), after.Tables.Select(t => (t.Name, t.Rows, t.Sha256)));
        Assert.Equal(before.Files, after.Files);
        Assert.True(before.Tables.Count(t => t.Rows > 0) > 20);
        Assert.Equal("picture", await File.ReadAllTextAsync(Path.Combine(target.FilesFolder, "pictures/aa/aabb/large.webp")));
    }

    [Fact]
    public async Task A_picture_that_is_erased_meanwhile_is_left_out()
    {
        var source = await Filled(DatabaseKind.Sqlite);
        var pictures = Path.Combine(source.FilesFolder, "pictures");
        var path = Path.Combine(Databases.NewFolder(), "meanwhile.zip");
        await using var db = DataSetup.Open(source);
        var manifest = await new MakeBackup(db, source, Clock).Execute(path, new Erasing(pictures));
        Assert.DoesNotContain(manifest.Files, f => f.Path.StartsWith("pictures/", StringComparison.Ordinal));
    }

    /// <summary>Takes a folder away once the backup comes to the files.</summary>
    private sealed class Erasing(string folder) : IProgress<Gilde.Web.CommandLine.Advance>
    {
        public void Report(Gilde.Web.CommandLine.Advance value)
        {
            if (value.What == "Files" && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, BothDatabases]
    public async Task Ids_go_on_above_the_highest_ever_given(DatabaseKind kind)
    {
        var source = await Filled(kind);
        long gone;
        await using (var db = DataSetup.Open(source))
        {
            var last = new Member("Letzte Person", "letzte-person", Language.German, Clock.GetCurrentInstant());
            db.Add(last);
            await db.SaveChangesAsync();
            gone = last.Id;
            db.Remove(last);
            await db.SaveChangesAsync();
        }
        var target = await Restored(await Backup(source), kind);
        await using var restored = DataSetup.Open(target);
        var next = new Member("Neue Person", "neue-person", Language.German, Clock.GetCurrentInstant());
        restored.Add(next);
        await restored.SaveChangesAsync();
        Assert.Equal(gone + 1, next.Id);
    }

    [Theory, BothDatabases]
    public async Task A_backup_made_while_others_write_holds_one_moment(DatabaseKind kind)
    {
        var source = await Filled(kind);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            await using var db = DataSetup.Open(source);
            long pairs = 0;
            foreach (var (a, b) in from a in Enumerable.Range(1, 80) from b in Enumerable.Range(a + 1, 80 - a) select (a, b))
            {
                if (enough.IsCancellationRequested) break;
                if (await db.Contacts.AnyAsync(c => c.OwnerId == a && c.OtherId == b)) continue;
                var now = Clock.GetCurrentInstant();
                db.AddRange(new Contact(a, b, now), new Contact(b, a, now));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                pairs++;
            }
            return pairs;
        });
        var made = await Backup(source);
        await enough.CancelAsync();
        Assert.True(await writing > 0);
        await using var restored = DataSetup.Open(await Restored(made, kind));
        Assert.Equal(0, await restored.Contacts.CountAsync(c => !restored.Contacts.Any(o => o.OwnerId == c.OtherId && o.OtherId == c.OwnerId)));
    }

    [Theory, BothDatabases]
    public async Task A_database_that_holds_a_network_takes_no_backup(DatabaseKind kind)
    {
        var settings = await Filled(kind);
        var made = await Backup(settings);
        Directory.Delete(settings.FilesFolder, recursive: true);
        Assert.Contains("holds a network already", (await Cli.Run(settings, "restore", made)).Failed().Error);
    }

    [Theory, BothDatabases]
    public async Task A_damaged_backup_is_refused_and_leaves_nothing_behind(DatabaseKind kind)
    {
        var made = await Backup(await Filled(DatabaseKind.Sqlite));
        using (var zip = ZipFile.Open(made, ZipArchiveMode.Update))
        {
            zip.GetEntry("tables/contacts.jsonl")!.Delete();
            await using var entry = zip.CreateEntry("tables/contacts.jsonl").Open();
            await entry.WriteAsync("{}\n"u8.ToArray());
        }
        var target = await Databases.New(kind);
        Assert.Contains("table contacts", (await Cli.Run(target, "restore", made)).Failed().Error);
        await using var db = DataSetup.Open(target);
        Assert.Equal(0, await db.Members.CountAsync());
        Assert.False(Directory.Exists(target.FilesFolder));
        Assert.Contains("no backup of Gilde", (await Cli.Run(target, "restore", typeof(Server).Assembly.Location)).Failed().Error);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        var settings = await Filled(DatabaseKind.Sqlite);
        var path = await Backup(settings);
        Assert.Contains("is there already", (await Cli.Run(settings, "backup", path)).Failed().Error);
    }

    private static async Task<string> Backup(Settings settings)
    {
        var path = Path.Combine(Databases.NewFolder(), "backup.zip");
        (await Cli.Run(settings, "backup", path)).Succeeded();
        return path;
    }

    private static async Task<Settings> Restored(string path, DatabaseKind kind)
    {
        var settings = await Databases.New(kind, empty: true);
        await using var db = DataSetup.Open(settings);
        await new RestoreBackup(db, settings).Execute(path, new Silent());
        return settings;
    }

    private static BackupManifest Manifest(string path)
    {
        using var archive = BackupArchive.Open(path);
        return archive.Manifest;
    }

    /// <summary>A small demo network, and by hand a row of every kind of column that it has none of.</summary>
    private static async Task<Settings> Filled(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, Clock).Execute(new Silent(), people: 80);
        var now = Clock.GetCurrentInstant();
        var account = await db.Users.FirstAsync();
        account.LockoutEnd = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMicroseconds(123_456);
        db.Add(Sessions.New(account.Id, now, "192.0.2.7", "Prüfstand").Session);
        db.Add(new Picture { OwnerId = account.Id, Folder = "aa/aabb", Width = 4, Height = 3, Sha256 = new string('0', 64), CreatedAt = now });
        db.Add(new Job { Kind = "probe", Payload = """{"zeile":"a\nb","ü":1}""", CreatedAt = now, DueAt = now });
        db.Add(new ProtectionKey { Name = "schlüssel", Xml = "<key id=\"1\">“ ' \\ </key>" });
        db.Set<IdentityUserPasskey<long>>().Add(new IdentityUserPasskey<long>
        {
            CredentialId = [1, 2, 255], UserId = account.Id,
            Data = new IdentityPasskeyData { PublicKey = [9, 8], Name = "Schlüssel", Transports = ["usb", "nfc"], AttestationObject = [7], ClientDataJson = [6], CreatedAt = DateTimeOffset.UnixEpoch },
        });
        db.Record(Clock, EventKinds.MemberChanged, account.Id, account.Id);
        db.Add(new EventPosition { Reader = "probe" });
        await db.SaveChangesAsync();
        var file = Path.Combine(settings.FilesFolder, "pictures/aa/aabb/large.webp");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "picture");
        return settings;
    }
}
