namespace Gilde.Web.Web;

/// <summary>Times as people read them: in their zone and their language.</summary>
public static class ShownTime
{
    /// <summary>Day and time: "21. November 2026, 14:05".</summary>
    public static string Moment(this Viewer viewer, Instant at) => Moment(viewer.T, viewer.Zone, at);

    /// <summary>The day alone: "21. November 2026".</summary>
    public static string Day(this Viewer viewer, Instant at) => Day(viewer.T, viewer.Zone, at);

    public static string Day(Texts t, DateTimeZone zone, Instant at) => at.InZone(zone).Date.ToString(DayPattern(t), t.Culture);

    public static string Moment(Texts t, DateTimeZone zone, Instant at) => at.InZone(zone).LocalDateTime.ToString(DayPattern(t) + ", HH:mm", t.Culture);

    /// <summary>The day for file names: 2026-11-21.</summary>
    public static string Iso(Instant at, DateTimeZone zone) => at.InZone(zone).Date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string DayPattern(Texts t) => t.Language == Language.German ? "d. MMMM yyyy" : "d MMMM yyyy";
}
