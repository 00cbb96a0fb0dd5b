using Gilde.Graph;
using NodaTime;

namespace Gilde.Web.Introductions;

public enum ExchangeSource { Gilde, Imported }

/// <summary>How often one member wrote to another on one day (UTC). The ground for tie strength; holds no text.</summary>
public sealed class Exchange
{
    public long FromId { get; init; }
    public long ToId { get; init; }
    /// <summary>Days since 1970-01-01, UTC.</summary>
    public int Day { get; init; }
    public ExchangeSource Source { get; init; }
    public int Count { get; set; }
    public Instant LastAt { get; set; }
}

/// <summary>What is known of the exchange between two members, low id first. Derived from <see cref="Exchange"/>, private to the two.</summary>
public sealed class Tie
{
    public long LowId { get; init; }
    public long HighId { get; init; }
    public int LowToHigh { get; set; }
    public int HighToLow { get; set; }
    /// <summary>Days on which the one with the low id wrote.</summary>
    public int LowDays { get; set; }
    public int HighDays { get; set; }
    /// <summary>Days on which both wrote.</summary>
    public int TurnDays { get; set; }
    public Instant? LastLowToHigh { get; set; }
    public Instant? LastHighToLow { get; set; }
    /// <summary>The last meeting in person that both confirmed.</summary>
    public Instant? MetAt { get; set; }
    /// <summary>0 = none, 1..255 as <c>Gilde.Graph.TieStrength</c> gives it.</summary>
    public byte Strength { get; set; }

    /// <summary>How strong the tie is on a day (days since 1970-01-01, UTC), by its figures alone.</summary>
    public byte StrengthOn(int day) => TieStrength.Of(
        OneWay(LowToHigh, LowDays, LastLowToHigh), OneWay(HighToLow, HighDays, LastHighToLow),
        MetAt is { } met ? new ConfirmedMeetings(1, DayOf(met)) : ConfirmedMeetings.None, day);

    public static int DayOf(Instant moment) => (int)Math.Floor((moment - NodaConstants.UnixEpoch).TotalDays);

    private static OneWayExchange OneWay(int messages, int days, Instant? last) =>
        last is { } moment && days > 0 ? new OneWayExchange(Math.Max(messages, days), days, DayOf(moment)) : OneWayExchange.None;
}
