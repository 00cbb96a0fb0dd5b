using System.Runtime.Intrinsics;

namespace Gilde.Graph.Bench;

/// <summary>What memory gives on one core: in a row, by lists here and there, and in badges.</summary>
/// <remarks>
/// Badges count as so many bytes as lists would have to be looked through going out from each person asked about. They may do with less by marking the viewer's two hops, and so come
/// out above what memory gives.
/// </remarks>
static unsafe class LimitBench
{
    const int Rounds = 7;

    public static void Run(Options options, Results results)
    {
        var graph = GraphFile.Open(options);
        var questions = new Questions(options.Size.Members, options.Seed + 2);
        results.Add("streaming read", "GB/s", Streaming());

        var asked = Enumerable.Range(0, 2000).Select(_ => (Viewer: questions.Anyone(), People: questions.Some(20))).ToArray();
        var lists = asked.SelectMany(ask => ReadLists.Of(graph, ask.Viewer, ask.People)).ToArray();
        var (random, badges) = (0.0, 0.0);
        // One after the other, so that what else runs slows both alike; the best of each.
        for (var round = 0; round < Rounds; round++)
        {
            random = Math.Max(random, Rate(() => ReadLists.Read(graph, asked[0].Viewer, lists)));
            badges = Math.Max(badges, Rate(() => Ask(graph, asked, lists)));
        }
        results.Add("lists a page of badges", "lists", lists.Length / (double)asked.Length);
        results.Add("lists a page of badges", "keys each", lists.Average(list => list.Ties));
        results.Add("lists here and there", "GB/s", random);
        results.Add("badges", "GB/s", badges);
        results.Add("badges", "of lists here and there", badges / random);
        results.AtLeast("badges: share of the bandwidth of lists", badges / random, 0.75);
    }

    static double Streaming()
    {
        var block = new NativeBlock(1u << 30, huge: true);
        new Span<byte>(block.Start, 1 << 30).Fill(1);
        return Enumerable.Range(0, Rounds).Max(_ => Rate(() =>
        {
            var (sum, other) = (Vector512<uint>.Zero, Vector512<uint>.Zero);
            for (var i = 0L; i < 1 << 30; i += 128)
            {
                sum += Vector512.Load((uint*)(block.Start + i));
                other += Vector512.Load((uint*)(block.Start + i + 64));
            }
            GC.KeepAlive(block);
            return (1L << 30) + ((sum + other)[0] & 1);
        }));
    }

    static long Ask(ContactGraph graph, (long Viewer, long[] People)[] asked, (int Slot, int Ties)[] lists)
    {
        var degrees = new byte[20];
        foreach (var (viewer, people) in asked) graph.Degrees(viewer, people, degrees);
        return lists.Sum(list => (long)list.Ties * sizeof(uint));
    }

    /// <summary>Gigabytes a second of work that tells how many bytes it read.</summary>
    static double Rate(Func<long> work)
    {
        var began = ThreadTime.Milliseconds;
        var bytes = work();
        return bytes / (ThreadTime.Milliseconds - began) / 1e6;
    }
}
