using System.Diagnostics;

namespace Gilde.Graph.Bench;

/// <summary>Every query on one core, and what the graph takes.</summary>
static class QueryBench
{
    const int Passes = 2;

    public static void Run(Options options, Results results)
    {
        if (!File.Exists(options.Snapshot)) GraphFile.Make(options);
        var ready = Enumerable.Range(0, 5).Min(_ => TimeToReady(options));
        var began = Stopwatch.GetTimestamp();
        var graph = GraphFile.Open(options);
        results.Add("ready from a snapshot", "ms", ready);
        results.Add("all of it read and compared", "ms", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        var bytes = graph.Bytes / (2.0 * graph.ContactCount);
        results.Add("memory", "bytes a contact and side", bytes);
        results.AtMost("ready from a snapshot, ms", ready, 100);
        results.AtMost("bytes a contact and side", bytes, 5.5);

        MeasureAll(graph, options, results);
    }

    static void MeasureAll(ContactGraph graph, Options options, Results results)
    {
        var questions = new Questions(options.Size.Members, options.Seed + 1);
        void Measure(string name, int count, double most, Func<Action> next)
        {
            if (options.Only is { } only && !name.Contains(only, StringComparison.Ordinal)) return;
            Action[] asks = [.. Enumerable.Range(0, count).Select(_ => next())];
            var timing = GraphFile.WithProgress(name, progress => Timing.Best(Passes, count, onCore: true, i => { asks[i](); if (i % 16 == 0) progress(i / (double)count); }));
            results.Add(name, timing);
            results.AtMost($"{name}, p99 ms", timing.P99, most);
        }

        Measure("20 badges", 5000, 1.5, () => { var (viewer, people, degrees) = (questions.Anyone(), questions.Some(20), new byte[20]); return () => graph.Degrees(viewer, people, degrees); });
        Measure("ten best paths", 5000, 1, () => { var (viewer, target) = (questions.Anyone(), questions.Anyone()); return () => graph.WarmestPaths(viewer, target, 10); });
        Measure("ten best paths to any of 200", 500, 20, () => { var (viewer, targets) = (questions.Anyone(), questions.Some(200)); return () => graph.WarmestPathsToAny(viewer, targets, 10); });
        Measure("suggestions", 1000, 20, () => { var viewer = questions.Anyone(); return () => graph.Suggestions(viewer, 20); });
        long[][] skills = [.. Enumerable.Range(0, 4).Select(_ => questions.Some(100_000))];
        Measure("ten best paths to any of 100,000", 200, 50, () => { var (viewer, targets) = (questions.Anyone(), skills[(int)(questions.Anyone() % skills.Length)]); return () => graph.WarmestPathsToAny(viewer, targets, 10); });
        Measure("reach of 100,000", 200, 50, () => { var (viewer, targets) = (questions.Anyone(), skills[(int)(questions.Anyone() % skills.Length)]); return () => graph.Reach(viewer, targets, 10); });
        Measure("contacts in common", 5000, 1, () => { var (viewer, person) = (questions.Anyone(), questions.Anyone()); return () => graph.MutualContacts(viewer, person, 3); });
    }

    static double TimeToReady(Options options)
    {
        var began = Stopwatch.GetTimestamp();
        var opening = ContactGraph.Open(options.Snapshot);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!opening.IsOpened) throw new InvalidOperationException($"{options.Snapshot}: {opening.Outcome}");
        return took;
    }
}
