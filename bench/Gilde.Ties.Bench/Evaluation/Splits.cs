namespace Gilde.Ties.Bench.Evaluation;

/// <summary>What is known at a point of the history, and what comes after it.</summary>
public sealed record Split(double Part, int Today, IReadOnlyList<WrittenPair> Pairs);

/// <summary>Points at which the history is cut.</summary>
public static class Splits
{
    public static readonly double[] Measured = [0.4, 0.5, 0.6, 0.7];

    /// <summary>All of fitting happens in this first part; what comes after is seen by measuring alone.</summary>
    public const double FittingPart = 0.4;

    private static readonly double[] Inner = [0.12, 0.16, 0.20, 0.24, 0.28, 0.32];

    public static IReadOnlyList<Split> ForMeasuring(SentMessage[] messages) => [.. Measured.Select(part => At(messages, part, messages.Length))];

    public static IReadOnlyList<Split> ForFitting(SentMessage[] messages)
    {
        var known = messages[..(int)(messages.Length * FittingPart)];
        return [.. Inner.Select(part => At(known, part / FittingPart, known.Length))];
    }

    private static Split At(SentMessage[] messages, double part, int end)
    {
        var split = (int)Math.Floor(messages.Length * part);
        return new(part, messages[split - 1].Day, WrittenPair.At(messages, split, end));
    }
}
