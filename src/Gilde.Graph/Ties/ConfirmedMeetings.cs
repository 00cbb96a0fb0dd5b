namespace Gilde.Graph;

/// <summary>How often two people met in person, as confirmed by both. Immutable; <c>default</c> is <see cref="None"/>.</summary>
public readonly record struct ConfirmedMeetings
{
    /// <summary>They never met, or not both said so.</summary>
    public static readonly ConfirmedMeetings None;

    /// <summary>Makes the figures.</summary>
    /// <param name="days">On how many distinct days they met, one or more.</param>
    /// <param name="lastDay">The day of the last meeting, in days since 1970-01-01 (UTC).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public ConfirmedMeetings(int days, int lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Days = days;
        LastDay = lastDay;
    }

    /// <summary>Distinct days on which they met, 0 or more.</summary>
    public int Days { get; }

    /// <summary>The day of the last meeting, in days since 1970-01-01. Without meaning where <see cref="Days"/> is 0.</summary>
    public int LastDay { get; }
}
