namespace Gilde.Graph;

/// <summary>How much the talk of two people weighs: a sum over the days on which they answered each other, each fading by itself.</summary>
/// <remarks>
/// <para>
/// A day counts if both wrote on it, or if only one did and the other had written on the day of talk before, or did on the next. So a turn taken counts,
/// and what one side writes without an answer does not, however much it is: of all days in a row on which the same one wrote alone at most the first and the last count.
/// A day that counts weighs 1, and a little more for each turn taken within it: the smaller of the two counts of messages, up to a cap.
/// </para>
/// <para>
/// Each day fades as 1 / (1 + age / <see cref="HalvedAfterDays"/>): to a half, a third, a quarter after the same span again. How likely
/// something is to come up again falls with a power of its age, as Anderson and Schooler found for headlines, speech and the senders of mail ("Reflections of the Environment in Memory",
/// Psychological Science 2, 1991); the sum over single occasions is the base-level activation of ACT-R. It has a long tail, so the same rule serves people who write daily and people who write each quarter.
/// That turn-taking rather than volume tells how close two people are follows Gilbert and Karahalios, "Predicting Tie Strength with Social Media" (CHI 2009).
/// </para>
/// </remarks>
/// <param name="HalvedAfterDays">Days after which a day of talk weighs half; above 0.</param>
/// <param name="TurnIsWorth">What each turn taken within a day adds to the 1 of the day; 0 or more.</param>
/// <param name="TurnsADay">Turns that count in one day at most; 0 or more.</param>
public readonly record struct TalkRule(double HalvedAfterDays, double TurnIsWorth, int TurnsADay)
{
    /// <summary>The rule in use. Its figures were fitted on the first 40 % of the messages of a real network (<c>bench/ties fit</c>).</summary>
    public static readonly TalkRule InUse = new(HalvedAfterDays: 2, TurnIsWorth: 0.2, TurnsADay: 5);

    /// <summary>The weight of all talk of two people on a day.</summary>
    /// <param name="talk">The days on which they wrote, from the oldest to the newest, none twice.</param>
    /// <param name="today">In days since 1970-01-01. Later days count as of today.</param>
    /// <returns>0 without any turn taken; one day of talk, today, with one message each gives 1 + <see cref="TurnIsWorth"/>.</returns>
    public double Weigh(ReadOnlySpan<TalkDay> talk, int today)
    {
        var sum = 0.0;
        for (var i = 0; i < talk.Length; i++)
            if (Counts(talk, i)) sum += WithinDay(talk[i]) * Remaining(talk[i].Day, today, HalvedAfterDays);
        return sum;
    }

    /// <summary>Whether the two answered each other on one of their days of talk: on the day itself, or from the day before it or to the one after it in the list.</summary>
    /// <param name="talk">The days on which they wrote, from the oldest to the newest, none twice.</param>
    /// <param name="index">Which of them.</param>
    public static bool Counts(ReadOnlySpan<TalkDay> talk, int index) =>
        talk[index].IsMutual || (index > 0 && talk[index].Answers(talk[index - 1])) || (index + 1 < talk.Length && talk[index].Answers(talk[index + 1]));

    double WithinDay(in TalkDay day) => 1 + TurnIsWorth * Math.Min(Math.Min(day.Forth, day.Back), TurnsADay);

    /// <summary>The part that is left after a time.</summary>
    internal static double Remaining(int day, int today, double halvedAfterDays) => 1 / (1 + Math.Max(0L, (long)today - day) / halvedAfterDays);
}
