namespace Gilde.Graph;

/// <summary>Ties of one member, sorted by the other member's slot: 5 bytes a tie. Never changed, only replaced.</summary>
sealed class TieList(int[] slots, byte[] strengths)
{
    public static readonly TieList Empty = new([], []);

    public int[] Slots { get; } = slots;

    public byte[] Strengths { get; } = strengths;

    /// <summary>The strength of the tie to a slot, 0 if there is none.</summary>
    public byte StrengthTo(int slot)
    {
        var at = Array.BinarySearch(Slots, slot);
        return at < 0 ? (byte)0 : Strengths[at];
    }

    public TieList With(int slot, byte strength)
    {
        var at = Array.BinarySearch(Slots, slot);
        if (at < 0) return new(SortedSlots.Insert(Slots, ~at, slot), SortedSlots.Insert(Strengths, ~at, strength));

        var changed = (byte[])Strengths.Clone();
        changed[at] = strength;
        return new(Slots, changed);
    }

    public TieList Without(int slot)
    {
        var at = Array.BinarySearch(Slots, slot);
        return at < 0 ? this : new(SortedSlots.RemoveAt(Slots, at), SortedSlots.RemoveAt(Strengths, at));
    }
}
