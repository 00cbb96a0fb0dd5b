using System.Numerics;

namespace Gilde.Graph;

/// <summary>The sizes that blocks come in, in granules of 8 bytes: every one up to 4 KiB, then 32 between each power of two and the next.</summary>
static class SizeClasses
{
    public const int GranuleBits = 3;

    const int Exact = 512, ExactBits = 9, StepBits = 5;

    public const int Count = Exact + 1 + ((32 - ExactBits) << StepBits);

    public static int Of(int bytes)
    {
        var granules = (bytes + (1 << GranuleBits) - 1) >> GranuleBits;
        if (granules <= Exact) return granules;

        var power = BitOperations.Log2((uint)granules - 1);
        return Exact + 1 + ((power - ExactBits) << StepBits) + (((granules - 1) >> (power - StepBits)) - (1 << StepBits));
    }

    public static int Granules(int sizeClass)
    {
        if (sizeClass <= Exact) return sizeClass;

        var step = sizeClass - Exact - 1;
        return ((1 << StepBits) + (step & ((1 << StepBits) - 1)) + 1) << ((step >> StepBits) + ExactBits - StepBits);
    }
}
