using System.Numerics;
using System.Runtime.Intrinsics;

namespace Gilde.Graph;

/// <summary>All that is noted of one member at one version.</summary>
unsafe readonly ref struct MemberBlock
{
    readonly byte* block;
    readonly BlockLayout layout;

    public MemberBlock(MemberEntry entry, byte* block)
    {
        this.block = block;
        Entry = entry;
        layout = BlockLayout.Of(entry, block);
    }

    public MemberEntry Entry { get; }

    public BlockLayout Layout => layout;

    public ReadOnlySpan<byte> Bytes => new(block, layout.Bytes);

    public ReadOnlySpan<uint> Keys(Part part) => layout.KeysOf(part, block);

    public ReadOnlySpan<byte> Strengths(Part part) => layout.StrengthsOf(part, block);

    /// <summary>Whether the member blocks anybody or is blocked.</summary>
    public bool HasBars => Entry.HasFullHeader && layout[Part.Blocks] + layout[Part.BlockedBy] > 0;

    public bool Blocks(int slot) => Entry.HasFullHeader && Keys(Part.Blocks).BinarySearch((uint)slot) >= 0;

    public bool Bars(int slot) => Entry.HasFullHeader && (Blocks(slot) || Keys(Part.BlockedBy).BinarySearch((uint)slot) >= 0);

    /// <summary>Finds the tie to a slot in whatever part it is.</summary>
    public bool TryFindTie(int slot, out Part part, out int index)
    {
        var parts = Entry.HasHeader ? BlockLayout.TieParts : 1;
        for (part = Part.Open; (int)part < parts; part++)
            if ((index = IndexOf(Keys(part), slot)) >= 0) return true;
        index = -1;
        return false;
    }

    /// <summary>The index of the tie to a slot, of whatever step; -1 if there is none.</summary>
    public static int IndexOf(ReadOnlySpan<uint> keys, int slot)
    {
        if (keys.Length > 512) return SearchEachStep(keys, slot);

        var (wanted, mask, i) = (Vector256.Create((uint)slot), Vector256.Create(TieKey.SlotMask), 0);
        for (; i + 8 <= keys.Length; i += 8)
        {
            var equal = Vector256.Equals(Vector256.Create(keys[i..]) & mask, wanted).ExtractMostSignificantBits();
            if (equal != 0) return i + BitOperations.TrailingZeroCount(equal);
        }
        for (; i < keys.Length; i++)
            if (TieKey.Slot(keys[i]) == slot) return i;
        return -1;
    }

    static int SearchEachStep(ReadOnlySpan<uint> keys, int slot)
    {
        for (var step = 0u; step < TieKey.Steps; step++)
            if (keys.BinarySearch((step << TieKey.SlotBits) | (uint)slot) is >= 0 and var at) return at;
        return -1;
    }
}
