namespace Gilde.Graph;

/// <summary>Contacts in the order in which they came, in blocks, so that taking in millions never copies them.</summary>
sealed unsafe class TieRows
{
    const int BlockBits = 18, RowBytes = 9;
    const uint HiddenBit = 1u << 31;

    readonly List<NativeBlock> blocks = [];
    long count;

    byte* this[long number] => blocks[(int)(number >> BlockBits)].Start + ((number & ((1 << BlockBits) - 1)) * RowBytes);

    public void Add(int a, int b, byte strength, bool hidden)
    {
        if (count >> BlockBits == blocks.Count) blocks.Add(new((nuint)RowBytes << BlockBits, huge: false));
        var row = this[count++];
        ((uint*)row)[0] = (uint)a | (hidden ? HiddenBit : 0);
        ((uint*)row)[1] = (uint)b;
        row[8] = strength;
    }

    /// <summary>Gives every member of a new graph their ties; of several rows for one contact the last counts. The rows are gone after.</summary>
    public void MoveInto(GraphStore store, Func<int, int> slotOf)
    {
        var starts = CountByMember(store.Ids.SlotCount, slotOf);
        var sides = new NativeBlock((nuint)Math.Max(1, count * 2) * sizeof(ulong), huge: true);
        var all = (ulong*)sides.Start;
        for (var i = 0L; i < count; i++)
        {
            var row = this[i];
            var hidden = (((uint*)row)[0] & HiddenBit) != 0;
            var (a, b) = (slotOf((int)(((uint*)row)[0] & ~HiddenBit)), slotOf((int)((uint*)row)[1]));
            all[starts[a]++] = TieSide.Of(b, row[8], hidden);
            all[starts[b]++] = TieSide.Of(a, row[8], hidden);
        }
        blocks.Clear();

        // Each start has moved on to the start of the next member.
        var from = 0L;
        var ends = 0L;
        var packer = new BlockPacker(store);
        for (var slot = 0; slot < store.Ids.SlotCount; slot++)
        {
            if (starts[slot] > from) ends += packer.Pack(slot, new(all + from, (int)(starts[slot] - from)));
            from = starts[slot];
        }
        store.ContactCount = ends / 2;
        GC.KeepAlive(sides);
    }

    /// <summary>Where the sides of each member start if they lie one member after the other.</summary>
    long[] CountByMember(int slots, Func<int, int> slotOf)
    {
        var starts = new long[slots + 1];
        for (var i = 0L; i < count; i++)
        {
            starts[slotOf((int)(((uint*)this[i])[0] & ~HiddenBit)) + 1]++;
            starts[slotOf((int)((uint*)this[i])[1]) + 1]++;
        }
        for (var slot = 0; slot < slots; slot++) starts[slot + 1] += starts[slot];
        return starts;
    }
}
