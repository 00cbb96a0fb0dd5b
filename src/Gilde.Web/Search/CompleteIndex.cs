using Gilde.Web.Jobs;

namespace Gilde.Web.Search;

/// <summary>
/// At start: has the index built where members are missing from it: for members who came in without an event, or in a database
/// from before there was an index.
/// </summary>
public sealed class CompleteIndex(IServiceScopeFactory scopes, IClock clock, IHostApplicationLifetime server, ILogger<CompleteIndex> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await server.Started(stop);
        while (!await HasLooked(stop)) await Task.Delay(Pause, stop);
    }

    /// <summary>False if the database was away.</summary>
    private async Task<bool> HasLooked(CancellationToken stop)
    {
        try
        {
            await Look(stop);
            return true;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "Could not look whether the search index is complete; trying again");
            return false;
        }
    }

    private async Task Look(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        if (await db.ActiveMembers(stop) <= await SearchIndex.CountMembers(db, stop) || await SearchReader.HasUnread(db, stop)) return;
        db.Enqueue(clock, RebuildSearchJob.JobKind, "");
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>Building the index as a job.</summary>
public sealed class RebuildSearchJob(IServiceScopeFactory scopes) : IJobHandler
{
    public const string JobKind = "search.rebuild";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RebuildSearch>().Execute(stop: stop);
    }
}
