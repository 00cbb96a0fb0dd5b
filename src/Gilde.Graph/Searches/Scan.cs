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
    public static int Next(uint* keys, int from, int count, FilteredBits marks) => Next(keys, from, count, marks.Filter, marks.FilterMask, marks.Words);

    /// <summary>The first key, from a place on, whose slot is marked.</summary>
    /// <returns>Its index; <paramref name="count"/> if there is none.</returns>
    public static int Next(uint* keys, int from, int count, SlotBits marks) => Next(keys, from, count, marks.Words, marks.Mask, marks.Words);

    // Behind the last key stand other data: a mask keeps what they stand for within the filter.
    static int Next(uint* keys, int from, int count, uint* filter, int filterMask, uint* marks)
    {
        var i = from;
        if (!Avx2.IsSupported)
        {
            while (i < count && (marks[TieKey.Slot(keys[i]) >> 5] >> (int)(keys[i] & 31) & 1) == 0) i++;
            return i;
        }
        var inFilter = Vector256.Create(filterMask);
        for (; i + (2 * Lanes) <= count; i += 2 * Lanes)
        {
            // One line: what is fetched so has come when it is its turn.
            if (i + FetchAhead < count) Prefetch(keys + i + FetchAhead);
            var hits = Passing(keys + i, filter, inFilter) | (Passing(keys + i + Lanes, filter, inFilter) << Lanes);
            if (hits != 0 && FirstMarked(keys + i, hits, marks) is >= 0 and var at) return i + at;
        }
        for (; i < count; i += Lanes)
        {
            // Keys beyond the end are other data of the same segment.
            var hits = Passing(keys + i, filter, inFilter) & ((1u << Math.Min(Lanes, count - i)) - 1);
            if (hits != 0 && FirstMarked(keys + i, hits, marks) is >= 0 and var at) return i + at;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Passing(uint* keys, uint* filter, Vector256<int> inFilter)
    {
        var slots = Vector256.Load((int*)keys);
        var words = Avx2.GatherVector256((int*)filter, Vector256.ShiftRightLogical(slots, 5) & inFilter, sizeof(uint));
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
