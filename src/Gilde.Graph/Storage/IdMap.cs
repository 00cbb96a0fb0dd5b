using System.Collections.Concurrent;

namespace Gilde.Graph;

/// <summary>Which member is at which slot. Ids go to slots by pages of 64, so that ids without large gaps, such as a database gives, take almost no room.</summary>
/// <remarks>Pages only come, never go. One writer adds; a reader who finds a slot by a table of a version finds its id too.</remarks>
sealed class IdMap
{
    public const int PageBits = 6;

    const int Mask = (1 << PageBits) - 1;
    const long MostDirect = 1 << 22;
    const int MostPages = 1 << (TieKey.SlotBits - PageBits);

    readonly ConcurrentDictionary<long, int> far = new();
    volatile int[] near = [];
    volatile long[] pages = new long[16];
    volatile int count;
    volatile bool inIdOrder = true;

    public int SlotCount => count << PageBits;

    public ReadOnlySpan<long> Pages => pages.AsSpan(0, count);

    /// <summary>Whether the order of slots is that of ids, as it is unless members came with ids below earlier ones.</summary>
    public bool InIdOrder => inIdOrder;

    public long Bytes => (near.Length * 4L) + (pages.Length * 8L) + (far.Count * 48L);

    public bool TryFind(long id, out int slot)
    {
        var page = PageAt(id >> PageBits);
        slot = (page << PageBits) | (int)(id & Mask);
        return page >= 0;
    }

    int PageAt(long page)
    {
        var direct = near;
        if ((ulong)page < (ulong)direct.Length) return Volatile.Read(ref direct[page]) - 1;
        return (ulong)page >= MostDirect && far.TryGetValue(page, out var at) ? at : -1;
    }

    public long IdOf(int slot) => (pages[slot >> PageBits] << PageBits) | (long)(slot & Mask);

    /// <summary>The slot of an id; a new one if there is none.</summary>
    /// <exception cref="InvalidOperationException">There is no more room.</exception>
    public int SlotOf(long id) => TryFind(id, out var slot) ? slot : (AddPage(id >> PageBits) << PageBits) | (int)(id & Mask);

    public int AddPage(long page)
    {
        if (count == MostPages) throw new InvalidOperationException("The graph has no room for more members.");

        var at = count;
        if (at == pages.Length) pages = Grown(pages, at + 1);
        if (at > 0 && pages[at - 1] > page) inIdOrder = false;
        pages[at] = page;
        count = at + 1;
        if ((ulong)page >= MostDirect)
        {
            far[page] = at;
            return at;
        }
        if (page >= near.Length) near = Grown(near, (int)page + 1);
        Volatile.Write(ref near[page], at + 1);
        return at;
    }

    // By a fifth: with many members doubling would cost more than the whole map.
    static T[] Grown<T>(T[] from, int least)
    {
        var grown = new T[Math.Max(least, Math.Max(16, from.Length + (from.Length / 5)))];
        from.CopyTo(grown, 0);
        return grown;
    }
}
