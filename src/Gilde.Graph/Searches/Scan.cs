using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gilde.Graph;

/// <summary>Looks through the keys of a member, eight at a time where the machine can.</summary>
static unsafe class Scan
{
    const int Lanes = 8, FetchAhead = 192;

    /// <summary>The first key, from a place on, whose slot is marked.</summary>
    /// <returns>Its index; <paramref name="count"/> if there is none.</returns>
    public static int Next(uint* keys, int from, int count, SlotBits marks) =>
        Avx2.IsSupported ? NextOfEight(keys, from, count, marks.Words) : NextOfOne(keys, from, count, marks);

    static int NextOfEight(uint* keys, int from, int count, uint* marks)
    {
        var i = from;
        for (; i + Lanes <= count; i += Lanes)
        {
            var hits = Marked(Vector256.Load(keys + i), Vector256<int>.AllBitsSet, marks);
            if (hits != 0) return i + BitOperations.TrailingZeroCount(hits);
        }
        if (i >= count) return count;

        // The keys beyond the end are other data, never beyond a segment; their bits are not looked up.
        var inside = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count - i));
        var last = Marked(Vector256.Load(keys + i), inside, marks);
        return last != 0 ? i + BitOperations.TrailingZeroCount(last) : count;
    }

    static uint Marked(Vector256<uint> keys, Vector256<int> inside, uint* marks)
    {
        var slots = (keys & Vector256.Create(TieKey.SlotMask)).AsInt32();
        var words = Avx2.GatherMaskVector256(Vector256<int>.Zero, (int*)marks, Vector256.ShiftRightLogical(slots, 5), inside, sizeof(uint));
        // The bit of each slot goes to the front of its word.
        var shifts = Vector256.AndNot(Vector256.Create(31), slots).AsUInt32();
        return Avx2.ShiftLeftLogicalVariable(words, shifts).ExtractMostSignificantBits();
    }

    /// <summary>The same for few marks: a filter turns most keys away.</summary>
    public static int Next(uint* keys, int from, int count, ContactMarks marks)
    {
        if (!Avx2.IsSupported)
        {
            while (from < count && !marks[TieKey.Slot(keys[from])]) from++;
            return from;
        }
        var (filter, i) = ((nint)marks.Filter, from);
        for (; i + (2 * Lanes) <= count; i += 2 * Lanes)
        {
            // One line: what is fetched so has come when it is its turn.
            if (i + FetchAhead < count) Prefetch(keys + i + FetchAhead);
            var hits = Passing(keys + i, (uint*)filter) | (Passing(keys + i + Lanes, (uint*)filter) << Lanes);
            if (hits != 0 && FirstMarked(keys + i, hits, marks.Words) is >= 0 and var at) return i + at;
        }
        for (; i < count; i += Lanes)
        {
            // Keys beyond the end are other data of the same segment.
            var hits = Passing(keys + i, (uint*)filter) & ((1u << Math.Min(Lanes, count - i)) - 1);
            if (hits != 0 && FirstMarked(keys + i, hits, marks.Words) is >= 0 and var at) return i + at;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Passing(uint* keys, uint* filter)
    {
        var slots = Vector256.Load((int*)keys);
        var words = Avx2.GatherVector256((int*)filter, Vector256.ShiftRightLogical(slots, 5) & Vector256.Create(ContactMarks.FilterWords - 1), sizeof(uint));
        return Avx2.ShiftLeftLogicalVariable(words, Vector256.AndNot(Vector256.Create(31), slots).AsUInt32()).ExtractMostSignificantBits();
    }

    static int FirstMarked(uint* keys, uint hits, uint* marks)
    {
        for (; hits != 0; hits &= hits - 1)
        {
            var at = BitOperations.TrailingZeroCount(hits);
            var slot = keys[at] & TieKey.SlotMask;
            if ((marks[slot >> 5] >> (int)(slot & 31) & 1) != 0) return at;
        }
        return -1;
    }

    static int NextOfOne(uint* keys, int from, int count, SlotBits marks)
    {
        for (var i = from; i < count; i++)
            if (marks[TieKey.Slot(keys[i])]) return i;
        return count;
    }

    /// <summary>How many keys, from the first on, are of ties that cost at most so much.</summary>
    public static int CountUpTo(int cost, uint* keys, int count)
    {
        var limit = TieKey.FirstAbove(cost);
        if (count == 0 || keys[count - 1] < limit) return count;

        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (keys[middle] < limit) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public static void Prefetch(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }
}
