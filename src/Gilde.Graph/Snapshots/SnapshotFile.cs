using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gilde.Graph;

/// <summary>Opens a snapshot: ids and table at once, the segments when they are first needed, each with its checksum compared before anything in it is believed.</summary>
/// <remarks>
/// Segments are read rather than mapped: read, they lie in huge pages, may be written to, and a file that is cut off under way is an error instead of the end of the
/// process. What is read before it is needed costs the start as little as mapping would.
/// </remarks>
sealed unsafe class SnapshotFile
{
    readonly SafeFileHandle file;
    readonly SnapshotHeader header;
    readonly uint[] checksums;
    readonly Segments segments;
    readonly Lock loading = new();
    int left;

    SnapshotFile(SafeFileHandle file, SnapshotHeader header, uint[] checksums, GraphStore store)
    {
        (this.file, this.header, this.checksums, segments) = (file, header, checksums, store.Slabs.Segments);
        left = checksums.Length;
        segments.Reserve(checksums.Length);
        store.Slabs.Load = Load;
        if (left == 0) file.Dispose();
    }

    public static SnapshotOutcome TryOpen(string path, out GraphStore store, out SnapshotMark mark)
    {
        (store, mark) = (new(), default);
        if (!File.Exists(path)) return SnapshotOutcome.Missing;

        var file = File.OpenHandle(path);
        var outcome = Read(file, store, out var header);
        mark = header.Mark;
        if (outcome != SnapshotOutcome.Opened) file.Dispose();
        return outcome;
    }

    static SnapshotOutcome Read(SafeFileHandle file, GraphStore store, out SnapshotHeader header)
    {
        header = default;
        if (RandomAccess.Read(file, MemoryMarshal.AsBytes(new Span<SnapshotHeader>(ref header)), 0) < SnapshotHeader.Bytes) return SnapshotOutcome.Damaged;
        if (header.Magic != SnapshotHeader.Signature || header.Format != SnapshotHeader.CurrentFormat) return SnapshotOutcome.OtherFormat;
        if (!header.IsWhole || !header.IsPlausible || RandomAccess.GetLength(file) != header.FileBytes) return SnapshotOutcome.Damaged;
        if (!TryReadIds(file, header, store) || !TryReadTable(file, header, store) || !TryReadChecksums(file, header, out var checksums)) return SnapshotOutcome.Damaged;

        (store.ContactCount, store.MemberCount) = (header.ContactCount, header.MemberCount);
        _ = new SnapshotFile(file, header, checksums, store);
        return SnapshotOutcome.Opened;
    }

    static bool TryReadIds(SafeFileHandle file, SnapshotHeader header, GraphStore store)
    {
        var pages = new long[header.IdPages];
        fixed (long* start = pages)
            if (!FileParts.TryRead(file, (byte*)start, header.IdPages * sizeof(long), header.IdsAt)) return false;
        if (Checksum.Of(MemoryMarshal.AsBytes(pages.AsSpan())) != header.IdsChecksum) return false;

        foreach (var page in pages) store.Ids.AddPage(page);
        return true;
    }

    static bool TryReadTable(SafeFileHandle file, SnapshotHeader header, GraphStore store)
    {
        store.Table.MakeRoom((int)header.Slots);
        var (sum, bytes) = (0u, header.Slots * sizeof(ulong));
        for (var done = 0L; done < bytes; done += 1 << MemberTable.SegmentBits)
        {
            var (to, part) = (store.Table.Segments, Math.Min(1 << MemberTable.SegmentBits, bytes - done));
            if (!FileParts.TryRead(file, to.Starts[done >> MemberTable.SegmentBits], part, header.TableAt + done)) return false;
            sum = Checksum.And(sum, new(to.Starts[done >> MemberTable.SegmentBits], (int)part));
        }
        return sum == header.TableChecksum;
    }

    static bool TryReadChecksums(SafeFileHandle file, SnapshotHeader header, out uint[] checksums)
    {
        checksums = new uint[header.Segments];
        fixed (uint* start = checksums)
            return FileParts.TryRead(file, (byte*)start, header.Segments * sizeof(uint), header.SegmentChecksumsAt)
                && Checksum.Of(MemoryMarshal.AsBytes(checksums.AsSpan())) == header.SegmentsChecksum;
    }

    void Load(int segment)
    {
        lock (loading)
        {
            if (segments.Starts[segment] != null) return;

            var at = header.SegmentsAt + ((long)segment << Slabs.SegmentBits);
            var bytes = (int)Math.Min(1 << Slabs.SegmentBits, header.FileBytes - at);
            var block = new NativeBlock(1 << Slabs.SegmentBits, huge: checksums.Length > 1);
            if (!FileParts.TryRead(file, block.Start, bytes, at) || Checksum.Of(new(block.Start, bytes)) != checksums[segment])
                throw new SnapshotDamagedException($"Segment {segment} of the snapshot is not what was written.");

            segments.Fill(segment, block);
            if (--left == 0) file.Dispose();
        }
    }
}
