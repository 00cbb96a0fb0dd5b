namespace Gilde.Graph;

/// <summary>One side of a contact in a number that sorts like the keys of its block: key, then whether hidden, then strength.</summary>
static class TieSide
{
    const int KeyBit = 32;
    const ulong HiddenBit = 1ul << 31;

    public static ulong Of(int other, byte strength, bool hidden) => ((ulong)TieKey.Of(other, strength) << KeyBit) | (hidden ? HiddenBit : 0) | strength;

    public static uint Key(ulong side) => (uint)(side >> KeyBit);

    public static byte Strength(ulong side) => (byte)side;

    public static bool IsHidden(ulong side) => (side & HiddenBit) != 0;
}
