using Gilde.Web.Jobs;

namespace Gilde.Web.Search;

/// <summary>
/// At start: has the index built where members are missing from it: for members who came in without an event, or in a database
/// from before there was an index.
/// </summary>
public sealed class CompleteIndex(IServiceScopeFactory scopes, IClock clock, IHostApplicationLifetime server) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await server.Started(stop);
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
