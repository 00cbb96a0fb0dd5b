using Gilde.Graph;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Introductions;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Introductions;

public class TieTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_tie_has_the_figures_of_its_exchanges_and_the_strength_of_its_figures(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (a, b) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        var now = server.Clock.GetCurrentInstant();
        var today = Tie.DayOf(now);
        await server.Db(async db =>
        {
            db.Add(new Exchange { FromId = a.Id, ToId = b.Id, Day = today - 1, Source = ExchangeSource.Gilde, Count = 3, LastAt = now - Duration.FromDays(1) });
            db.Add(new Exchange { FromId = a.Id, ToId = b.Id, Day = today - 1, Source = ExchangeSource.Imported, Count = 1, LastAt = now - Duration.FromDays(1) });
            db.Add(new Exchange { FromId = a.Id, ToId = b.Id, Day = today, Source = ExchangeSource.Gilde, Count = 2, LastAt = now });
            db.Add(new Exchange { FromId = b.Id, ToId = a.Id, Day = today - 1, Source = ExchangeSource.Gilde, Count = 5, LastAt = now - Duration.FromDays(1) });
            await db.SaveChangesAsync();
        });
        await server.Connect(a, b);
        await server.Settled();
        var tie = await TieOf(server, a, b);
        Assert.Equal((6, 5, 2, 1, 1), (tie.LowToHigh, tie.HighToLow, tie.LowDays, tie.HighDays, tie.TurnDays));
        Assert.Equal((now, now - Duration.FromDays(1)), (tie.LastLowToHigh, tie.LastHighToLow));
        Assert.Equal(TieStrength.Of([new(today - 1, 4, 5), new(today, 2, 0)], TieSigns.None, today), tie.Strength);
    }

    [Theory, BothDatabases]
    public async Task What_one_side_does_alone_warms_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (a, b) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            for (var day = 0; day < 50; day++) db.Add(new Exchange { FromId = a.Id, ToId = b.Id, Day = Tie.DayOf(now) - day, Source = ExchangeSource.Imported, Count = 9, LastAt = now - Duration.FromDays(day) });
            await db.SaveChangesAsync();
        });
        await server.Connect(a, b);
        await server.Settled();
        Assert.Equal(TieStrength.FromValue(TieStrength.BareContact), (await TieOf(server, a, b)).Strength);
    }

    [Theory, BothDatabases]
    public async Task Those_who_write_to_each_other_in_a_ring_raise_no_tie_to_anybody_outside(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var outside = await server.Member("Otto Fremd");
        var ring = new List<TestMember>();
        for (var i = 0; i < 4; i++) ring.Add(await server.Member($"Ring {i}"));
        foreach (var one in ring) await server.Connect(one, outside, days: 1);
        await server.Settled();
        var before = await Task.WhenAll(ring.Select(async one => (await TieOf(server, outside, one)).Strength));
        for (var i = 0; i < ring.Count; i++) await server.Connect(ring[i], ring[(i + 1) % ring.Count], days: 60);
        await server.Settled();
        Assert.Equal(before, await Task.WhenAll(ring.Select(async one => (await TieOf(server, outside, one)).Strength)));
        Assert.True((await TieOf(server, ring[0], ring[1])).Strength > before[0]);
    }

    [Theory, BothDatabases]
    public async Task A_confirmed_meeting_warms_and_parting_takes_it_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (a, b) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        await server.Connect(a, b);
        await server.Db(async db =>
        {
            foreach (var side in await db.Contacts.Where(c => c.OwnerId == a.Id || c.OwnerId == b.Id).ToListAsync()) side.MetAt = server.Clock.GetCurrentInstant();
            db.Record(server.Clock, EventKinds.ContactChanged, a.Id, b.Id);
            await db.SaveChangesAsync();
        });
        await server.Settled();
        Assert.Equal(Warmth.Warm, TieStrength.WarmthOf((await TieOf(server, a, b)).Strength));
        await server.Part(a, b);
        await server.Settled();
        Assert.False(await server.Db(db => db.Ties.AnyAsync(t => t.LowId == a.Id && t.HighId == b.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_message_reaches_the_tie_and_the_graph(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (a, b, c) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(a, b);
        await server.Connect(b, c);
        await server.Settled();
        Assert.Contains("=acquainted= " + b.Handle, (await RouteReading.To(a, c)).Routes.Single());
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            var talk = db.Add(new Conversation { DirectKey = Conversation.KeyFor(a.Id, b.Id), StartedById = a.Id, StartedAt = now }).Entity;
            await db.SaveChangesAsync();
            foreach (var m in new[] { a, b }) db.Add(new Participant { ConversationId = talk.Id, MemberId = m.Id, JoinedAt = now, LastMessageId = 1 });
            foreach (var (from, to) in new[] { (a, b), (b, a) })
                for (var day = 0; day < 30; day++) db.Add(new Exchange { FromId = from.Id, ToId = to.Id, Day = Tie.DayOf(now) - day, Source = ExchangeSource.Gilde, Count = 1, LastAt = now });
            db.Record(server.Clock, EventKinds.MessageSent, a.Id, subject: 1, parent: talk.Id);
            await db.SaveChangesAsync();
        });
        await server.Settled();
        Assert.Contains("=veryClose= " + b.Handle, (await RouteReading.To(a, c)).Routes.Single());
    }

    [Theory, BothDatabases]
    public async Task Rebuilding_gives_the_same_ties_and_time_cools_them(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var members = new List<TestMember>();
        for (var i = 0; i < 6; i++) members.Add(await server.Member($"Mitglied {i}"));
        foreach (var (a, b) in members.Zip(members.Skip(1))) await server.Connect(a, b, days: 3 + members.IndexOf(a));
        await server.Settled();
        var before = await All(server);
        Assert.Equal(0, await Rebuild(server, server.Clock));
        Assert.Equal(before, await All(server));

        await server.Db(db => db.Ties.ExecuteDeleteAsync());
        Assert.Equal(5, await Rebuild(server, server.Clock));
        Assert.Equal(before, await All(server));

        Assert.Equal(5, await Rebuild(server, new FixedClock(server.Clock.GetCurrentInstant() + Duration.FromDays(360))));
        Assert.All(await All(server), line => Assert.DoesNotContain(line, before));
    }

    [Theory, BothDatabases]
    public async Task After_an_import_of_many_everything_is_built_anew(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (a, b, c) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            foreach (var (from, to) in new[] { (a, b), (b, a), (b, c), (c, b) })
            {
                db.Add(new Gilde.Web.Contacts.Contact(from.Id, to.Id, now));
                for (var day = 0; day < 30; day++) db.Add(new Exchange { FromId = from.Id, ToId = to.Id, Day = Tie.DayOf(now) - day, Source = ExchangeSource.Imported, Count = 1, LastAt = now });
            }
            db.Record(server.Clock, EventKinds.NetworkImported, null);
            await db.SaveChangesAsync();
        });
        await Eventually.Is(async () => (await RouteReading.To(a, c)).Routes is [var route] && route.Contains($"=veryClose= {b.Handle} =veryClose="), "routes over imported ties");
    }

    private static Task<Tie> TieOf(GildeServer server, TestMember low, TestMember high) => server.Db(db => db.Ties.AsNoTracking().SingleAsync(t => t.LowId == low.Id && t.HighId == high.Id));

    private static Task<List<string>> All(GildeServer server) => server.Db(async db =>
        (await db.Ties.AsNoTracking().OrderBy(t => t.LowId).ThenBy(t => t.HighId).ToListAsync()).Select(t => $"{t.LowId}-{t.HighId}: {t.LowToHigh} {t.HighToLow} {t.LowDays} {t.HighDays} {t.TurnDays} {t.LastLowToHigh} {t.LastHighToLow} {t.MetAt} {t.Strength}").ToList());

    private static Task<int> Rebuild(GildeServer server, IClock clock) => server.Db(db => new RebuildTies(db, clock).Execute());

    private sealed class FixedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
