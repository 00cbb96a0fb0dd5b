using Xunit;

namespace Gilde.Graph.Tests;

public sealed class SnapshotTests : IDisposable
{
    static readonly SnapshotMark Mark = new(11, 22, 33);

    readonly string folder = Directory.CreateTempSubdirectory("gilde-graph-").FullName;

    string File => Path.Combine(folder, "graph.snapshot");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static (ContactGraph Graph, OracleGraph Oracle) Some(int steps)
    {
        var (graph, oracle) = (new ContactGraph(), new OracleGraph());
        foreach (var step in FsCheck.Fluent.Gen.Sample(Step.Any, steps)) { step.On(graph); step.On(oracle); }
        return (graph, oracle);
    }

    [Fact]
    public void An_opened_snapshot_answers_and_changes_like_the_graph_that_was_saved()
    {
        for (var i = 0; i < 20; i++)
        {
            var (graph, oracle) = Some(i * 7);
            graph.Save(File, Mark);
            var opening = ContactGraph.Open(File);
            Assert.True(opening.IsOpened);
            Assert.Equal((Mark, graph.ContactCount, graph.MemberCount), (opening.Mark, opening.Graph.ContactCount, opening.Graph.MemberCount));
            Assert.Equal(graph.Members(), opening.Graph.Members());
            opening.Graph.WarmUp();
            foreach (var step in FsCheck.Fluent.Gen.Sample(Step.Any, 30).Prepend(null))
            {
                step?.On(oracle);
                step?.On(opening.Graph);
                Assert.Equal(Answers.Of(oracle, Step.Everyone[1], Step.Everyone, 3), Answers.Of(opening.Graph, Step.Everyone[1], Step.Everyone, 3));
            }
        }
    }

    [Fact]
    public void A_snapshot_of_many_segments_and_a_member_larger_than_one_comes_back_whole()
    {
        var builder = new ContactGraphBuilder();
        for (var id = 1; id <= 1_700_000; id++) builder.SetContact(0, id, (byte)(1 + (id % 255)), hidden: false);
        for (var id = 1; id <= 400_000; id++) builder.SetContact(id, id + 1, 200, hidden: id % 9 == 0);
        var graph = builder.Build();
        graph.Save(File, Mark);
        var opened = ContactGraph.Open(File).Graph!;
        opened.ReadAll();
        Assert.Equal(graph.ContactCount, opened.ContactCount);
        long[] some = [.. Enumerable.Range(1, 3000).Select(i => i * 500L)];
        foreach (var viewer in new long[] { 0, 17, 1_699_999 })
        {
            var (expected, actual) = (new byte[some.Length], new byte[some.Length]);
            graph.Degrees(viewer, some, expected);
            opened.Degrees(viewer, some, actual);
            Assert.Equal(expected, actual);
            Assert.Equal(graph.WarmestPathsToAny(viewer, some, 5), opened.WarmestPathsToAny(viewer, some, 5));
        }
        Assert.True(opened.SetContact(0, 5_000_000, 9, hidden: false));
        Assert.Equal(1, opened.Reach(0, [5_000_000], 0).First);
    }

    [Fact]
    public void Whatever_byte_is_damaged_the_snapshot_is_refused()
    {
        Some(200).Graph.Save(File, Mark);
        var whole = System.IO.File.ReadAllBytes(File);
        var refused = 0;
        // Every byte of the header, and of what lies behind it each that is not padding.
        foreach (var at in Enumerable.Range(0, whole.Length).Where(at => at < SnapshotHeader.Bytes || whole[at] != 0))
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x40;
            System.IO.File.WriteAllBytes(File, damaged);
            var outcome = ContactGraph.Open(File).Outcome;
            Assert.Contains(outcome, new[] { SnapshotOutcome.Damaged, SnapshotOutcome.OtherFormat });
            refused++;
        }
        Assert.True(refused > SnapshotHeader.Bytes + 100);
    }

    [Fact]
    public void A_cut_off_foreign_or_missing_file_is_refused()
    {
        Assert.Equal(SnapshotOutcome.Missing, ContactGraph.Open(File).Outcome);
        Some(200).Graph.Save(File, Mark);
        var whole = System.IO.File.ReadAllBytes(File);
        foreach (var length in new[] { 0, 1, 100, SnapshotHeader.Bytes, 4096, 5000, whole.Length / 2, whole.Length - 1 })
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Equal(SnapshotOutcome.Damaged, ContactGraph.Open(File).Outcome);
        }
        System.IO.File.WriteAllBytes(File, [.. whole, 0]);
        Assert.Equal(SnapshotOutcome.Damaged, ContactGraph.Open(File).Outcome);
        System.IO.File.WriteAllBytes(File, [.. whole[..8], 9, .. whole[9..]]);
        Assert.Equal(SnapshotOutcome.OtherFormat, ContactGraph.Open(File).Outcome);
        System.IO.File.WriteAllText(File, new string('x', 9000));
        Assert.Equal(SnapshotOutcome.OtherFormat, ContactGraph.Open(File).Outcome);
    }

    [Fact]
    public void Contacts_damaged_beyond_what_is_read_at_once_are_never_used()
    {
        var builder = new ContactGraphBuilder();
        for (var id = 1; id <= 1_000_000; id++)
            for (var other = 1; other <= 5; other++) builder.SetContact(id, id + (other * 7), 200, hidden: false);
        builder.Build().Save(File, Mark);
        using (var file = System.IO.File.Open(File, FileMode.Open))
        {
            file.Position = file.Length - 100;
            file.WriteByte(0xA5);
        }
        var opening = ContactGraph.Open(File);
        Assert.True(opening.IsOpened);
        Assert.Throws<SnapshotDamagedException>(opening.Graph.ReadAll);
        Assert.Throws<SnapshotDamagedException>(() => opening.Graph.MutualContacts(1_000_000, 999_993, 1));
        Assert.Equal(1, opening.Graph.Reach(1, [8], 0).First);
    }

    [Fact]
    public async Task A_graph_is_saved_as_of_one_moment_while_it_changes()
    {
        const long viewer = 1, hub = 2;
        var (graph, stop) = (new ContactGraph(), false);
        graph.SetContact(viewer, hub, 100, hidden: false);
        for (var id = 3; id < 3000; id++) graph.SetContact(hub, id, 100, hidden: false);
        var changing = Task.Run(() => { for (var i = 0; !Volatile.Read(ref stop); i++) graph.SetMember(hub, i % 2 == 0 ? MemberFlags.Suspended : MemberFlags.None); });
        for (var i = 0; i < 20; i++)
        {
            graph.Save(File, Mark);
            var opened = ContactGraph.Open(File).Graph!;
            Assert.Contains(opened.Reach(viewer, [.. Enumerable.Range(3, 2997).Select(id => (long)id)], 0).Second, new[] { 0, 2997 });
            Assert.Equal(2998, opened.ContactCount);
        }
        Volatile.Write(ref stop, true);
        await changing;
    }
}
