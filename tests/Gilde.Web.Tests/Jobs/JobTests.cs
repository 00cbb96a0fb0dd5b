using Gilde.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gilde.Web.Tests.Jobs;

public class JobTests
{
    [Theory, BothDatabases]
    public async Task A_job_is_claimed_by_one_only(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var clock = new MicrosecondClock();
        await using (var db = DataSetup.Open(settings))
        {
            for (var i = 0; i < 40; i++) db.Enqueue(clock, "none", i);
            await db.SaveChangesAsync();
        }
        var claimed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            await using var db = DataSetup.Open(settings);
            while (await db.Claim(clock.GetCurrentInstant(), Duration.FromMinutes(5), default) is { } job) mine.Add(job.Id);
            return mine;
        })));
        Assert.Equal(40, claimed.SelectMany(c => c).Distinct().Count());
        Assert.Equal(40, claimed.Sum(c => c.Count));
    }

    [Theory, BothDatabases]
    public async Task A_job_that_never_came_back_from_its_last_try_is_parked(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var clock = new MicrosecondClock();
        await using var db = DataSetup.Open(settings);
        var now = clock.GetCurrentInstant();
        var killer = db.Add(new Job { Kind = "killer", Payload = "{}", CreatedAt = now, DueAt = now - Duration.FromHours(1), Attempts = Job.MaxAttempts, ClaimedUntil = now - Duration.FromMinutes(1) }).Entity;
        db.Enqueue(clock, "next", 0);
        await db.SaveChangesAsync();
        Assert.Equal("next", (await db.Claim(clock.GetCurrentInstant(), Duration.FromMinutes(5), default))?.Kind);
        var parked = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == killer.Id);
        Assert.NotNull(parked.ParkedAt);
        Assert.Null(parked.ClaimedUntil);
        Assert.NotNull(parked.LastError);
        Assert.Null(await db.Claim(clock.GetCurrentInstant(), Duration.FromMinutes(5), default));
    }

    [Theory, BothDatabases]
    public async Task Work_that_takes_longer_than_its_lease_is_done_once(DatabaseKind kind)
    {
        var work = new LongWork();
        await using var server = await Start(kind, work);
        var id = await Enqueue(server);
        var claimed = new HashSet<Instant?>();
        await Eventually.Is(() => server.Db(async db =>
        {
            claimed.Add(await db.Jobs.Where(j => j.Id == id).Select(j => j.ClaimedUntil).SingleAsync());
            return claimed.Count > 6;
        }), "renewed several times");
        Assert.Equal(1, work.Begun);
        work.End.SetResult();
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Id == id)), "done");
        Assert.Equal(1, work.Begun);
    }

    [Theory, BothDatabases]
    public async Task Work_that_somebody_else_has_taken_is_broken_off_and_left_to_them(DatabaseKind kind)
    {
        var work = new LongWork();
        await using var server = await Start(kind, work);
        var id = await Enqueue(server);
        await Eventually.Is(() => Task.FromResult(work.Begun == 1), "begun");
        var theirs = server.Clock.GetCurrentInstant() + Duration.FromMinutes(5);
        await server.Db(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(u => u.SetProperty(j => j.Attempts, 2).SetProperty(j => j.ClaimedUntil, theirs)));
        await Eventually.Is(() => Task.FromResult(work.IsBrokenOff), "broken off");
        await server.DisposeAsync();
        await using var db = DataSetup.Open(server.Settings);
        var left = await db.Jobs.SingleAsync(j => j.Id == id);
        Assert.Equal((2, theirs, null), (left.Attempts, left.ClaimedUntil!.Value, left.LastError));
    }

    private static async Task<GildeServer> Start(DatabaseKind kind, LongWork work)
    {
        var server = await GildeServer.Start(await Databases.New(kind), adjust: services => services.AddSingleton<IJobHandler>(work));
        server.Services.GetServices<IHostedService>().OfType<JobRunner>().Single().Lease = Duration.FromSeconds(1);
        return server;
    }

    private static Task<long> Enqueue(GildeServer server) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        var job = db.Add(new Job { Kind = LongWork.JobKind, Payload = "{}", CreatedAt = now, DueAt = now }).Entity;
        await db.SaveChangesAsync();
        return job.Id;
    });

    private sealed class LongWork : IJobHandler
    {
        public const string JobKind = "long";
        private int begun;

        public string Kind => JobKind;
        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Begun => begun;
        public bool IsBrokenOff { get; private set; }

        public async Task Run(string payload, CancellationToken stop)
        {
            Interlocked.Increment(ref begun);
            try
            {
                await End.Task.WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                IsBrokenOff = true;
                throw;
            }
        }
    }
}
