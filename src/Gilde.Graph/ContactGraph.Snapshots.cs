namespace Gilde.Graph;

public sealed partial class ContactGraph
{
    // So much is read and compared before a snapshot counts as opened; what is beyond, as it is needed.
    const int SegmentsReadAtOnce = 2;

    /// <summary>Writes the graph as it stands to a file. Searches and changes go on meanwhile.</summary>
    /// <param name="path">Where to. The file appears whole or not at all: it is written beside, brought to the disk and then renamed.</param>
    /// <param name="mark">Up to where the graph knows the log that feeds it; given back by <see cref="Open"/>.</param>
    /// <exception cref="IOException">The disk is full, or does not work.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path, SnapshotMark mark)
    {
        var beside = path + ".new";
        SnapshotWriting writing;
        lock (this.writing) writing = new(store, beside, mark);
        using (writing) writing.Write();
        File.Move(beside, path, overwrite: true);
        if (OperatingSystem.IsLinux()) Linux.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Opens a snapshot that <see cref="Save"/> wrote.</summary>
    /// <remarks>
    /// Tables and the first 16 MiB of contacts are read and compared with their checksums at once, which takes milliseconds even for ten million members. The rest is read and
    /// compared when a search first needs it, or by <see cref="ReadAll"/>; nothing is used that was not compared.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <returns>The graph with what was noted, or why there is none. A damaged, cut off or foreign file is never an exception.</returns>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SnapshotOpening Open(string path)
    {
        var outcome = SnapshotFile.TryOpen(path, out var store, out var mark);
        if (outcome != SnapshotOutcome.Opened) return new(outcome, null, default);

        var graph = new ContactGraph(store);
        try
        {
            graph.ReadSegments(SegmentsReadAtOnce);
        }
        catch (SnapshotDamagedException)
        {
            return new(SnapshotOutcome.Damaged, null, default);
        }
        return new(outcome, graph, mark);
    }

    /// <summary>Reads and compares what is left of the snapshot that the graph was opened from; at once done if nothing is.</summary>
    /// <exception cref="SnapshotDamagedException">Some of it is not what was written: the graph is to be thrown away. A search that needs it throws the same.</exception>
    public void ReadAll() => ReadSegments(int.MaxValue);

    unsafe void ReadSegments(int most)
    {
        var slabs = store.Slabs;
        for (var segment = 0; segment < Math.Min(slabs.Segments.Count, most); segment++)
            if (slabs.Starts[segment] == null) slabs.Load!(segment);
    }
}
