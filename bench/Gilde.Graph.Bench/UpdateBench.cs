using System.Diagnostics;

namespace Gilde.Graph.Bench;

/// <summary>Changes at full speed, alone and beside a reader, and what they cost the reader and the memory.</summary>
static class UpdateBench
{
    const int Rounds = 6;
    static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);

    public static void Run(Options options, Results results)
    {
        var graph = GraphFile.Open(options);
        var changes = new Changes(graph, options.Size.Members, options.Seed + 3);
        GraphFile.WithProgress("Settling", progress => { for (var i = 0; i < options.Changes / 4; i++) changes.Make(); return 0; });

        var (alone, beside, calm, disturbed) = (default(Pace), default(Pace), default(Pace), default(Pace));
        for (var round = 0; round < Rounds; round++)
        {
            alone = Pace.Max(alone, Writes(changes, Round));
            calm = Pace.Max(calm, Reads(graph, options, Round));
            var writing = Task.Run(() => Writes(changes, Round * 1.2));
            disturbed = Pace.Max(disturbed, Reads(graph, options, Round));
            beside = Pace.Max(beside, writing.Result);
        }
        foreach (var (name, pace) in new[] { ("changes, alone", alone), ("changes, beside a reader", beside), ("20 badges, alone", calm), ("20 badges, beside changes", disturbed) })
        {
            results.Add(name, "per_second", pace.OnCore);
            results.Add(name, "a second by the clock", pace.ByClock);
        }
        results.AtLeast("changes a second beside a reader, on the core", beside.OnCore, 500_000);
        results.AtMost("what the reader loses, on the core, %", (1 - (disturbed.OnCore / calm.OnCore)) * 100, 20);

        // As large as readers and changes side by side have made it.
        var before = graph.Bytes;

        var made = GraphFile.WithProgress($"{options.Changes:#,0} changes beside a reader who checks", progress => Checked(graph, changes, options, progress));
        results.Add("changes in all", "changes", made);
        results.Add("memory", "% more after all changes", ((graph.Bytes / (double)before) - 1) * 100);
        results.AtMost("memory after all changes, % more", ((graph.Bytes / (double)before) - 1) * 100, 2);
    }

    static Pace Writes(Changes changes, TimeSpan time)
    {
        var (began, onCore, before) = (Stopwatch.GetTimestamp(), ThreadTime.Milliseconds, changes.Made);
        while (Stopwatch.GetElapsedTime(began) < time)
            for (var i = 0; i < 256; i++) changes.Make();
        return Pace.Of(changes.Made - before, began, onCore);
    }

    static Pace Reads(ContactGraph graph, Options options, TimeSpan time)
    {
        var (questions, degrees, began, onCore, asked) = (new Questions(options.Size.Members, 77), new byte[20], Stopwatch.GetTimestamp(), ThreadTime.Milliseconds, 0L);
        for (; Stopwatch.GetElapsedTime(began) < time; asked++) graph.Degrees(questions.Anyone(), questions.Some(20), degrees);
        return Pace.Of(asked, began, onCore);
    }

    /// <summary>Readers look for what no change may ever break.</summary>
    static long Checked(ContactGraph graph, Changes changes, Options options, Action<double> progress)
    {
        var (done, island) = (false, new Island(graph));
        var reading = Task.Run(() =>
        {
            for (var questions = new Questions(options.Size.Members, 78); !Volatile.Read(ref done);) 
            {
                island.Check();
                Invariants.Check(graph, questions.Anyone(), questions.Some(20));
            }
        });
        var first = changes.Made;
        while (changes.Made - first < options.Changes && !reading.IsFaulted)
        {
            for (var i = 0; i < 4096; i++) changes.Make();
            progress((changes.Made - first) / (double)options.Changes);
        }
        Volatile.Write(ref done, true);
        reading.Wait();
        return changes.Made - first;
    }
}
