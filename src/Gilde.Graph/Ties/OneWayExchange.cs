namespace Gilde.Graph;

/// <summary>What one of two people wrote to the other, as figures. Immutable; <c>default</c> is <see cref="None"/>.</summary>
public readonly record struct OneWayExchange
{
    /// <summary>Nothing was written in this direction.</summary>
    public static readonly OneWayExchange None;

    /// <summary>Makes the figures of one direction.</summary>
    /// <param name="messages">How many messages were written, at least one a day.</param>
    /// <param name="days">On how many distinct days (UTC), one or more.</param>
    /// <param name="lastDay">The day of the last one, in days since 1970-01-01 (UTC).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1, or <paramref name="messages"/> is less than <paramref name="days"/>.</exception>
    public OneWayExchange(long messages, int days, int lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, days);
        Messages = messages;
        Days = days;
        LastDay = lastDay;
    }

    /// <summary>Messages written in this direction, 0 or more.</summary>
    public long Messages { get; }

    /// <summary>Distinct days on which something was written in this direction, 0 or more.</summary>
    public int Days { get; }

    /// <summary>The day of the last message, in days since 1970-01-01. Without meaning where <see cref="Days"/> is 0.</summary>
    public int LastDay { get; }
}
