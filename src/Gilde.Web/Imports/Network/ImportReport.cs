using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.Network;

/// <summary>The problems of an import as a CSV file: file, row, what is wrong.</summary>
internal static class ImportReport
{
    public static IEnumerable<RowProblem> InOrder(ProblemList problems) => problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Row);

    public static async Task Write(string path, ProblemList problems)
    {
        await using var file = File.Create(path);
        await using var csv = new SafeCsv(file);
        await csv.WriteAsync("file", "row", "problem");
        foreach (var problem in InOrder(problems))
            await csv.WriteAsync(problem.File, problem.Row.ToString(CultureInfo.InvariantCulture), problem.Text);
        if (problems.Total > problems.Count)
            await csv.WriteAsync("", "", $"and {problems.Total - problems.Count} more");
    }
}
