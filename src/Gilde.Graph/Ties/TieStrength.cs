namespace Gilde.Graph;

/// <summary>How strong a tie is: from the figures of an exchange to a byte, and from the byte to a value and to words.</summary>
/// <remarks>
/// <para>
/// A strength is a byte from 1 (weakest) to 255 (strongest) on a logarithmic scale: <see cref="StepsPerHalf"/> steps less is half
/// the value, so 255 is 1.0, 223 is 0.5 and 1 is 0.004. Because of the logarithm the product of several strengths is a sum
/// of whole numbers: products compare exactly, in every order and on every machine.
/// </para>
/// <para>
/// The rule: a day on which something was written counts 1, each message a little more up to <see cref="MessagesADay"/> a day; of the two
/// directions the smaller counts, in every figure, so that what one side does alone adds nothing. The sum halves every
/// <see cref="TalkHalfLifeDays"/> days since the side that has been silent for longer last wrote. A confirmed meeting counts as
/// <see cref="DaysAMeetingIsWorth"/> such days and halves every <see cref="MeetingHalfLifeDays"/> days. The sum x becomes a value
/// by saturation, 1 − 2^(−x / <see cref="DaysToHalfway"/>), above the small value <see cref="BareContact"/> of a contact without any exchange.
/// Turn-taking on distinct days rather than volume as the sign of a tie, and its decay, follow Gilbert and Karahalios,
/// "Predicting Tie Strength with Social Media" (CHI 2009).
/// </para>
/// </remarks>
public static class TieStrength
{
    /// <summary>The weakest strength.</summary>
    public const byte Weakest = 1;

    /// <summary>The strongest strength, of value 1.</summary>
    public const byte Strongest = 255;

    /// <summary>So many steps of the byte halve the value.</summary>
    public const int StepsPerHalf = 32;

    /// <summary>The value of a contact without exchange: consent alone.</summary>
    public const double BareContact = 1.0 / 32;

    /// <summary>Days after which talk counts half.</summary>
    public const int TalkHalfLifeDays = 180;

    /// <summary>Days after which meetings count half.</summary>
    public const int MeetingHalfLifeDays = 365;

    /// <summary>Messages of one direction that count for one day at most.</summary>
    public const int MessagesADay = 10;

    /// <summary>What one message adds to the 1 of its day.</summary>
    public const double MessageIsWorth = 0.05;

    /// <summary>How many days of talk a confirmed meeting is worth.</summary>
    public const double DaysAMeetingIsWorth = 4;

    /// <summary>After so many days of fresh talk a tie is halfway to the strongest.</summary>
    public const double DaysToHalfway = 8;

    /// <summary>From this value on a tie is <see cref="Warmth.Warm"/>.</summary>
    public const double WarmFrom = 0.15;

    /// <summary>From this value on a tie is <see cref="Warmth.Close"/>.</summary>
    public const double CloseFrom = 0.40;

    /// <summary>From this value on a tie is <see cref="Warmth.VeryClose"/>.</summary>
    public const double VeryCloseFrom = 0.70;

    /// <summary>The strength of a tie. The order of the two directions does not matter.</summary>
    /// <param name="forth">What one wrote to the other.</param>
    /// <param name="back">What the other wrote to the one.</param>
    /// <param name="meetings">The meetings that both confirmed.</param>
    /// <param name="today">The day for which the strength is asked, in days since 1970-01-01. Figures of later days count as of today.</param>
    /// <returns>1 to 255.</returns>
    public static byte Of(OneWayExchange forth, OneWayExchange back, ConfirmedMeetings meetings, int today) =>
        FromValue(Saturate(TalkDays(forth, back, today) + MeetingDays(meetings, today)));

    static double TalkDays(OneWayExchange forth, OneWayExchange back, int today)
    {
        var days = Math.Min(forth.Days, back.Days);
        if (days == 0) return 0;

        var messages = Math.Min(Counting(forth), Counting(back));
        return (days + MessageIsWorth * messages) * Remaining(Math.Min(forth.LastDay, back.LastDay), today, TalkHalfLifeDays);
    }

    static long Counting(OneWayExchange direction) => Math.Min(direction.Messages, (long)direction.Days * MessagesADay);

    static double MeetingDays(ConfirmedMeetings meetings, int today) =>
        meetings.Days * DaysAMeetingIsWorth * Remaining(meetings.LastDay, today, MeetingHalfLifeDays);

    static double Remaining(int lastDay, int today, int halfLife) => double.Exp2(-(double)Math.Max(0L, (long)today - lastDay) / halfLife);

    static double Saturate(double days) => BareContact + (1 - BareContact) * (1 - double.Exp2(-days / DaysToHalfway));

    /// <summary>The strength nearest to a value.</summary>
    /// <param name="value">Above 0, up to 1. Values too small for a byte become <see cref="Weakest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not above 0 and at most 1.</exception>
    public static byte FromValue(double value)
    {
        if (!(value > 0 && value <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A tie's value is above 0 and at most 1.");
        return (byte)Math.Clamp(Strongest + Math.Round(Math.Log2(value) * StepsPerHalf), Weakest, Strongest);
    }

    /// <summary>The value of a strength, above 0 and at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    public static double ToValue(byte strength)
    {
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        return ValueOfCost(CostOf(strength));
    }

    /// <summary>The coarse step of a strength: all that anyone but the two may be told of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    public static Warmth WarmthOf(byte strength) => WarmthOf(ToValue(strength));

    /// <summary>The coarse step of a value, such as the product of a path.</summary>
    public static Warmth WarmthOf(double value) => value switch
    {
        >= VeryCloseFrom => Warmth.VeryClose,
        >= CloseFrom => Warmth.Close,
        >= WarmFrom => Warmth.Warm,
        _ => Warmth.Acquainted,
    };

    /// <summary>The strength that stands for a step wherever the exact one may not be told: that of the geometric middle of the step's values.</summary>
    /// <returns>247, 226, 190 and 131 from <see cref="Warmth.VeryClose"/> to <see cref="Warmth.Acquainted"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public static byte OfStep(Warmth step) => step switch
    {
        Warmth.VeryClose => FromMiddle(VeryCloseFrom, 1),
        Warmth.Close => FromMiddle(CloseFrom, VeryCloseFrom),
        Warmth.Warm => FromMiddle(WarmFrom, CloseFrom),
        Warmth.Acquainted => FromMiddle(BareContact, WarmFrom),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There are four steps."),
    };

    static byte FromMiddle(double low, double high) => FromValue(Math.Sqrt(low * high));

    /// <summary>The steps by which a strength stays below the strongest. Costs add where values multiply.</summary>
    internal static int CostOf(byte strength) => Strongest - strength;

    internal static double ValueOfCost(int cost) => double.Exp2(-(double)cost / StepsPerHalf);
}
