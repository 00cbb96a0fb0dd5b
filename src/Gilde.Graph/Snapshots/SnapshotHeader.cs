using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>The first bytes of a snapshot. Behind it lie, each from a page on: pages of ids, table, checksums of the segments, segments.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly record struct SnapshotHeader
{
    public const int Bytes = 128;
    public const long Signature = 0x46524745444C4947;   // "GILDEGRF"
    public const long CurrentFormat = 1;

    const int Page = 4096;

    public long Magic { get; init; }
    public long Format { get; init; }
    public SnapshotMark Mark { get; init; }
    public long ContactCount { get; init; }
    public long MemberCount { get; init; }
    public long IdPages { get; init; }
    public long Segments { get; init; }
    public long FileBytes { get; init; }
    public long IdsChecksum { get; init; }
    public long TableChecksum { get; init; }
    public long SegmentsChecksum { get; init; }
    readonly long reserved0, reserved1;
    public long Checksum { get; init; }

    public long Slots => IdPages << IdMap.PageBits;

    public long IdsAt => Page;

    public long TableAt => IdsAt + WholePages(IdPages * sizeof(long));

    public long SegmentChecksumsAt => TableAt + WholePages(Slots * sizeof(ulong));

    public long SegmentsAt => SegmentChecksumsAt + WholePages(Gilde.Graph.Segments.Most * sizeof(uint));

    public static long WholePages(long bytes) => (bytes + Page - 1) / Page * Page;

    /// <summary>The header with the checksum of all before it.</summary>
    public SnapshotHeader Sealed() => this with { Checksum = Sum() };

    public bool IsWhole => Checksum == Sum();

    /// <summary>Whether the counts make sense together, so that nothing is asked of a file that it cannot have.</summary>
    public bool IsPlausible => IdPages >= 0 && Slots <= 1L << TieKey.SlotBits && Segments is >= 0 and <= Gilde.Graph.Segments.Most
        && FileBytes >= SegmentsAt && FileBytes <= SegmentsAt + (Segments << Slabs.SegmentBits);

    uint Sum()
    {
        var copy = this;
        return Gilde.Graph.Checksum.Of(MemoryMarshal.AsBytes(new ReadOnlySpan<SnapshotHeader>(in copy))[..(Bytes - sizeof(long))]);
    }
}
