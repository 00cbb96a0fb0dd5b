using Gilde.Graph;

namespace Gilde.Web.Introductions;

/// <summary>A month, and on how many of its days two people answered each other.</summary>
public readonly record struct TieMonth(int Year, int Month, int Days);

/// <summary>Why a tie is as close as it is, for one of its two alone. What the other said of it is in the step and nowhere else.</summary>
/// <param name="DaysInYear">Days within the last year on which they answered each other.</param>
/// <param name="LastAt">The last such day ever.</param>
/// <param name="OneSided">Something was written, and nothing of it answered.</param>
/// <param name="Months">The last twelve, the current one last.</param>
public sealed record TieStory(Warmth Warmth, int DaysInYear, Instant? LastAt, bool OneSided, IReadOnlyList<TieMonth> Months)
{
    private const int MonthsShown = 12, DaysOfAYear = 365;

    /// <summary>Of the viewer and one of their contacts.</summary>
    public static async Task<TieStory> Load(GildeDb db, Viewer viewer, long otherId, Instant now, CancellationToken stop = default)
    {
        var (low, high) = BringTies.InOrder(viewer.Id, otherId);
        var ground = db.TieGround(low, high);
        var figures = new TieFigures(low, high);
        await foreach (var line in ground.ExchangeLines().AsAsyncEnumerable().WithCancellation(stop)) figures.Add(line);
        var strength = await ground.Ties.Select(t => t.Strength).FirstOrDefaultAsync(stop);
        return Of(figures, strength == 0 ? Warmth.Acquainted : TieStrength.WarmthOf(strength), Tie.DayOf(now));
    }

    private static TieStory Of(TieFigures figures, Warmth warmth, int today)
    {
        var days = new List<int>();
        for (var i = 0; i < figures.Talk.Length; i++)
            if (TalkRule.Counts(figures.Talk, i)) days.Add(figures.Talk[i].Day);
        var month = Date(today).ToYearMonth();
        var months = days.CountBy(day => Date(day).ToYearMonth()).ToDictionary();
        return new(warmth, days.Count(day => day > today - DaysOfAYear), days.Count > 0 ? NodaConstants.UnixEpoch + Duration.FromDays(days[^1]) : null, days.Count == 0 && figures.Talk.Length > 0,
            [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(ago => month.PlusMonths(ago)).Select(m => new TieMonth(m.Year, m.Month, months.GetValueOrDefault(m)))]);
    }

    private static LocalDate Date(int day) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + day));
}
