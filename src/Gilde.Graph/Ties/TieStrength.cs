namespace Gilde.Graph;

/// <summary>How strong a tie is: from what two people exchanged to a byte, and from the byte to a value and to words.</summary>
/// <remarks>
/// <para>
/// A strength is a byte from 1 (weakest) to 255 (strongest) on a logarithmic scale: <see cref="StepsPerHalf"/> steps less is half
/// the value, so 255 is 1.0, 223 is 0.5 and 1 is 0.004. Because of the logarithm the product of several strengths is a sum
/// of whole numbers: products compare exactly, in every order and on every machine.
/// </para>
/// <para>
/// Talk is weighed by <see cref="TalkRule"/>. A confirmed meeting weighs <see cref="MeetingIsWorth"/> and a kept introduction <see cref="IntroductionIsWorth"/> such days; both are rarer
/// than messages and fade slower, by half in <see cref="SignsHalvedAfterDays"/> days. The sum x becomes a value by saturation, 1 − 2^(−x / <see cref="DaysToHalfway"/>), above the small value
/// <see cref="BareContact"/> of a contact without any exchange. Private words then move the tie by whole steps (<see cref="PrivateWord"/>): one side's alone by one at most, both sides' by two.
/// </para>
/// <para>
/// All of it is between the two: what they do with others enters nowhere, so people who write to each other in a ring raise no tie to anybody outside it.
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

    /// <summary>How many days of talk a confirmed meeting is worth.</summary>
    public const double MeetingIsWorth = 1;

    /// <summary>How many days of talk a kept introduction is worth.</summary>
    public const double IntroductionIsWorth = 1;

    /// <summary>Days after which meetings and introductions count half.</summary>
    public const double SignsHalvedAfterDays = 180;

    /// <summary>After so many days of fresh talk a tie is halfway to the strongest.</summary>
    public const double DaysToHalfway = 1.75;

    /// <summary>From this value on a tie is <see cref="Warmth.Warm"/>.</summary>
    public const double WarmFrom = 0.15;

    /// <summary>From this value on a tie is <see cref="Warmth.Close"/>.</summary>
    public const double CloseFrom = 0.40;

    /// <summary>From this value on a tie is <see cref="Warmth.VeryClose"/>.</summary>
    public const double VeryCloseFrom = 0.70;

    /// <summary>The strength of a tie. Which of the two is called the one and which the other does not matter.</summary>
    /// <param name="talk">The days on which they wrote, from the oldest to the newest, none twice.</param>
    /// <param name="signs">What besides talk is known.</param>
    /// <param name="today">The day for which the strength is asked, in days since 1970-01-01. What is dated later counts as of today.</param>
    /// <returns>1 to 255.</returns>
    public static byte Of(ReadOnlySpan<TalkDay> talk, TieSigns signs, int today)
    {
        var days = TalkRule.InUse.Weigh(talk, today)
            + signs.Meetings.Days * MeetingIsWorth * TalkRule.Remaining(signs.Meetings.LastDay, today, SignsHalvedAfterDays)
            + signs.Introductions.Count * IntroductionIsWorth * TalkRule.Remaining(signs.Introductions.LastDay, today, SignsHalvedAfterDays);
        return SpokenSteps.Move(FromValue(Saturate(days)), signs.Word, signs.OtherWord);
    }

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
