namespace Gilde.Web.Conversations;

/// <summary>Times of messages as people say them, in the viewer's zone.</summary>
public static class MessageTimes
{
    public static string Machine(Instant at) => at.ToString("uuuu-MM-ddTHH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static string Clock(Viewer viewer, Instant at) => at.InZone(viewer.Zone).TimeOfDay.ToString("HH:mm", viewer.T.Culture);

    public static string Full(Viewer viewer, Instant at)
    {
        var local = at.InZone(viewer.Zone);
        return local.Date.ToString("D", viewer.T.Culture) + ", " + local.TimeOfDay.ToString("HH:mm", viewer.T.Culture);
    }

    /// <summary>Above the messages of a day: "Today", "Tuesday, 10 March".</summary>
    public static string Day(Viewer viewer, LocalDate day, Instant now)
    {
        var today = now.InZone(viewer.Zone).Date;
        if (day == today) return viewer.T["Today"];
        if (day == today.PlusDays(-1)) return viewer.T["Yesterday"];
        var german = viewer.Language == Language.German;
        return day.ToString((german ? "dddd, d. MMMM" : "dddd, d MMMM") + (day.Year == today.Year ? "" : " uuuu"), viewer.T.Culture);
    }

    /// <summary>In the list: the time today, then the weekday, then the date.</summary>
    public static string Short(Viewer viewer, Instant at, Instant now)
    {
        var (day, today) = (at.InZone(viewer.Zone).Date, now.InZone(viewer.Zone).Date);
        if (day == today) return Clock(viewer, at);
        if (day == today.PlusDays(-1)) return viewer.T["Yesterday"];
        if (day > today.PlusDays(-7)) return day.ToString("ddd", viewer.T.Culture);
        if (day.Year == today.Year) return day.ToString(viewer.Language == Language.German ? "d. MMM" : "d MMM", viewer.T.Culture);
        return day.ToString("d", viewer.T.Culture);
    }
}
