namespace Gilde.Web.Jobs;

/// <summary>Holds a claimed job while it is worked on: renews the claim, and ends the work if somebody else has taken the job.</summary>
internal sealed class JobLease : IAsyncDisposable
{
    private readonly CancellationTokenSource ended;
    private readonly Task renewing;

    public JobLease(Job job, Duration length, IServiceScopeFactory scopes, IClock clock, ILogger log, CancellationToken stop)
    {
        ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        renewing = Renew(job.Id, job.Attempts, length, scopes, clock, log);
    }

    /// <summary>Cancelled when the server stops or the job was taken by somebody else.</summary>
    public CancellationToken Ended => ended.Token;
    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        ended.Dispose();
    }

    private async Task Renew(long job, int attempt, Duration length, IServiceScopeFactory scopes, IClock clock, ILogger log)
    {
        using var timer = new PeriodicTimer(length.ToTimeSpan() / 3);
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ended.Token);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
                IsLost = await db.Atomically(() => db.Jobs.Where(j => j.Id == job && j.Attempts == attempt && j.ClaimedUntil != null).ExecuteUpdateAsync(u => u.SetProperty(j => j.ClaimedUntil, clock.GetCurrentInstant() + length), ended.Token), ended.Token) == 0;
                if (IsLost) await ended.CancelAsync();
            }
            catch (Exception error)
            {
                // Three tries in the length of a claim: the database may be away for a moment.
                if (!ended.IsCancellationRequested) log.LogWarning(error, "Could not renew the claim on job {Job}", job);
            }
        }
    }
}
