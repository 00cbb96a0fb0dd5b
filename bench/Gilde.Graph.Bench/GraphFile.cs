using System.Diagnostics;
using Spectre.Console;

namespace Gilde.Graph.Bench;

/// <summary>The network that is asked, as a snapshot that is made once.</summary>
static class GraphFile
{
    public static void Make(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        var began = Stopwatch.GetTimestamp();
        var graph = WithProgress($"Making {options.Size.Members:#,0} members and about {options.Size.Contacts:#,0} contacts", new GraphMaker(options.Size, options.Seed, plain: false).Make);
        var made = Stopwatch.GetElapsedTime(began);
        graph.Save(options.Snapshot, new(0, 0, 0));
        AnsiConsole.MarkupLineInterpolated($"{graph.ContactCount:#,0} contacts, {graph.Bytes / (2.0 * graph.ContactCount):0.000} bytes each and side; made in {made.TotalSeconds:0} s, written in {(Stopwatch.GetElapsedTime(began) - made).TotalSeconds:0.0} s: {options.Snapshot}");
    }

    public static ContactGraph Open(Options options)
    {
        if (!File.Exists(options.Snapshot)) Make(options);
        var graph = ContactGraph.Open(options.Snapshot).Graph ?? throw new InvalidOperationException($"{options.Snapshot} is not to be used; make it again.");
        graph.ReadAll();
        return graph;
    }

    public static T WithProgress<T>(string what, Func<Action<double>, T> work) => WithProgress(what, progress => Task.FromResult(work(progress))).GetAwaiter().GetResult();

    public static Task<T> WithProgress<T>(string what, Func<Action<double>, Task<T>> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async bar =>
        {
            var task = bar.AddTask(what, maxValue: 1);
            var result = await work(share => task.Value = share);
            task.Value = 1;
            return result;
        });
}
