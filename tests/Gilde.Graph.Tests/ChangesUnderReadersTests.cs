using System.Diagnostics;
using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>Many random changes while readers look for what no change may break. <c>bench/graph updates</c> does the same ten million times.</summary>
public class ChangesUnderReadersTests
{
    const int Members = 3000, Island = 60, Changes = 300_000;
    const long IslandFrom = 1L << 33, HeldBack = 12 << 20;

    static readonly long[] Islanders = [.. Enumerable.Range(0, Island).Select(i => IslandFrom + i)];

    [Fact]
    public async Task Answers_stay_sound_and_memory_flat_while_a_writer_changes_everything()
    {
        var (graph, random, stop) = (new ContactGraph(), new Random(1), false);
        for (var i = 0; i < Island * 4; i++)
            if (random.Next(Island) is var a && random.Next(Island) is var b && a != b) graph.SetContact(IslandFrom + a, IslandFrom + b, (byte)random.Next(1, 256), random.Next(9) == 0);
        for (var i = 0; i < Changes / 2; i++) Change(graph, random);
        var expected = OfIsland(graph);
        var bytes = graph.Bytes;

        // Threads of their own: those of the pool may all be busy with other tests.
        var asked = new int[2];
        var readers = Enumerable.Range(0, asked.Length).Select(reader => Task.Factory.StartNew(() =>
        {
            for (var reading = new Random(reader); !Volatile.Read(ref stop); Interlocked.Increment(ref asked[reader]))
            {
                Assert.Equal(expected, OfIsland(graph));
                AssertSound(graph, reading.Next(Members), [.. Enumerable.Range(0, 40).Select(_ => (long)reading.Next(Members))]);
            }
        }, TaskCreationOptions.LongRunning)).ToArray();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Changes || (IsToGoOn() && !readers.Any(reader => reader.IsFaulted)); i++) Change(graph, random);
        bool IsToGoOn() => Stopwatch.GetElapsedTime(began).TotalSeconds < 2 || asked.Any(answers => answers == 0);
        Volatile.Write(ref stop, true);
        await Task.WhenAll(readers);
        Assert.All(asked, answers => Assert.True(answers > 0));
        // Room for what readers on a busy machine may hold back at most; all that was written is a multiple.
        Assert.InRange(graph.Bytes, bytes / 2, bytes + HeldBack);
    }

    // A third of the pairs of a band are in contact at any time, so that the graph stays as large as it is.
    static void Change(ContactGraph graph, Random random)
    {
        var (a, near) = (random.Next(Members), random.Next(1, 60));
        var b = (a + near) % Members;
        switch (random.Next(1000))
        {
            case 0: graph.SetMember(a, (MemberFlags)random.Next(8)); break;
            case 1 or 2: graph.SetMember(a, MemberFlags.None); break;
            case 3: graph.RemoveMember(a); break;
            case < 14: graph.Block(a, b); break;
            case < 40: graph.Unblock(a, b); break;
            case < 400: graph.SetContact(a, b, (byte)random.Next(1, 256), random.Next(20) == 0); break;
            default: graph.RemoveContact(a, b); break;
        }
    }

    static string OfIsland(ContactGraph graph) =>
        $"{string.Join('|', graph.WarmestPathsToAny(IslandFrom, Islanders, Island))} {graph.Reach(IslandFrom + 1, Islanders, 0)} {string.Join(' ', graph.Suggestions(IslandFrom + 2, 5).Select(one => (one.Id, one.Score)))}";

    static void AssertSound(ContactGraph graph, long viewer, long[] people)
    {
        var paths = graph.WarmestPathsToAny(viewer, people, 10);
        Assert.Equal(paths.Count, paths.Select(path => path.Target).Distinct().Count());
        Assert.All(paths, path => Assert.True(path.Members[0] == viewer && people.Contains(path.Target)));
        Assert.Equal(paths.OrderByDescending(path => path.Product), paths);

        var reach = graph.Reach(viewer, people, people.Length);
        Assert.Equal((reach.First, reach.Second, reach.Third), (Near(1), Near(2), Near(3)));
        int Near(int degree) => reach.Nearest.Count(one => one.Degree == degree);

        var mutual = graph.MutualContacts(viewer, people[0], int.MaxValue);
        Assert.Equal(mutual.Count, mutual.Strongest.Select(one => one.Id).Distinct().Count());
        Assert.All(graph.Suggestions(viewer, 5), one => Assert.True(one.Mutual.Count > 0 && one.Id != viewer));
    }
}
