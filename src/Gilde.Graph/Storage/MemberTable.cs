using System.Runtime.CompilerServices;

namespace Gilde.Graph;

/// <summary>The entries of all members, by slot.</summary>
sealed unsafe class MemberTable
{
    public const int SegmentEntryBits = 18;
    public const int SegmentBits = SegmentEntryBits + 3;

    readonly Segments segments = new(SegmentBits);

    public Segments Segments => segments;

    public byte** Starts => segments.Starts;

    public long Bytes => segments.Bytes;

    public void MakeRoom(int slots)
    {
        while ((long)segments.Count << SegmentEntryBits < slots) segments.Add(1);
    }

    public MemberEntry this[int slot] => new(Volatile.Read(ref *At(Starts, slot)));

    public void Set(int slot, ulong bits) => Volatile.Write(ref *At(Starts, slot), bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong* At(byte** starts, int slot) => (ulong*)starts[slot >> SegmentEntryBits] + (slot & ((1 << SegmentEntryBits) - 1));
}
