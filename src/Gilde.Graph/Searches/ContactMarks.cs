namespace Gilde.Graph;

/// <summary>Marks for the few hundred contacts of one viewer among millions of slots: a bit for each slot, and before it a filter of 16 KiB that stays in the core's nearest cache.</summary>
/// <remarks>A slot shares its bit of the filter with all that are a multiple of 131,072 away. Most keys that are looked up are turned away there.</remarks>
sealed unsafe class ContactMarks
{
    public const int FilterWords = 4096;

    readonly SlotBits bits = new();
    readonly NativeBlock filter = new(FilterWords * sizeof(uint), huge: false);

    public uint* Filter => (uint*)filter.Start;

    public uint* Words => bits.Words;

    public void MakeRoom(int slots) => bits.MakeRoom(slots);

    public bool this[int slot] => bits[slot];

    public void Set(int slot)
    {
        bits.Set(slot);
        Filter[(slot >> 5) & (FilterWords - 1)] |= 1u << (slot & 31);
    }

    public void Unset(int slot)
    {
        bits.Unset(slot);
        Filter[(slot >> 5) & (FilterWords - 1)] = 0;
    }
}
