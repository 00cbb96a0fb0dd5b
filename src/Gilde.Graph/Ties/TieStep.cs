namespace Gilde.Graph;

/// <summary>The four steps of warmth as numbers from 0, the warmest, to 3.</summary>
static class TieStep
{
    static readonly byte[] OfStrength = [.. Enumerable.Range(0, 256).Select(strength => strength == 0 ? (byte)3 : (byte)(Warmth.VeryClose - TieStrength.WarmthOf((byte)strength)))];

    /// <summary>The strength that stands for each step.</summary>
    public static readonly byte[] Strengths = [.. Enumerable.Range(0, 4).Select(step => TieStrength.OfStep(Warmth.VeryClose - step))];

    /// <summary>The cost of the strength that stands for each step, rising.</summary>
    public static readonly int[] Costs = [.. Strengths.Select(TieStrength.CostOf)];

    public static int Of(byte strength) => OfStrength[strength];
}
