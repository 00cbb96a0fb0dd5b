using Microsoft.Win32.SafeHandles;

namespace Gilde.Graph;

/// <summary>Fills segments with blocks and writes each as it is full, with its checksum. Offsets are those that <see cref="Slabs"/> would give.</summary>
sealed unsafe class SegmentWriting(SafeFileHandle file, long start)
{
    NativeBlock run = new(1 << Slabs.SegmentBits, huge: true);
    // In granules, within the run; the first few of all stay empty, since offset 0 is nowhere.
    uint used = Slabs.First;
    bool isEmpty = true;

    public List<uint> Checksums { get; } = [];

    /// <summary>Where the file ends.</summary>
    public long End { get; private set; } = start;

    /// <returns>The offset of the block.</returns>
    public uint Add(ReadOnlySpan<byte> block)
    {
        var granules = (uint)SizeClasses.Granules(SizeClasses.Of(block.Length));
        if (used + (ulong)granules + Slabs.Guard > run.Bytes >> SizeClasses.GranuleBits) NextRun(granules);
        var offset = ((uint)Checksums.Count << Slabs.SegmentGranuleBits) + used;
        block.CopyTo(new(run.Start + ((nuint)used << SizeClasses.GranuleBits), block.Length));
        used += granules;
        isEmpty = false;
        return offset;
    }

    void NextRun(uint granules)
    {
        if (!isEmpty) WriteRun((long)run.Bytes);
        run = new((nuint)Slabs.SegmentsFor(granules) << Slabs.SegmentBits, huge: true);
        used = Checksums.Count == 0 ? Slabs.First : 0;
        isEmpty = true;
    }

    void WriteRun(long bytes)
    {
        for (var from = 0L; from < bytes; from += 1 << Slabs.SegmentBits)
        {
            var segment = new ReadOnlySpan<byte>(run.Start + from, (int)Math.Min(1 << Slabs.SegmentBits, bytes - from));
            Checksums.Add(Checksum.Of(segment));
            RandomAccess.Write(file, segment, End);
            End += segment.Length;
        }
    }

    public void Finish()
    {
        if (!isEmpty) WriteRun((long)used << SizeClasses.GranuleBits);
    }
}
