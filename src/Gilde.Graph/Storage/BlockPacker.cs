namespace Gilde.Graph;

/// <summary>Makes the first blocks of a new graph's members.</summary>
sealed class BlockPacker(GraphStore store)
{
    readonly SlotBits seen = new();
    ulong[] kept = [];

    /// <summary>Puts a member's ties into a block.</summary>
    /// <param name="slot">Whose.</param>
    /// <param name="sides">In order of arrival; of several to the same member the last counts. Left in another order.</param>
    /// <returns>How many there are.</returns>
    public int Pack(int slot, Span<ulong> sides)
    {
        if (AreTwice(sides)) sides = LastOfEach(sides);
        if (sides.Length > MemberEntry.MostTies) throw new InvalidOperationException("A member has too many contacts.");

        sides.Sort();
        var hidden = 0;
        foreach (var side in sides) hidden += TieSide.IsHidden(side) ? 1 : 0;
        Write(slot, sides, new BlockLayout { [Part.Open] = sides.Length - hidden, [Part.Hidden] = hidden });
        return sides.Length;
    }

    bool AreTwice(Span<ulong> sides)
    {
        seen.MakeRoom(store.Ids.SlotCount);
        var twice = false;
        foreach (var side in sides)
        {
            var other = TieKey.Slot(TieSide.Key(side));
            twice |= seen[other];
            seen.Set(other);
        }
        foreach (var side in sides) seen.Unset(TieKey.Slot(TieSide.Key(side)));
        return twice;
    }

    Span<ulong> LastOfEach(Span<ulong> sides)
    {
        var last = new Dictionary<int, ulong>();
        foreach (var side in sides) last[TieKey.Slot(TieSide.Key(side))] = side;
        kept = [.. last.Values];
        return kept;
    }

    unsafe void Write(int slot, ReadOnlySpan<ulong> sides, BlockLayout layout)
    {
        var offset = store.Slabs.Take(layout.Bytes);
        var block = store.Slabs.At(offset);
        layout.WriteHeader(block);
        var openKeys = layout.KeysOf(Part.Open, block);
        var openStrengths = layout.StrengthsOf(Part.Open, block);
        var hiddenKeys = layout.KeysOf(Part.Hidden, block);
        var hiddenStrengths = layout.StrengthsOf(Part.Hidden, block);
        var (open, hidden) = (0, 0);
        foreach (var side in sides)
        {
            if (TieSide.IsHidden(side)) (hiddenKeys[hidden], hiddenStrengths[hidden++]) = (TieSide.Key(side), TieSide.Strength(side));
            else (openKeys[open], openStrengths[open++]) = (TieSide.Key(side), TieSide.Strength(side));
        }
        store.Table.Set(slot, store.Table[slot].With(offset, layout).Bits);
    }
}
