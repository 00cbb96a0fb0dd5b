namespace Gilde.Graph;

/// <summary>How often one of two people led the other to somebody, and it came to something. Immutable; <c>default</c> is <see cref="None"/>.</summary>
public readonly record struct KeptIntroductions
{
    /// <summary>There was none.</summary>
    public static readonly KeptIntroductions None;

    /// <summary>Makes the figures.</summary>
    /// <param name="count">How many, one or more.</param>
    /// <param name="lastDay">The day of the last one, in days since 1970-01-01 (UTC).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public KeptIntroductions(int count, int lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Count, LastDay) = (count, lastDay);
    }

    /// <summary>Introductions that were kept, 0 or more.</summary>
    public int Count { get; }

    /// <summary>The day of the last one, in days since 1970-01-01. Without meaning where <see cref="Count"/> is 0.</summary>
    public int LastDay { get; }
}
