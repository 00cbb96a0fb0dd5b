using Gilde.Web.Jobs;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>A server that starts may stand on a restored backup: looks at once whether somebody in the ledger is back.</summary>
public sealed class ErasuresAtStart(IServiceScopeFactory scopes, IClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        if (!await db.ErasedButHere().AnyAsync(stop)) return;
        db.Enqueue(clock, ErasureJob.JobKind, "");
        await db.SaveChangesAsync(stop);
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
}
