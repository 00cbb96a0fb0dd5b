using System.Diagnostics;
using Gilde.Web.Accounts;
using Gilde.Web.Tests.Imports;

namespace Gilde.Web.Tests.Imports.Network;

/// <summary>The messages of a real network, imported: 1,899 people, 6,458 pairs that wrote both ways, 59,835 messages.</summary>
public class CollegeMsgTests
{
    [Theory, BothDatabases]
    public async Task A_real_network_comes_in_once(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var folder = Folder();

        var first = (await NetworkFiles.Import(settings, folder)).Imported!;
        var before = await NetworkFiles.Dump(settings);
        var second = (await NetworkFiles.Import(settings, folder)).Imported!;

        Assert.Equal((1_899, 6_458, 59_835), (first.MembersRead, first.ContactsRead, first.ExchangesRead));
        Assert.Equal((1_899, 6_458), (first.MembersAdded, first.ContactsAdded));
        Assert.False(second.ChangedAnything);
        Assert.Equal(before, await NetworkFiles.Dump(settings));
    }

    [Theory, BothDatabases]
    public async Task A_member_who_came_in_sees_contacts_and_last_talks(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, Folder());
        await using var server = await GildeServer.Start(settings);
        var busiest = await server.Db(db => db.Contacts.GroupBy(c => c.OwnerId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => new { Id = g.Key, Contacts = g.Count() }).FirstAsync());
        var client = await SignedIn(server, busiest.Id);

        var page = await client.Page("/contacts?sort=talked");

        var last = await server.Db(db => db.Ties.Where(t => t.LowId == busiest.Id || t.HighId == busiest.Id)
            .Where(t => db.Contacts.Any(c => c.OwnerId == busiest.Id && c.OtherId == (t.LowId == busiest.Id ? t.HighId : t.LowId)))
            .Select(t => new { Other = t.LowId == busiest.Id ? t.HighId : t.LowId, t.LastLowToHigh, t.LastHighToLow }).ToListAsync());
        var newest = last.MaxBy(t => Later(t.LastLowToHigh, t.LastHighToLow))!;
        var name = await server.Db(db => db.Members.Where(m => m.Id == newest.Other).Select(m => m.Name).SingleAsync());
        Assert.Equal(name, page.QuerySelector(".person-name")!.TextContent.Trim());
        Assert.StartsWith("Zuletzt gesprochen: ", page.QuerySelector(".person-meta")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal((112, 112), (busiest.Contacts, last.Count));
    }

    private static Instant Later(Instant? a, Instant? b) => (a ?? Instant.MinValue) > (b ?? Instant.MinValue) ? a!.Value : b ?? Instant.MinValue;

    private static async Task<HttpClient> SignedIn(GildeServer server, long memberId)
    {
        var (token, session) = Sessions.New(memberId, server.Clock.GetCurrentInstant(), "127.0.0.1", "test");
        await server.Db(async db =>
        {
            db.Add(session);
            await db.SaveChangesAsync();
        });
        var client = server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.Cookie}={token}");
        return client;
    }

    /// <summary>The three files, made from the data of the study by bench/collegemsg.</summary>
    internal static string Folder()
    {
        var root = Checkout.Root;
        var source = Path.Combine(Environment.GetEnvironmentVariable("GILDE_REAL_DATA") ?? Path.Combine(root, "../shared/data"), "collegemsg/collegemsg.csv.gz");
        Assert.SkipUnless(File.Exists(source), $"The CollegeMsg data is not there: {source}");
        var folder = Databases.NewFolder();
        using var made = Process.Start("node", [Path.Combine(root, "bench/collegemsg"), source, folder]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return folder;
    }
}
