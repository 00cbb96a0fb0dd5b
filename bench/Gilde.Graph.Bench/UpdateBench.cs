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
        var before = graph.Bytes;

        var (alone, beside, calm, disturbed) = (0.0, 0.0, 0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            alone = Math.Max(alone, Writes(changes, Round));
            calm = Math.Max(calm, Reads(graph, options, Round));
            var writing = Task.Run(() => Writes(changes, Round * 1.2));
            disturbed = Math.Max(disturbed, Reads(graph, options, Round));
            beside = Math.Max(beside, writing.Result);
        }
        results.Add("changes, alone", "per_second", alone);
        results.Add("changes, beside a reader", "per_second", beside);
        results.Add("20 badges, alone", "per_second", calm);
        results.Add("20 badges, beside changes", "per_second", disturbed);
        results.AtLeast("changes a second beside a reader", beside, 500_000);
        results.AtMost("what the reader loses, %", (1 - (disturbed / calm)) * 100, 20);

        var made = GraphFile.WithProgress($"{options.Changes:#,0} changes beside a reader who checks", progress => Checked(graph, changes, options, progress));
        results.Add("changes in all", "changes", made);
        results.Add("memory", "% more after all changes", ((graph.Bytes / (double)before) - 1) * 100);
        results.AtMost("memory after all changes, % more", ((graph.Bytes / (double)before) - 1) * 100, 2);
    }

    static double Writes(Changes changes, TimeSpan time)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), changes.Made);
        while (Stopwatch.GetElapsedTime(began) < time)
            for (var i = 0; i < 256; i++) changes.Make();
        return (changes.Made - before) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static double Reads(ContactGraph graph, Options options, TimeSpan time)
    {
        var (questions, degrees, began, asked) = (new Questions(options.Size.Members, 77), new byte[20], Stopwatch.GetTimestamp(), 0L);
        for (; Stopwatch.GetElapsedTime(began) < time; asked++) graph.Degrees(questions.Anyone(), questions.Some(20), degrees);
        return asked / Stopwatch.GetElapsedTime(began).TotalSeconds;
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
