using System.Numerics;

namespace Gilde.Graph;

/// <summary>A bit for each slot, outside of the garbage collector's memory.</summary>
sealed unsafe class SlotBits
{
    const nuint AlmostHuge = 1 << 18, HugePage = 2 << 20;

    NativeBlock? memory;

    public uint* Words { get; private set; }

    /// <summary>Keeps the number of a word within those there are.</summary>
    public int Mask { get; private set; }

    public void MakeRoom(int slots)
    {
        var bytes = BitOperations.RoundUpToPowerOf2(((nuint)slots / 8) + 64);
        if (memory is not null && memory.Bytes >= bytes) return;
        // Into a huge page even if it does not fill one: it is looked up at random.
        memory = new(bytes < AlmostHuge ? bytes : Math.Max(HugePage, bytes), huge: true);
        Words = (uint*)memory.Start;
        Mask = (int)(memory.Bytes / sizeof(uint)) - 1;
    }

    public bool this[int slot] => (Words[slot >> 5] >> (slot & 31) & 1) != 0;

    public void Set(int slot) => Words[slot >> 5] |= 1u << (slot & 31);

    public void Unset(int slot) => Words[slot >> 5] &= ~(1u << (slot & 31));

    public void Clear(int slots) => new Span<uint>(Words, (slots >> 5) + 1).Clear();
}
