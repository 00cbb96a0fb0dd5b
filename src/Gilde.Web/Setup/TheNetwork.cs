namespace Gilde.Web.Setup;

/// <summary>The network's settings row as this process knows it; read at start and again when it changes (at most 5 s later on other nodes).</summary>
public sealed class TheNetwork(IServiceScopeFactory scopes, ILogger<TheNetwork> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private volatile Network? current;

    public bool IsSetUp => current is not null;
    public NetworkFace Face => current?.Face ?? NetworkFace.Unset;
    public Language Language => current?.Language ?? Language.German;
    public Network Current => current ?? throw new InvalidOperationException("The network is not set up yet.");

    public async Task Reload(CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        current = await scope.ServiceProvider.GetRequiredService<GildeDb>().Networks.AsNoTracking().SingleOrDefaultAsync(stop);
    }

    public override async Task StartAsync(CancellationToken stop)
    {
        await Reload(stop);
        await base.StartAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await Reload(stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogError(error, "Could not read the network's settings; the known ones stay until the next try");
            }
        }
    }
}
