namespace Gilde.Graph;

/// <summary>One tie of a member in 4 bytes: the step of its strength in the upper two bits, the other member's slot below.</summary>
/// <remarks>Sorted as plain numbers, keys stand strongest step first and by slot within a step.</remarks>
static class TieKey
{
    public const int SlotBits = 30;
    public const uint SlotMask = (1u << SlotBits) - 1;
    public const int Steps = 4;

    public static uint Of(int slot, byte strength) => ((uint)TieStep.Of(strength) << SlotBits) | (uint)slot;

    public static int Slot(uint key) => (int)(key & SlotMask);

    public static int Step(uint key) => (int)(key >> SlotBits);

    /// <summary>What the tie costs a path of somebody who is not one of the two.</summary>
    public static int Cost(uint key) => TieStep.Costs[(int)(key >> SlotBits)];

    /// <summary>The first key, in order, of ties that cost more than a limit; <see cref="ulong"/>, since it may lie beyond the last key.</summary>
    public static ulong FirstAbove(int cost)
    {
        var step = 0;
        while (step < Steps && TieStep.Costs[step] <= cost) step++;
        return (ulong)step << SlotBits;
    }
}
