namespace Gilde.Graph;

/// <summary>A day on which at least one of two people wrote to the other. Immutable.</summary>
public readonly record struct TalkDay
{
    /// <summary>Makes the figures of a day.</summary>
    /// <param name="day">In days since 1970-01-01 (UTC).</param>
    /// <param name="forth">How many messages one wrote, 0 or more.</param>
    /// <param name="back">How many the other wrote, 0 or more; not both 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or both are 0.</exception>
    public TalkDay(int day, long forth, long back)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(forth);
        ArgumentOutOfRangeException.ThrowIfNegative(back);
        ArgumentOutOfRangeException.ThrowIfZero(forth | back, nameof(back));
        (Day, Forth, Back) = (day, forth, back);
    }

    /// <summary>Days since 1970-01-01 (UTC).</summary>
    public int Day { get; }

    /// <summary>Messages that one wrote on this day, 0 or more.</summary>
    public long Forth { get; }

    /// <summary>Messages that the other wrote on this day, 0 or more.</summary>
    public long Back { get; }

    /// <summary>Whether each wrote to the other on this day.</summary>
    public bool IsMutual => Forth > 0 && Back > 0;

    /// <summary>Whether this day and another near it answer each other: somebody wrote on the one whom the other wrote to on the other.</summary>
    internal bool Answers(in TalkDay other) => (Forth > 0 && other.Back > 0) || (Back > 0 && other.Forth > 0);
}
