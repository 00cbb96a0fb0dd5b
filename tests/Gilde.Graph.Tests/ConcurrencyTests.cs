using Xunit;

namespace Gilde.Graph.Tests;

public class ConcurrencyTests
{
    const int Changes = 4000;
    const int Take = 3;

    /// <summary>A reader notes which changes were made before its question and begun before its answer: the answer must be that of one of the states between.</summary>
    [Fact]
    public async Task Every_answer_under_change_is_right_for_one_moment_of_its_asking()
    {
        var steps = FsCheck.Fluent.Gen.Sample(Step.Any, Changes).ToArray();
        var expected = Step.Everyone.Take(2).ToDictionary(viewer => viewer, viewer => States(steps, viewer));
        var graph = new ContactGraph();
        int begun = 0, done = 0, answered = 0;

        void Read(long viewer)
        {
            while (Volatile.Read(ref done) < steps.Length)
            {
                var from = Volatile.Read(ref done);
                var paths = Paths(graph.WarmestPathsToAny(viewer, Step.Everyone, Take));
                var to = Volatile.Read(ref begun);
                Assert.Contains(paths, expected[viewer][from..(to + 1)]);
                Interlocked.Increment(ref answered);
            }
        }

        var token = TestContext.Current.CancellationToken;
        var readers = expected.Keys.Select(viewer => Task.Factory.StartNew(() => Read(viewer), token, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        foreach (var step in steps)
        {
            // On few cores the writer could be done before a reader began: it waits for one now and then.
            if (begun % 100 == 99) SpinWait.SpinUntil(() => Volatile.Read(ref answered) > begun / 100 || readers.Any(reader => reader.IsCompleted), TimeSpan.FromSeconds(5));
            Volatile.Write(ref begun, begun + 1);
            step.On(graph);
            Volatile.Write(ref done, begun);
        }
        await Task.WhenAll(readers);
        Assert.True(answered >= Changes / 100, $"only {answered} answers");
    }

    static string[] States(Step[] steps, long viewer)
    {
        var oracle = new OracleGraph();
        var states = new List<string> { "" };
        foreach (var step in steps)
        {
            step.On(oracle);
            states.Add(Paths(new OracleAnswers(oracle, viewer).WarmestPathsToAny(Step.Everyone, Take)));
        }
        return [.. states];
    }

    static string Paths(IEnumerable<ContactPath> paths) => string.Join(" | ", paths);

    [Fact]
    public async Task A_change_is_seen_by_a_whole_answer_or_not_at_all()
    {
        const long viewer = 1, hub = 2;
        var graph = new ContactGraph();
        graph.SetContact(viewer, hub, 100, hidden: false);
        long[] people = [.. Enumerable.Range(3, 500).Select(id => (long)id)];
        foreach (var id in people) graph.SetContact(hub, id, 100, hidden: false);

        var reading = Task.Run(() =>
        {
            var (degrees, seen, deadline) = (new byte[people.Length], new HashSet<byte>(), Environment.TickCount64 + 10_000);
            for (var i = 0; i < 2000 || (seen.Count < 2 && Environment.TickCount64 < deadline); i++)
            {
                graph.Degrees(viewer, people, degrees);
                seen.Add(Assert.Single(degrees.Distinct()));
            }
            Assert.Equal([(byte)0, (byte)2], seen.Order().ToArray());
        }, TestContext.Current.CancellationToken);
        for (var i = 0; !reading.IsCompleted; i++) graph.SetMember(hub, i % 2 == 0 ? MemberFlags.Suspended : MemberFlags.None);
        await reading;
    }

    [Fact]
    public async Task Changes_from_several_threads_are_all_kept()
    {
        var graph = new ContactGraph();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) graph.SetContact(writer, 1000 + i, 7, hidden: false);
        })));
        Assert.Equal(4000, graph.ContactCount);
        Assert.Equal(1000, graph.MutualContacts(1, 4, 0).Count);
    }
}
