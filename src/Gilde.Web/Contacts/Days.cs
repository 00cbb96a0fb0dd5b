namespace Gilde.Web.Contacts;

/// <summary>Days as people say them of people: near ones in words, far ones by date.</summary>
internal static class Days
{
    private const int NearDays = 13;

    public static string Ago(Viewer viewer, Instant at, Instant now)
    {
        var days = Period.DaysBetween(at.InZone(viewer.Zone).Date, now.InZone(viewer.Zone).Date);
        return days switch
        {
            <= 0 => viewer.T["today"],
            1 => viewer.T["yesterday"],
            <= NearDays => viewer.T["{0} days ago", days],
            _ => viewer.Day(at),
        };
    }

    public static string Until(Texts t, int days) => days switch
    {
        0 => t["today"],
        1 => t["tomorrow"],
        _ => t["in {0} days", days],
    };
}
