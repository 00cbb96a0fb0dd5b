using System.Collections.Concurrent;
using Gilde.Web.Accounts;
using Gilde.Web.Checks;
using Gilde.Web.Demo;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Tests.Demo;

namespace Gilde.Web.Tests.Checks;

public class CheckTests
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Settings>>> Sound = new();

    /// <summary>Each fault breaks the rule that begins so. Foreign keys are off while it is put in, as a broken disk or a stray hand would have it.</summary>
    [Theory]
    [BothDatabases("Every reference leads", "DELETE FROM members WHERE id = 3")]
    [BothDatabases("Every choice", "UPDATE topics SET kind = 99 WHERE id = 1")]
    [BothDatabases("There is one network", "UPDATE networks SET id = 2")]
    [BothDatabases("A network that is set up has an operator", "DELETE FROM role_grants")]
    [BothDatabases("An address to sign in with", "UPDATE accounts SET normalized_email = lower(normalized_email) WHERE id = 1")]
    [BothDatabases("A handle is in small letters", "UPDATE members SET handle = 'Anna' WHERE id = 1")]
    [BothDatabases("A profile's pictures", "UPDATE members SET picture_id = 999 WHERE id = 1")]
    [BothDatabases("A contact has two sides", "DELETE FROM contacts WHERE owner_id = (SELECT min(owner_id) FROM contacts)")]
    [BothDatabases("Both sides are of the same day", "UPDATE contacts SET met_at = NULL WHERE owner_id < other_id")]
    [BothDatabases("Contact data is released", "DELETE FROM contacts WHERE owner_id = 5 OR other_id = 5")]
    [BothDatabases("A talk of two", "UPDATE conversations SET direct_key = '1:1' WHERE id = (SELECT min(id) FROM conversations WHERE direct_key IS NOT NULL)")]
    [BothDatabases("A conversation knows its newest", "UPDATE conversations SET last_message_id = last_message_id + 1 WHERE id = 1")]
    [BothDatabases("Who writes takes part", "DELETE FROM participants WHERE conversation_id = 1")]
    [BothDatabases("Nobody has read further", "UPDATE participants SET last_read_id = 99999999 WHERE conversation_id = 1")]
    [BothDatabases("The count of unread", "UPDATE participants SET unread = unread + 1 WHERE conversation_id = 1")]
    [BothDatabases("A tie names the lower", "UPDATE ties SET low_id = high_id WHERE low_id = (SELECT min(low_id) FROM ties)")]
    [BothDatabases("A tie counts", "UPDATE ties SET low_to_high = low_to_high + 1 WHERE low_id = (SELECT min(low_id) FROM ties)")]
    [BothDatabases("A tie counts the days", "UPDATE ties SET turn_days = turn_days + 1 WHERE low_id = (SELECT min(low_id) FROM ties)")]
    [BothDatabases("A tie counts the days", "UPDATE ties SET last_high_to_low = NULL WHERE low_id = (SELECT min(low_id) FROM ties WHERE last_high_to_low IS NOT NULL)")]
    [BothDatabases("A tie knows when the two last met", "UPDATE ties SET met_at = NULL WHERE met_at IS NOT NULL")]
    [BothDatabases("A tie has a strength", "UPDATE ties SET strength = 0 WHERE low_id = (SELECT min(low_id) FROM ties)")]
    [BothDatabases("Who met, or said a private word", "UPDATE contacts SET word = 2 WHERE NOT EXISTS (SELECT 1 FROM ties WHERE owner_id IN (low_id, high_id) AND other_id IN (low_id, high_id))")]
    [BothDatabases("There is a tie only", "INSERT INTO ties (low_id, high_id, low_to_high, high_to_low, turn_days, strength) VALUES (998, 999, 0, 0, 0, 95)")]
    [BothDatabases("Who exchanged something", "DELETE FROM ties WHERE low_id = (SELECT min(low_id) FROM ties)")]
    [BothDatabases("Who holds a request", "UPDATE introductions SET holder_id = 40")]
    [BothDatabases("What is over or answered", "UPDATE introductions SET holder_id = target_id")]
    [BothDatabases("Who answers a request", "UPDATE introduction_answers SET member_id = 40 WHERE place = 1")]
    [BothDatabases("What is kept", "UPDATE introduction_closures SET kind = 2")]
    [BothDatabases("No reader is beyond", "INSERT INTO event_positions (reader, transaction, event_id) VALUES ('astray', 9000000000, 5)")]
    public async Task A_fault_is_found(DatabaseKind kind, string rule, string fault)
    {
        await using var db = DataSetup.Open(await Filled(kind));
        await db.Database.OpenConnectionAsync();
        await db.Execute(kind == DatabaseKind.Postgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var command = fault.Replace("(reader, transaction,", "(reader, \"transaction\",");
        await db.Execute(command);
        var results = await Look(db);
        Assert.Contains(results, r => r.Rule.StartsWith(rule, StringComparison.Ordinal) && r.Broken > 0 && r.Places.Count > 0);
        await transaction.RollbackAsync();
    }

    [Theory, BothDatabases]
    public async Task A_sound_network_passes_and_a_broken_one_ends_with_one(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: 60);
        Assert.Contains("rules hold", (await Cli.Run(settings, "check")).Succeeded().Output);

        await db.Database.ExecuteSqlRawAsync("DELETE FROM contacts WHERE owner_id = 2");
        var found = await Cli.Run(settings, "check");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("A contact has two sides", found.Output);
        Assert.Contains("-2", found.Output);
    }

    [Fact]
    public async Task Exports_without_files_damaged_ones_and_files_without_exports_are_found()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: 60);
        var exports = Directory.CreateDirectory(Path.Combine(settings.FilesFolder, "exports")).FullName;
        await Zip(Path.Combine(exports, "good.zip"));
        await Zip(Path.Combine(exports, "cut.zip"));
        foreach (var name in new[] { "good.zip", "cut.zip", "lost.zip" })
        {
            var file = new FileInfo(Path.Combine(exports, name));
            db.Add(new Export { AccountId = 1, AskedAt = NodaTime.SystemClock.Instance.GetCurrentInstant(), ReadyAt = NodaTime.SystemClock.Instance.GetCurrentInstant(), File = name, Size = file.Exists ? file.Length : 10 });
        }
        await db.SaveChangesAsync();
        await using (var cut = File.OpenWrite(Path.Combine(exports, "cut.zip"))) cut.Write(new byte[cut.Length]);
        await File.WriteAllTextAsync(Path.Combine(exports, "stray.zip"), "x");
        File.SetLastWriteTimeUtc(Path.Combine(exports, "stray.zip"), DateTime.UnixEpoch);

        var results = await new CheckNetwork(db, settings).Execute(new Silent());
        Assert.Equal(["cut.zip", "lost.zip"], results.Single(r => r.Rule.StartsWith("The file of every export", StringComparison.Ordinal)).Places.Select(p => p.Split(' ')[^1]));
        Assert.Equal(["stray.zip"], results.Single(r => r.Rule.StartsWith("Every file of an export", StringComparison.Ordinal)).Places);
        var found = await Cli.Run(settings, "check");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("stray.zip", found.Output);
    }

    private static async Task Zip(string path)
    {
        await using var file = new FileStream(path, FileMode.CreateNew);
        await using var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create);
        zip.CreateEntry("profile.json");
    }

    [Fact]
    public async Task Pictures_without_files_and_files_without_pictures_are_found()
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: 60);
        await db.Execute($"INSERT INTO pictures (owner_id, purpose, folder, width, height, sha256, alternative, created_at) VALUES (1, 0, 'aa/gone', 1, 1, '', '', 0)");
        var stray = Directory.CreateDirectory(Path.Combine(settings.FilesFolder, "pictures/bb/stray")).FullName;
        Directory.SetLastWriteTimeUtc(stray, DateTime.UnixEpoch);
        var results = await new CheckNetwork(db, settings).Execute(new Silent());
        Assert.Equal(["aa/gone"], results.Single(r => r.Rule.StartsWith("The files of every picture", StringComparison.Ordinal)).Places);
        Assert.Equal(["bb/stray"], results.Single(r => r.Rule.StartsWith("Every folder of files", StringComparison.Ordinal)).Places);
    }

    private static Task<List<RuleResult>> Look(GildeDb db) => CheckNetwork.Rules(db, new Silent(), CancellationToken.None);

    private static Task<Settings> Filled(DatabaseKind kind) => Sound.GetOrAdd(kind, k => new(async () =>
    {
        var settings = await Databases.New(k);
        await using var db = DataSetup.Open(settings);
        await new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: 60);
        await Introduce(db);
        return settings;
    })).Value;

    /// <summary>A request that went over one member and arrived.</summary>
    private static async Task Introduce(GildeDb db)
    {
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var tie = await db.Ties.OrderBy(t => t.LowId).ThenBy(t => t.HighId).FirstAsync();
        var (first, target) = (tie.LowId, tie.HighId);
        var introduction = Introduction.Ask(Enumerable.Range(1, 50).First(id => id != first && id != target), [first, target], "Erste", "Ziel", "Bitte", now);
        introduction.PassOn(first, "", goesOn: true, now);
        introduction.Accept(target, "", now);
        db.Add(introduction);
        await db.SaveChangesAsync();
        db.Add(new KeptIntroduction { LowId = first, HighId = target, IntroductionId = introduction.Id, KeptAt = now });
        await db.SaveChangesAsync();
    }
}
