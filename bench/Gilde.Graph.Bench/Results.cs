using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Gilde.Graph.Bench;

/// <summary>What was measured, as a table for people and, if asked for, as one JSON object in the last line.</summary>
class Results
{
    readonly Dictionary<string, Dictionary<string, double>> rows = [];
    readonly List<(string What, double Value, string Goal, bool Reached)> goals = [];

    public bool AllReached => goals.All(goal => goal.Reached);

    public void Add(string name, Timing timing) => rows[name] = new()
    {
        ["p50_ms"] = timing.P50, ["p99_ms"] = timing.P99, ["per_second"] = timing.PerSecond,
    };

    public void Add(string name, string unit, double value)
    {
        if (!rows.TryGetValue(name, out var row)) rows[name] = row = [];
        row[unit] = value;
    }

    public void AtMost(string what, double value, double most) => goals.Add((what, value, $"≤ {Text(most)}", value <= most));

    public void AtLeast(string what, double value, double least) => goals.Add((what, value, $"≥ {Text(least)}", value >= least));

    public void Print(bool json)
    {
        var table = new Table().AddColumns("measured", "p50 ms", "p99 ms", "a second, one core", "other");
        foreach (var (name, row) in rows)
            table.AddRow(name, Cell(row, "p50_ms"), Cell(row, "p99_ms"), Cell(row, "per_second"),
                string.Join("  ", row.Where(v => v.Key is not ("p50_ms" or "p99_ms" or "per_second")).Select(v => $"{Text(v.Value)} {v.Key}")));
        AnsiConsole.Write(table);
        if (goals.Count > 0)
        {
            var judged = new Table().AddColumns("goal", "wanted", "measured", "");
            foreach (var (what, value, goal, reached) in goals) judged.AddRow(what, goal, Text(value), reached ? "reached" : "[red]missed[/]");
            AnsiConsole.Write(judged);
        }
        if (json) Console.WriteLine(JsonSerializer.Serialize(rows));
    }

    static string Cell(Dictionary<string, double> row, string unit) => row.TryGetValue(unit, out var value) ? Text(value) : "";

    static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.####", CultureInfo.InvariantCulture);
}
