using Gilde.Web.Introductions;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Introductions;

/// <summary>The graph's file shows by what it still knows: a contact that was taken out of the database behind the log's back.</summary>
public class GraphFileTests
{
    [Theory, BothDatabases]
    public async Task A_start_from_the_file_answers_as_before_and_knows_what_happened_since(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var people = await Chain(settings);
        await TakeContactsOut(settings, people.A, people.B);
        await using var server = await GildeServer.Start(settings);
        Assert.Equal(2, await Degree(server, people.A, people.C));

        var (c, d) = (people.C, await server.Member("Dora Klein"));
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.AddRange(new Gilde.Web.Contacts.Contact(c, d.Id, now), new Gilde.Web.Contacts.Contact(d.Id, c, now));
            Gilde.Web.Events.EventLog.Record(db, server.Clock, Gilde.Web.Events.EventKinds.ContactMade, c, d.Id);
            await db.SaveChangesAsync();
        });
        await server.Settled();
        Assert.Equal(3, await Degree(server, people.A, d.Id));
    }

    [Theory, BothDatabases]
    public async Task What_happens_while_the_server_is_down_is_looked_up_at_its_start(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var people = await Chain(settings);
        await TakeContactsOut(settings, people.B, people.C, Gilde.Web.Events.EventKinds.ContactRemoved);
        await TakeContactsOut(settings, people.A, people.B);
        await using var server = await GildeServer.Start(settings);
        Assert.Equal(0, await Degree(server, people.A, people.C));
        Assert.Equal(1, await Degree(server, people.A, people.B));
    }

    [Theory, BothDatabases]
    public async Task A_damaged_or_cut_off_file_or_one_of_another_log_is_not_used(DatabaseKind kind)
    {
        foreach (var damage in new Action<string>[]
        {
            file => { var bytes = File.ReadAllBytes(file); bytes[^1] ^= 1; File.WriteAllBytes(file, bytes); },
            file => { using var open = File.Open(file, FileMode.Open); open.SetLength(open.Length / 2); },
            file => File.WriteAllText(file, "nothing"),
            File.Delete,
        })
        {
            var settings = await Databases.New(kind);
            var people = await Chain(settings);
            await TakeContactsOut(settings, people.A, people.B);
            damage(Path.Combine(settings.DataFolder, "graph.snapshot"));
            await using var server = await GildeServer.Start(settings);
            Assert.Equal(0, await Degree(server, people.A, people.C));
        }
        var (one, other) = (await Databases.New(kind), await Databases.New(kind));
        var (_, there) = (await Chain(one), await Chain(other));
        await TakeContactsOut(other, there.A, there.B);
        File.Copy(Path.Combine(one.DataFolder, "graph.snapshot"), Path.Combine(other.DataFolder, "graph.snapshot"), overwrite: true);
        await using var foreign = await GildeServer.Start(other);
        Assert.Equal(0, await Degree(foreign, there.A, there.C));
    }

    /// <summary>A server that ran and stopped, and A – B – C in its network.</summary>
    private static async Task<(long A, long B, long C)> Chain(Settings settings)
    {
        await using var server = await GildeServer.Start(settings);
        var (a, b, c) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(a, b);
        await server.Connect(b, c);
        await server.Settled();
        await Eventually.Is(async () => await Degree(server, a.Id, c.Id) == 2, "the two contacts in the graph");
        return (a.Id, b.Id, c.Id);
    }

    private static async Task TakeContactsOut(Settings settings, long a, long b, string? told = null)
    {
        await using var db = Gilde.Web.Data.DataSetup.Open(settings);
        await db.Contacts.Where(x => (x.OwnerId == a && x.OtherId == b) || (x.OwnerId == b && x.OtherId == a)).ExecuteDeleteAsync();
        if (told is null) return;
        Gilde.Web.Events.EventLog.Record(db, NodaTime.SystemClock.Instance, told, a, b);
        await db.SaveChangesAsync();
    }

    private static async Task<int> Degree(GildeServer server, long viewer, long person)
    {
        var graph = await server.Services.GetRequiredService<GraphReplica>().Graph();
        var degrees = new byte[1];
        graph!.Degrees(viewer, [person], degrees);
        return degrees[0];
    }
}
