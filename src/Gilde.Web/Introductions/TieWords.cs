namespace Gilde.Web.Introductions;

/// <summary>A tie in a sentence, for one of its two.</summary>
internal static class TieWords
{
    private const int DaysOfAWeek = 7, NearDays = 13, NearWeeks = 8, DaysOfAMonth = 30;

    /// <summary>"You wrote to each other on 14 days in the last year, last 3 weeks ago; you met in person in May."</summary>
    public static string Sentence(Viewer viewer, TieStory story, Instant? metAt, Instant now)
    {
        var talk = Talk(viewer.T, story, now);
        return (metAt is { } met ? $"{talk}; {Met(viewer, met, now)}" : talk) + ".";
    }

    /// <summary>What the picture shows, for who cannot see it: "January 2026: 3 days, …".</summary>
    public static string Picture(Texts t, TieStory story)
    {
        var busy = story.Months.Where(m => m.Days > 0).Select(m => $"{Month(t, m.Year, m.Month)}: {t.Count(m.Days, "{0} day", "{0} days")}").ToList();
        return busy.Count == 0 ? t["No days of talk in the last twelve months"] : t["Days of talk in the last twelve months: {0}", string.Join(", ", busy)];
    }

    /// <summary>The first letter of a month.</summary>
    public static string Initial(Texts t, int month) => t.Culture.DateTimeFormat.GetMonthName(month)[..1];

    private static string Talk(Texts t, TieStory story, Instant now) => story switch
    {
        { OneSided: true } => t["So far only one of you has written, and that does not count"],
        { LastAt: null } => t["You have not written to each other yet"],
        { DaysInYear: 0, LastAt: { } last } => t["You have not written to each other in the last year, last in {0}", Month(t, last.InUtc().Year, last.InUtc().Month)],
        { DaysInYear: 1, LastAt: { } last } => t["You wrote to each other on one day in the last year, {0}", Ago(t, last, now)],
        { LastAt: { } last } => t["You wrote to each other on {0} days in the last year, last {1}", story.DaysInYear, Ago(t, last, now)],
    };

    private static string Met(Viewer viewer, Instant met, Instant now)
    {
        var (then, today) = (met.InZone(viewer.Zone).Date, now.InZone(viewer.Zone).Date);
        if (then >= today) return viewer.T["you met in person today"];
        // The month alone is clear for as long as it has not come again.
        var month = Period.Between(then, today, PeriodUnits.Months).Months < 11 ? viewer.T.Culture.DateTimeFormat.GetMonthName(then.Month) : Month(viewer.T, then.Year, then.Month);
        return viewer.T["you met in person in {0}", month];
    }

    private static string Ago(Texts t, Instant day, Instant now) => (Tie.DayOf(now) - Tie.DayOf(day)) switch
    {
        <= 0 => t["today"],
        1 => t["yesterday"],
        <= NearDays and var days => t["{0} days ago", days],
        var days when days / DaysOfAWeek <= NearWeeks => t["{0} weeks ago", days / DaysOfAWeek],
        var days => t["{0} months ago", days / DaysOfAMonth],
    };

    private static string Month(Texts t, int year, int month) => $"{t.Culture.DateTimeFormat.GetMonthName(month)} {year}";
}
