using System.Collections.Concurrent;
using Gilde.Web.Events;
using Microsoft.Extensions.DependencyInjection;

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

        Assert.Empty(await quick.After(LogPlace.Start, await quick.Settled()).ToListAsync());
        await late.CommitAsync();
        Assert.Equal(["late", "early"], await quick.After(LogPlace.Start, await quick.Settled()).Select(e => e.Kind).ToListAsync());
    }

    [Fact]
    public async Task On_postgres_a_long_transaction_in_another_database_delays_nobody()
    {
        await using var elsewhere = DataSetup.Open(await Databases.New(DatabaseKind.Postgres));
        await using var transaction = await elsewhere.Database.BeginTransactionAsync();
        elsewhere.Record(SystemClock.Instance, "elsewhere", null);
        await elsewhere.SaveChangesAsync();

        var seen = new Collector();
        await using var server = await GildeServer.Start(await Databases.New(DatabaseKind.Postgres), adjust: s => s.AddSingleton<IEventReader>(seen));
        var before = server.Services.GetRequiredService<EventFeed>().Place;
        await server.Db(async db => { db.Record(server.Clock, "test", null, subject: 7); await db.SaveChangesAsync(); });
        await Eventually.Is(() => Task.FromResult(seen.Objects.Contains(7)), "the durable reader has it");
        await Eventually.Is(() => Task.FromResult(server.Services.GetRequiredService<EventFeed>().Place != before), "the feed has it");
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task How_far_the_log_is_settled_is_not_asked_within_a_transaction()
    {
        await using var db = DataSetup.Open(await Databases.New(DatabaseKind.Postgres));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Settled());
    }

    [Fact]
    public async Task On_postgres_no_event_is_stepped_over_while_many_commit_late_and_out_of_order()
    {
        var settings = await Databases.New(DatabaseKind.Postgres);
        var (written, read) = (0, new List<long>());
        var writing = Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            for (var i = 0; i < 60; i++)
            {
                await using var db = DataSetup.Open(settings);
                await db.Atomically(async () =>
                {
                    db.Record(SystemClock.Instance, "test", null, subject: writer * 1000 + i);
                    await db.SaveChangesAsync();
                    await db.Database.ExecuteSqlAsync($"SELECT pg_sleep({random.NextDouble() * 0.02})");
                    return 0;
                });
                Interlocked.Increment(ref written);
            }
        })));
        await using var reader = DataSetup.Open(settings);
        for (var place = LogPlace.Start; ;)
        {
            var done = writing.IsCompleted;
            var batch = await reader.After(place, await reader.Settled()).Take(7).ToListAsync();
            read.AddRange(batch.Select(e => e.ObjectId!.Value));
            if (batch.Count > 0) place = LogPlace.Of(batch[^1]);
            else if (done) break;
        }
        await writing;
        Assert.Equal(360, written);
        Assert.Equal(360, read.Distinct().Count());
        Assert.Equal(360, read.Count);
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
