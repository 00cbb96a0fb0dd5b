using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Jobs;

/// <summary>Works off the jobs, a few at a time. A job that throws comes back after 10 s, 20 s, 40 s…; after the last try it is parked.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, EventSignal signal, IClock clock, IHostApplicationLifetime server, ILogger<JobRunner> log) : BackgroundService
{
    private const int Workers = 2, MaxError = 2000;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>For so long a job is taken; renewed while it runs, so that after a crash another takes it over soon.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await server.Started(stop);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Work(stop)));
    }

    private async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var wake = signal.Next;
            try
            {
                if (await RunNext(stop)) continue;
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogError(error, "Could not take a job; trying again");
            }
            await Task.WhenAny(wake, Task.Delay(Poll, stop));
        }
    }

    private async Task<bool> RunNext(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var job = await db.Claim(clock.GetCurrentInstant(), Lease, stop);
        if (job is null) return false;
        await using var held = new JobLease(job, Lease, scopes, clock, log, stop);
        try
        {
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().FirstOrDefault(h => h.Kind == job.Kind)
                ?? throw new InvalidOperationException($"Nothing handles jobs of kind {job.Kind}.");
            await handler.Run(job.Payload, held.Ended);
            db.Remove(job);
            await db.SaveChangesAsync(stop);
        }
        catch (Exception error) when (held.IsLost)
        {
            log.LogWarning(error, "Job {Job} ({Kind}) was taken over by somebody else", job.Id, job.Kind);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(error, "Job {Job} ({Kind}) failed at try {Attempt}", job.Id, job.Kind, job.Attempts);
            await PutBack(db, job, error, stop);
        }
        return true;
    }

    private async Task PutBack(GildeDb db, Job job, Exception error, CancellationToken stop)
    {
        // What the handler had begun in this unit of work must not be saved with the failure.
        db.ChangeTracker.Clear();
        db.Attach(job);
        var now = clock.GetCurrentInstant();
        var why = VisibleText.Cut(error.Message, MaxError);
        job.LastError = why;
        job.ClaimedUntil = null;
        job.DueAt = now + Duration.FromSeconds(5L << job.Attempts);
        if (job.Attempts >= Job.MaxAttempts) job.Park(now, why);
        await db.SaveChangesAsync(stop);
    }
}
