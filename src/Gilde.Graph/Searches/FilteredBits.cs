namespace Gilde.Graph;

/// <summary>A bit for each slot, for few marks among millions of slots, and before it a filter that stays in the core's nearest caches.</summary>
/// <remarks>Slots some power of two apart share their bit of the filter. Most keys that are looked up are turned away there.</remarks>
sealed unsafe class FilteredBits(int filterWords)
{
    /// <summary>Words of a filter of 16 KiB, for hundreds of marks.</summary>
    public const int OfSome = 1 << 12;

    /// <summary>Words of a filter of 128 KiB, for tens of thousands.</summary>
    public const int OfMany = 1 << 15;

    readonly SlotBits bits = new();
    readonly NativeBlock filter = new((nuint)filterWords * sizeof(uint), huge: false);

    public uint* Filter => (uint*)filter.Start;

    public int FilterMask { get; } = filterWords - 1;

    public uint* Words => bits.Words;

    public void MakeRoom(int slots) => bits.MakeRoom(slots);

    public bool this[int slot] => bits[slot];

    public void Set(int slot)
    {
        bits.Set(slot);
        Filter[(slot >> 5) & FilterMask] |= 1u << (slot & 31);
    }

    public void Unset(int slot)
    {
        bits.Unset(slot);
        Filter[(slot >> 5) & FilterMask] = 0;
    }

    public void Clear(int slots)
    {
        bits.Clear(slots);
        new Span<uint>(Filter, FilterMask + 1).Clear();
    }
}
