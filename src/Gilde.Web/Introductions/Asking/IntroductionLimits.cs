namespace Gilde.Web.Introductions.Asking;

public enum AskLimit { Open, Week, Searches }

/// <summary>How many introductions a member may ask for, so that favours stay favours.</summary>
public static class IntroductionLimits
{
    public const int MostOpen = 3, MostAWeek = 10;
    private static readonly Duration Week = Duration.FromDays(7);

    /// <summary>Which limit the viewer has reached and how long it holds; null if none. One that was silently declined counts like one on its way.</summary>
    internal static async Task<(AskLimit Limit, Duration Wait)?> Wait(GildeDb db, Viewer viewer, Instant now, CancellationToken stop)
    {
        var mine = db.IntroductionsFrom(viewer);
        var ends = await mine.Open(now).OrderBy(i => i.ExpiresAt).Select(i => i.ExpiresAt).Take(MostOpen).ToListAsync(stop);
        if (ends.Count == MostOpen) return (AskLimit.Open, ends[0] - now);
        var since = now - Week;
        var asked = await mine.Where(i => i.AskedAt > since).OrderByDescending(i => i.AskedAt).Select(i => i.AskedAt).Take(MostAWeek).ToListAsync(stop);
        return asked.Count == MostAWeek ? (AskLimit.Week, asked[^1] + Week - now) : null;
    }

    public static string Words(Viewer viewer, AskLimit limit, Duration wait) => limit switch
    {
        AskLimit.Open => viewer.T["You have {0} introductions on their way. A fourth can follow once one has arrived, is over, or you withdraw one.", MostOpen],
        AskLimit.Week => viewer.T["You have asked for {0} introductions within a week. That is as many as one may.", MostAWeek] + " "
            + viewer.T.Count((long)Math.Ceiling(wait.TotalDays), "You can go on in a day at the latest.", "You can go on in {0} days at the latest."),
        AskLimit.Searches => PathSearches.Words(viewer.T, wait),
    };
}
