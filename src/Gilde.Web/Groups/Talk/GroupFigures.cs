namespace Gilde.Web.Groups.Talk;

/// <summary>One week of a group: how much was said, and by how many.</summary>
public sealed record GroupWeek(LocalDate Monday, int Posts, int Comments, int Active)
{
    /// <summary>Smaller numbers are not told apart, so that nobody is made out by them.</summary>
    public const int Least = 3;
}

/// <summary>Figures for owners: counts by the week, nobody by name.</summary>
public static class GroupFigures
{
    private const int Weeks = 8;

    /// <summary>The last weeks, this one first.</summary>
    public static async Task<IReadOnlyList<GroupWeek>> Load(GildeDb db, Viewer viewer, long groupId, Instant now, CancellationToken stop = default)
    {
        var monday = Monday(now, viewer.Zone);
        var since = monday.PlusWeeks(1 - Weeks).AtStartOfDayInZone(viewer.Zone).ToInstant();
        var weeks = (await db.SaidSince(groupId, since, stop)).ToLookup(said => Monday(said.At, viewer.Zone));
        return [.. Enumerable.Range(0, Weeks).Select(back => monday.PlusWeeks(-back)).Select(week => new GroupWeek(week, weeks[week].Count(s => !s.IsComment), weeks[week].Count(s => s.IsComment), weeks[week].Select(s => s.ById).Distinct().Count()))];
    }

    private static LocalDate Monday(Instant at, DateTimeZone zone) => at.InZone(zone).Date is var day && day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
