using Gilde.Graph;

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

/// <summary>What is known of the exchange between two members, low id first. Derived from <see cref="Exchange"/>, meetings and private words; private to the two.</summary>
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
    /// <summary>0 = none, 1..255 as <see cref="TieStrength"/> gives it. What the other said of the tie is in it: shown to either of the two in its coarse step alone.</summary>
    public byte Strength { get; set; }

    public static int DayOf(Instant moment) => (int)Math.Floor((moment - NodaConstants.UnixEpoch).TotalDays);
}
