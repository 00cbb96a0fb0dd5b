using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gilde.Graph;

/// <summary>Writes one version of a graph to a file while changes go on: blocks one behind the other without gaps, then the tables, at last the header.</summary>
sealed unsafe class SnapshotWriting : IDisposable
{
    readonly GraphStore store;
    readonly Reader reader;
    readonly long version;
    readonly SafeFileHandle file;
    readonly NativeBlock table;
    readonly SegmentWriting segments;
    SnapshotHeader header;

    /// <summary>Settles on the version to write. No change may be under way.</summary>
    public SnapshotWriting(GraphStore store, string path, SnapshotMark mark)
    {
        this.store = store;
        header = new()
        {
            Magic = SnapshotHeader.Signature, Format = SnapshotHeader.CurrentFormat, Mark = mark,
            ContactCount = store.ContactCount, MemberCount = store.MemberCount, IdPages = store.Ids.SlotCount >> IdMap.PageBits,
        };
        table = new((nuint)Math.Max(1, header.Slots) * sizeof(ulong), huge: true);
        file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        segments = new(file, header.SegmentsAt);
        reader = store.Readers.Take();
        version = reader.Enter(ref store.Version);
    }

    public void Write()
    {
        for (var slot = 0; slot < header.Slots; slot++) ((ulong*)table.Start)[slot] = Write(slot);
        segments.Finish();
        var ids = MemoryMarshal.AsBytes(store.Ids.Pages[..(int)header.IdPages]);
        var sums = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(segments.Checksums));
        header = header with
        {
            Segments = segments.Checksums.Count, FileBytes = segments.End,
            IdsChecksum = Checksum.Of(ids), TableChecksum = SumOfTable(), SegmentsChecksum = Checksum.Of(sums),
        };
        RandomAccess.Write(file, ids, header.IdsAt);
        FileParts.Write(file, table.Start, header.Slots * sizeof(ulong), header.TableAt);
        RandomAccess.Write(file, sums, header.SegmentChecksumsAt);
        RandomAccess.FlushToDisk(file);
        header = header.Sealed();
        RandomAccess.Write(file, MemoryMarshal.AsBytes(new ReadOnlySpan<SnapshotHeader>(in header)), 0);
        if (RandomAccess.GetLength(file) < header.FileBytes) RandomAccess.SetLength(file, header.FileBytes);
        RandomAccess.FlushToDisk(file);
    }

    // By the segments in which it is read again.
    uint SumOfTable()
    {
        var (sum, bytes) = (0u, header.Slots * sizeof(ulong));
        for (var done = 0L; done < bytes; done += 1 << MemberTable.SegmentBits)
            sum = Checksum.And(sum, new(table.Start + done, (int)Math.Min(1 << MemberTable.SegmentBits, bytes - done)));
        return sum;
    }

    ulong Write(int slot)
    {
        var bits = Volatile.Read(ref *MemberTable.At(store.Table.Starts, slot));
        var entry = new MemberEntry((bits & MemberEntry.OlderBit) == 0 ? bits : reader.Recall(store.Old, slot, version, bits));
        return entry.Offset == 0 ? entry.Bits : entry.MovedTo(segments.Add(store.Block(entry).Bytes)).Bits;
    }

    public void Dispose()
    {
        store.Readers.GiveBack(reader);
        file.Dispose();
    }
}
