namespace Gilde.Graph;

/// <summary>How far private words move a tie, in the coarse steps of <see cref="Warmth"/>.</summary>
/// <remarks>
/// A word costs nothing and nobody can check it: whoever called everybody close would stand first on everybody's routes. So what one says alone moves the tie by one
/// step at most; only what both say, each without knowing of the other's word, moves it by two. Of two words the smaller counts, as with talk. Words move whole steps and keep the order
/// within a step: so all that others can learn of them, the other of the two included, is the step itself.
/// </remarks>
static class SpokenSteps
{
    const int Alone = 1, Together = 2;

    // The strengths of each step, from its coldest to its warmest.
    static readonly (int Coldest, int Warmest)[] Ranges = [.. Enum.GetValues<Warmth>().Select(RangeOf)];

    /// <summary>The strength after both words; the same for both orders of the words.</summary>
    public static byte Move(byte strength, PrivateWord word, PrivateWord other)
    {
        var step = TieStrength.WarmthOf(strength);
        var steps = Steps(Pull(word, step), Pull(other, step));
        return steps == 0 ? strength : Into(strength, Ranges[(int)step], Ranges[(int)step + steps]);
    }

    static int Steps(int pull, int other)
    {
        var (smaller, larger) = (Math.Min(pull, other), Math.Max(pull, other));
        if (smaller > 0) return Math.Min(smaller, Together);
        if (larger < 0) return Math.Max(larger, -Together);
        return Math.Clamp(smaller < 0 ? smaller : larger, -Alone, Alone);
    }

    /// <summary>How far a word is from a step. A kind word never cools.</summary>
    static int Pull(PrivateWord word, Warmth step) => word switch
    {
        PrivateWord.Hardly => Warmth.Acquainted - step,
        PrivateWord.Well => Math.Max(0, Warmth.Close - step),
        PrivateWord.AtNight => Warmth.VeryClose - step,
        _ => 0,
    };

    static byte Into(byte strength, (int Coldest, int Warmest) from, (int Coldest, int Warmest) to) =>
        (byte)(to.Coldest + ((Math.Max(strength, from.Coldest) - from.Coldest) * (to.Warmest - to.Coldest) / (from.Warmest - from.Coldest)));

    static (int, int) RangeOf(Warmth step)
    {
        var strengths = Enumerable.Range(TieStrength.FromValue(TieStrength.BareContact), TieStrength.Strongest - TieStrength.FromValue(TieStrength.BareContact) + 1)
            .Where(strength => TieStrength.WarmthOf((byte)strength) == step).ToList();
        return (strengths[0], strengths[^1]);
    }
}
