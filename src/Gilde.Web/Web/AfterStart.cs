namespace Gilde.Web.Web;

/// <summary>Work in the background waits until the server answers, so that it does not keep the first visitor waiting.</summary>
public static class AfterStart
{
    /// <summary>Ends when the server has started.</summary>
    public static async Task Started(this IHostApplicationLifetime server, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var known = server.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }
}
