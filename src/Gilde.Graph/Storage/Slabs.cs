namespace Gilde.Graph;

/// <summary>Where the members' blocks lie: taken and given back by the writer, read by everybody.</summary>
/// <remarks>An offset counts granules of 8 bytes, so that 32 bits reach over 32 GiB. Offset 0 is nowhere. A free block holds the offset of the next free one of its size.</remarks>
sealed unsafe class Slabs
{
    public const int SegmentBits = 23;
    public const int SegmentGranuleBits = SegmentBits - SizeClasses.GranuleBits;

    const uint Granules = 1u << SegmentGranuleBits;
    // Readers look at eight keys at once and so may look beyond the last block of a segment.
    public const uint Guard = 4;
    public const uint First = 8;

    readonly Segments segments = new(SegmentBits);
    readonly uint[] free = new uint[SizeClasses.Count];
    uint next, end;

    public byte** Starts => segments.Starts;

    public Segments Segments => segments;

    /// <summary>Loads a segment that is not there yet; set where there may be such.</summary>
    public Action<int>? Load { get; set; }

    /// <summary>Bytes in use or free for use again.</summary>
    public long Bytes => segments.Bytes - ((long)(end - next) << SizeClasses.GranuleBits);

    public byte* At(uint offset)
    {
        if (Starts[offset >> SegmentGranuleBits] == null) Load!((int)(offset >> SegmentGranuleBits));
        return Starts[offset >> SegmentGranuleBits] + ((nuint)(offset & (Granules - 1)) << SizeClasses.GranuleBits);
    }

    public uint Take(int bytes)
    {
        var sizeClass = SizeClasses.Of(bytes);
        if (free[sizeClass] is not 0 and var taken)
        {
            free[sizeClass] = *(uint*)At(taken);
            return taken;
        }
        return TakeNew((uint)SizeClasses.Granules(sizeClass));
    }

    uint TakeNew(uint granules)
    {
        if (next + (ulong)granules + Guard > end)
        {
            var count = SegmentsFor(granules);
            var first = (uint)segments.Add(count);
            next = (first << SegmentGranuleBits) + (first == 0 ? First : 0);
            end = (first << SegmentGranuleBits) + ((uint)count << SegmentGranuleBits) - 1;
        }
        var taken = next;
        next += granules;
        return taken;
    }

    /// <summary>How many segments in a row a block of a size needs.</summary>
    public static int SegmentsFor(uint granules) => (int)((granules + First + Guard + Granules - 1) >> SegmentGranuleBits);

    public void GiveBack(uint offset, int bytes)
    {
        ref var head = ref free[SizeClasses.Of(bytes)];
        *(uint*)At(offset) = head;
        head = offset;
    }
}
