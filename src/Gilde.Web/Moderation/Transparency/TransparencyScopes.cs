namespace Gilde.Web.Moderation.Transparency;

internal static class TransparencyScopes
{
    /// <summary>The years with a case, newest first; this one in any case. Years are those of the zone.</summary>
    public static async Task<IReadOnlyList<YearFigures>> FiguresByYear(this GildeDb db, Instant now, DateTimeZone zone, CancellationToken stop)
    {
        var first = await db.Cases.MinAsync(c => (Instant?)c.OpenedAt, stop) ?? now;
        var years = new List<YearFigures>();
        for (var year = now.InZone(zone).Year; year >= first.InZone(zone).Year; year--) years.Add(await db.FiguresOf(year, zone, stop));
        return years;
    }

    private static async Task<YearFigures> FiguresOf(this GildeDb db, int year, DateTimeZone zone, CancellationToken stop)
    {
        var (from, to) = (zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant(), zone.AtStartOfDay(new LocalDate(year + 1, 1, 1)).ToInstant());
        var reports = from r in db.Reports join c in db.Cases on r.CaseId equals c.Id where r.At >= @from && r.At < to select new { c.Kind, r.Reason };
        var decided = from d in db.Decisions join c in db.Cases on d.CaseId equals c.Id where d.At >= @from && d.At < to select new { c.Kind, d.Outcome, d.Ground, d.At, c.OpenedAt, c.Reports };
        var answers = db.AppealAnswers.Where(a => a.At >= from && a.At < to);
        return new YearFigures
        {
            Year = year,
            Reports = await reports.GroupBy(r => new { r.Kind, r.Reason }).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Reason).Select(g => new ReportCount(g.Key.Kind, g.Key.Reason, g.Count())).ToListAsync(stop),
            FromOutside = await db.Reports.CountAsync(r => r.At >= from && r.At < to && r.IsFromOutside, stop),
            Decisions = await decided.GroupBy(d => new { d.Kind, d.Outcome, d.Ground }).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Outcome).ThenBy(g => g.Key.Ground)
                .Select(g => new DecisionCount(g.Key.Kind, g.Key.Outcome, g.Key.Ground, g.Count())).ToListAsync(stop),
            OnOwnInitiative = await decided.CountAsync(d => d.Reports == 0, stop),
            Appeals = await db.Appeals.CountAsync(a => a.At >= from && a.At < to, stop),
            Upheld = await answers.CountAsync(a => a.Outcome == AppealOutcome.Upheld, stop),
            Reversed = await answers.CountAsync(a => a.Outcome == AppealOutcome.Reversed, stop),
            MedianTime = Median((await decided.Where(d => d.Reports > 0).Select(d => new { d.OpenedAt, d.At }).ToListAsync(stop)).ConvertAll(d => d.At - d.OpenedAt)),
        };
    }

    private static Duration? Median(List<Duration> times)
    {
        if (times.Count == 0) return null;
        times.Sort();
        return times.Count % 2 == 1 ? times[times.Count / 2] : (times[times.Count / 2 - 1] + times[times.Count / 2]) / 2;
    }
}
