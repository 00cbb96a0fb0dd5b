using System.Globalization;
using System.Text.Json;
using Gilde.Graph;
using Gilde.Ties.Bench.Evaluation;
using Spectre.Console;

namespace Gilde.Ties.Bench;

/// <summary>Among pairs that had written both ways before a split: who will again?</summary>
internal static class Prediction
{
    public static int Measure(Options options)
    {
        if (Load() is not { } messages) return 2;
        var splits = Splits.ForMeasuring(messages);
        var rows = Ranking.Known.Append(Ranking.InUse).ToDictionary(r => r.Name, r => splits.Select(s => r.Auc(s.Pairs, s.Today)).ToArray());
        var table = new Table().Title("Area under the curve, after a part of the messages").AddColumn("by");
        foreach (var split in splits) table.AddColumn($"{split.Part:P0} ({split.Pairs.Count} pairs)");
        foreach (var (name, areas) in rows) table.AddRow([name, .. areas.Select(Text)]);
        AnsiConsole.Write(table);
        var best = Splits.Measured.Select((_, i) => Ranking.Known.All(k => rows[Ranking.InUse.Name][i] > rows[k.Name][i])).ToArray();
        AnsiConsole.WriteLine(best.All(b => b) ? "Strength is best at every split." : "Strength is NOT best at every split.");
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(rows.ToDictionary(r => r.Key, r => r.Value.Select((area, i) => ($"auc_{splits[i].Part * 100:0}", Math.Round(area, 4))).ToDictionary(c => c.Item1, c => c.Item2))));
        return best.All(b => b) ? 0 : 1;
    }

    public static int Fit(Options options)
    {
        if (Load() is not { } messages) return 2;
        var splits = Splits.ForFitting(messages);
        var rules = from days in new[] { 1.0, 2, 3, 4, 7 } from worth in new[] { 0, 0.1, 0.2, 0.3 } from cap in worth == 0 ? [0] : new[] { 5, 10 } select new TalkRule(days, worth, cap);
        var rows = rules.Select(rule => (Rule: rule, Areas: splits.Select(s => Ranking.By(rule).Auc(s.Pairs, s.Today)).ToArray())).OrderByDescending(r => r.Areas.Average()).ToList();
        var table = new Table().Title($"Area under the curve within the first {Splits.FittingPart:P0} of the messages").AddColumns("half after days", "a turn is worth", "turns a day", "mean");
        foreach (var split in splits) table.AddColumn($"{split.Part * Splits.FittingPart:P0}");
        foreach (var (rule, areas) in rows)
            table.AddRow([$"{rule.HalvedAfterDays}", $"{rule.TurnIsWorth}", $"{rule.TurnsADay}", Text(areas.Average()), .. areas.Select(Text)]);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(rows[0].Rule == TalkRule.InUse ? "The first line is the rule in use." : $"The rule in use is another: {TalkRule.InUse}.");
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(rows.Select(r => new { r.Rule.HalvedAfterDays, r.Rule.TurnIsWorth, r.Rule.TurnsADay, Mean = Math.Round(r.Areas.Average(), 4) })));
        return rows[0].Rule == TalkRule.InUse ? 0 : 1;
    }

    private static SentMessage[]? Load()
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, "Gilde.slnx"))) checkout = checkout.Parent;
        if (MessageHistory.Find(checkout?.FullName ?? ".") is { } file) return MessageHistory.Read(file);
        Console.Error.WriteLine("The CollegeMsg data is not there: name its folder with GILDE_REAL_DATA.");
        return null;
    }

    private static string Text(double area) => area.ToString("0.0000", CultureInfo.InvariantCulture);
}
