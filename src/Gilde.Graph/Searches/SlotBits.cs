namespace Gilde.Graph;

/// <summary>A bit for each slot, outside of the garbage collector's memory.</summary>
sealed unsafe class SlotBits
{
    NativeBlock? memory;

    public uint* Words { get; private set; }

    public void MakeRoom(int slots)
    {
        var bytes = ((nuint)slots / 8) + 64;
        if (memory is not null && memory.Bytes >= bytes) return;
        memory = new(bytes + (bytes / 8), huge: true);
        Words = (uint*)memory.Start;
    }

    public bool this[int slot] => (Words[slot >> 5] >> (slot & 31) & 1) != 0;

    public void Set(int slot) => Words[slot >> 5] |= 1u << (slot & 31);

    public void Unset(int slot) => Words[slot >> 5] &= ~(1u << (slot & 31));

    public void Clear(int slots) => new Span<uint>(Words, (slots >> 5) + 1).Clear();
}
