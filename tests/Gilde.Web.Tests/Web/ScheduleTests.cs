using Gilde.Web.Introductions;
using Gilde.Web.Jobs;
using Gilde.Web.Search;
using Gilde.Web.Tests.Introductions;
using Gilde.Web.Tests.Search;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Gilde.Web.Tests.Web;

public class ScheduleTests
{
    [Theory, BothDatabases]
    public async Task What_is_due_by_the_clock_is_queued_and_done(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, jana) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        await server.Connect(anna, jana, days: 9);
        await server.Settled();
        await server.Indexed();
        await server.Db(db => db.Ties.ExecuteDeleteAsync());
        await server.Db(db => db.SearchPhrases.ExecuteDeleteAsync());
        await server.Write(anna, m => m.Place = "Altena");
        await server.Db(db => db.SearchPhrases.ExecuteDeleteAsync());

        var clock = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await clock.TriggerJob(new JobKey(RebuildTiesJob.JobKind));
        await clock.TriggerJob(new JobKey(RebuildSearchJob.JobKind));
        await Eventually.Is(() => server.Db(async db => await db.Ties.AnyAsync() && await db.SearchPhrases.AnyAsync()), "ties and index are there again");
    }

    [Fact]
    public async Task Every_entry_has_a_job_that_does_it()
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        var clock = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var handlers = server.Services.GetServices<IJobHandler>().Select(h => h.Kind).ToHashSet();
        var entries = await clock.GetJobKeys(GroupMatcher<JobKey>.AnyGroup());
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            Assert.Contains(entry.Name, handlers);
            Assert.NotNull((await clock.GetTriggersOfJob(entry)).Single().NextFireTimeUtc);
        }
    }
}
