using System.Globalization;
using Gilde.Web.CommandLine;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.Network;

/// <summary>What can only be seen over all rows: a member twice, or a person who is no member of the file.</summary>
internal sealed class StagedChecks(Staging staging, ProblemList problems)
{
    public async Task Run(IProgress<Advance> progress, CancellationToken stop)
    {
        progress.Report(new Advance("Checking", 0.5));
        await staging.Index("stage_members", "key", stop);
        await staging.Index("stage_members", "normalized_email", stop);
        await Doubles("key", "“{0}” is the id of row {1} already.", stop);
        await Doubles("normalized_email", "The e-mail address of “{0}” is that of row {1} already.", stop);
        await Unknown(NetworkTable.Contacts, stop);
        await Unknown(NetworkTable.Exchanges, stop);
    }

    private async Task Doubles(string column, string message, CancellationToken stop)
    {
        var found = staging.Rows<FoundRow>($"""
            SELECT m.row AS "Row", m.key AS "Key", f.first AS "First"
            FROM stage_members m JOIN (SELECT {column} AS value, min(row) AS first FROM stage_members GROUP BY {column} HAVING count(*) > 1) f ON f.value = m.{column}
            WHERE m.row > f.first AND m.{column} <> '' ORDER BY m.row
            """);
        await foreach (var row in found.AsAsyncEnumerable().WithCancellation(stop))
            problems.Add(NetworkTable.Members.FileName, row.Row, message, row.Key, row.First.ToString(CultureInfo.InvariantCulture));
    }

    private async Task Unknown(NetworkTable table, CancellationToken stop)
    {
        var found = staging.Rows<FoundRow>($"""
            SELECT u.row AS "Row", CASE WHEN u.no_a THEN u.a ELSE u.b END AS "Key", u.row AS "First"
            FROM (
                SELECT s.row, s.a, s.b, s.a <> '' AND NOT EXISTS (SELECT 1 FROM stage_members m WHERE m.key = s.a) AS no_a,
                    s.b <> '' AND NOT EXISTS (SELECT 1 FROM stage_members m WHERE m.key = s.b) AS no_b
                FROM {table.Stage} s) u
            WHERE u.no_a OR u.no_b ORDER BY u.row
            """);
        await foreach (var row in found.AsAsyncEnumerable().WithCancellation(stop))
            problems.Add(table.FileName, row.Row, "“{0}” is not in members.csv.", row.Key);
    }

    private sealed record FoundRow(long Row, string Key, long First);
}
