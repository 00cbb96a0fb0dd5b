using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Moderation.Transparency;

/// <summary>Figures about moderation for the operator, to read and to take away.</summary>
internal static class TransparencyEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var operators = app.For(Access.Operators);
        operators.Get("/admin/transparency", Show);
        operators.Get("/admin/transparency.csv", Csv);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var years = await db.FiguresByYear(clock.GetCurrentInstant(), viewer.Zone, stop);
        return http.Request.WantsJson() ? Results.Json(years) : Pages.Show<TransparencyPage>(new { Viewer = viewer, Years = years });
    }

    private static async Task<IResult> Csv(Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var (t, years) = (viewer.T, await db.FiguresByYear(clock.GetCurrentInstant(), viewer.Zone, stop));
        var file = new MemoryStream();
        await using (var csv = new SafeCsv(file))
        {
            await csv.WriteAsync(t["Year"], t["Figure"], t["What it is about"], t["Reason"], t["Number"]);
            foreach (var year in years)
                foreach (var line in Lines(year, t)) await csv.WriteAsync([year.Year.ToString(CultureInfo.InvariantCulture), .. line]);
        }
        return Results.File(file.ToArray(), SafeCsv.MediaType, "transparency.csv");
    }

    private static IEnumerable<string[]> Lines(YearFigures year, Texts t)
    {
        foreach (var r in year.Reports) yield return [t["Reports"], DecisionWords.Thing(r.Kind, t), ReportWords.Of(r.Reason, t), Number(r.Number)];
        yield return [t["Reports from outside"], "", "", Number(year.FromOutside)];
        foreach (var d in year.Decisions) yield return [t["Decisions"] + ": " + DecisionWords.Done(d.Outcome, t), DecisionWords.Thing(d.Kind, t), d.Outcome == Outcome.Dismissed ? "" : DecisionWords.Ground(d.Ground, t), Number(d.Number)];
        yield return [t["Decisions without a report"], "", "", Number(year.OnOwnInitiative)];
        yield return [t["Appeals"], "", "", Number(year.Appeals)];
        yield return [t["Appeals rejected"], "", "", Number(year.Upheld)];
        yield return [t["Decisions reversed"], "", "", Number(year.Reversed)];
        if (year.MedianTime is { } median) yield return [t["Median time to a decision, in hours"], "", "", median.TotalHours.ToString("0.0", CultureInfo.InvariantCulture)];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
