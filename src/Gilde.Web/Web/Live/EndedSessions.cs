using Gilde.Web.Accounts;

namespace Gilde.Web.Web.Live;

/// <summary>Ends the streams of sessions that were revoked, ran out or whose member was suspended: one look for all of them every two seconds.</summary>
public sealed class EndedSessions(LiveHub hub, IServiceScopeFactory scopes, IClock clock, ILogger<EndedSessions> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private const int Chunk = 500;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                foreach (var streams in hub.Streams().Chunk(Chunk)) await EndDead(streams, stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogError(error, "Could not look for ended sessions; trying again");
            }
        }
    }

    private async Task EndDead(LiveStream[] streams, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var (ids, now) = (streams.Select(s => s.Viewer.SessionId).Distinct().ToList(), clock.GetCurrentInstant());
        var live = await db.LiveSessions(now).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(stop);
        foreach (var stream in streams.Where(s => !live.Contains(s.Viewer.SessionId))) stream.End();
    }
}
