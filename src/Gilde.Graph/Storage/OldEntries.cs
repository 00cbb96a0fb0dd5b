namespace Gilde.Graph;

/// <summary>What entries of the table were before recent changes, so that a search that began earlier still finds the graph as it stood.</summary>
/// <remarks>
/// Records are numbered from 1 and stand in a ring. A record and the block of its entry are given up, oldest first, when no search is left that began before the
/// change. Those of slots with the same hash form a chain from the newest on. Readers never wait: a record overwritten under their eyes is
/// one that they, being younger than it, do not need.
/// </remarks>
sealed class OldEntries
{
    struct Record
    {
        public long Number;
        public long Until;
        public long Next;
        public ulong Entry;
        public int Slot;
    }

    sealed class Ring(int size)
    {
        public readonly int Mask = size - 1;
        public readonly long[] Heads = new long[size];
        public readonly Record[] Records = new Record[size];

        public ref Record this[long number] => ref Records[number & Mask];

        public ref long Head(int slot) => ref Heads[(slot * 0x9E3779B1u >> 7) & Mask];
    }

    volatile Ring ring = new(64);
    long oldest = 1, next = 1;

    public long Count => next - oldest;

    /// <summary>The entry of a slot for a search of some version, which found <paramref name="current"/> in the table.</summary>
    public ulong At(int slot, long version, ulong current)
    {
        var records = ring;
        for (var number = Volatile.Read(ref records.Head(slot)); number > 0;)
        {
            ref var record = ref records[number];
            if (Volatile.Read(ref record.Number) != number) break;
            var copy = record;
            Thread.MemoryBarrier();
            if (Volatile.Read(ref record.Number) != number || copy.Until <= version) break;

            if (copy.Slot == slot) current = copy.Entry;
            number = copy.Next;
        }
        return current;
    }

    /// <summary>Notes that an entry holds for versions before <paramref name="until"/> only. To be called before the new one is put in the table.</summary>
    public void Add(int slot, ulong entry, long until)
    {
        if (Count > ring.Mask) Grow();
        Put(ring, new() { Number = next, Until = until, Entry = entry, Slot = slot });
        next++;
    }

    static void Put(Ring into, Record record)
    {
        ref var place = ref into[record.Number];
        Volatile.Write(ref place.Number, 0);
        Thread.MemoryBarrier();
        place.Until = record.Until;
        place.Entry = record.Entry;
        place.Slot = record.Slot;
        place.Next = into.Head(record.Slot);
        Volatile.Write(ref place.Number, record.Number);
        Volatile.Write(ref into.Head(record.Slot), record.Number);
    }

    // Readers may go on in the smaller one: it holds what they need.
    void Grow()
    {
        var (from, to) = (ring, new Ring(ring.Records.Length * 2));
        for (var number = oldest; number < next; number++) Put(to, from[number]);
        ring = to;
    }

    /// <summary>Whether a slot was changed already at this version.</summary>
    public bool Has(int slot, long until) => Newest(slot, out var record) && record.Until == until;

    /// <summary>Gives up the oldest record if no search needs it.</summary>
    /// <param name="versions">The oldest version that a search may use.</param>
    /// <param name="slot">Whose it was.</param>
    /// <param name="entry">What it was.</param>
    /// <param name="last">Whether there is no other record of the slot.</param>
    public bool TryGiveUp(long versions, out int slot, out ulong entry, out bool last)
    {
        (slot, entry, last) = (0, 0, false);
        if (Count == 0 || ring[oldest].Until > versions) return false;

        (slot, entry) = (ring[oldest].Slot, ring[oldest].Entry);
        last = Newest(slot, out var newest) && newest.Number == oldest;
        oldest++;
        return true;
    }

    bool Newest(int slot, out Record record)
    {
        for (var number = ring.Head(slot); number >= oldest; number = record.Next)
        {
            record = ring[number];
            if (record.Slot == slot) return true;
        }
        record = default;
        return false;
    }
}
