using System.Collections.Concurrent;
using Gilde.Web.Data;
using Gilde.Web.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Gilde.Web.Tests.Events;

public class EventLogTests
{
    [Theory, BothDatabases]
    public async Task A_durable_reader_sees_every_event_once_though_many_write_at_once(DatabaseKind kind)
    {
        var seen = new Collector();
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => s.AddSingleton<IEventReader>(seen));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await server.Db(async db => { db.Record(server.Clock, "test", null, subject: writer * 1000 + i); await db.SaveChangesAsync(); });
        })));
        await Eventually.Is(() => Task.FromResult(seen.Objects.Count >= 200), "200 events read");
        Assert.Equal(200, seen.Objects.Distinct().Count());
        Assert.Equal(200, seen.Objects.Count);
    }

    [Fact]
    public async Task On_postgres_an_event_that_commits_late_is_not_stepped_over()
    {
        var settings = await Databases.New(DatabaseKind.Postgres);
        await using var slow = DataSetup.Open(settings);
        await using var quick = DataSetup.Open(settings);
        var clock = SystemClock.Instance;
        await using var late = await slow.Database.BeginTransactionAsync();
        slow.Record(clock, "late", null);
        await slow.SaveChangesAsync();
        quick.Record(clock, "early", null);
        await quick.SaveChangesAsync();

        Assert.Empty(await quick.After(LogPlace.Start).ToListAsync());
        await late.CommitAsync();
        Assert.Equal(["late", "early"], await quick.After(LogPlace.Start).Select(e => e.Kind).ToListAsync());
    }

    private sealed class Collector : IEventReader
    {
        public ConcurrentQueue<long> Objects { get; } = new();
        public string Name => "collector";

        public Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
        {
            foreach (var e in batch.Where(e => e.Kind == "test")) Objects.Enqueue(e.ObjectId!.Value);
            return Task.CompletedTask;
        }
    }
}
