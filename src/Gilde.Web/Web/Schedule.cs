using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Jobs;
using Gilde.Web.Notifications;
using Gilde.Web.Search;
using Quartz;

namespace Gilde.Web.Web;

/// <summary>
/// Everything that happens by the clock (the server's time zone). A time that comes does no work: it queues a job, so that the work is done
/// once however many nodes there are, survives a crash and is retried.
/// </summary>
public static class Schedule
{
    public static void AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(clock =>
        {
            // Ties that nobody tends grow colder.
            clock.Queue(RebuildTiesJob.JobKind, "0 15 3 * * ?");
            // What has served its time is thrown away: links, sessions, old activity, sign-ups that nobody confirmed.
            clock.Queue(CleanUpJob.JobKind, "0 20 2 * * ?");
            // Members whose week is over are erased.
            clock.Queue(ErasureJob.JobKind, "0 5 * * * ?");
            // Introductions whose two weeks are over are closed.
            clock.Queue(ExpireIntroductionsJob.JobKind, "30 0/10 * * * ?");
            // Digests whose hour has come, in whatever zone.
            clock.Queue(SendDigests.JobKind, "15 0/5 * * * ?");
            // Words that nobody uses any more are forgotten.
            clock.Queue(RebuildSearchJob.JobKind, "0 45 3 ? * SUN");
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Queue(this IQuartzBuilder clock, string kind, string cron) =>
        clock.ScheduleJob<QueueJob>(trigger => trigger.WithIdentity(kind).WithCronSchedule(cron), job => job.WithIdentity(kind));

    /// <summary>Queues the job that the schedule entry is named after; of several nodes the first does.</summary>
    private sealed class QueueJob(IServiceScopeFactory scopes, IClock clock) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken stop = default)
        {
            var kind = context.JobDetail.Key.Name;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
            db.Enqueue(clock, kind, "", effectKey: $"{kind}@{context.ScheduledFireTimeUtc?.UtcDateTime:yyyy-MM-ddTHH:mm}");
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException error) when (db.IsUniqueViolation(error))
            {
                // Another node was quicker.
            }
        }
    }
}
