using System.CommandLine;
using Gilde.Web.Checks;
using Spectre.Console;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde check</c>: every rule of the database and the files, as a table.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var command = new Command("check", "Verify every rule of the database and every uploaded file. Prints a table; exits with 1 if a rule is broken. Changes nothing.");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        await using var db = DataSetup.Open(settings);
        await Commands.AssertCurrent(db, stop);
        var results = await ProgressBars.Show(progress => new CheckNetwork(db, settings).Execute(progress, stop));
        AnsiConsole.Write(TableOf(results));
        var broken = results.Count(r => r.Broken > 0);
        Console.WriteLine(broken == 0 ? $"All {results.Count(r => r.Skipped is null)} rules hold." : $"{broken} of {results.Count} rules are broken.");
        return broken == 0 ? 0 : 1;
    }

    private static Table TableOf(IReadOnlyList<RuleResult> results)
    {
        var table = new Table().AddColumns("About", "Rule", "Found");
        foreach (var result in results)
        {
            var found = result.Skipped is { } reason ? $"not looked at: {reason}"
                : result.Broken == 0 ? "fine"
                : $"{result.Broken}: {string.Join(", ", result.Places)}{(result.Broken > result.Places.Count ? " …" : "")}";
            table.AddRow(Markup.Escape(result.Area), Markup.Escape(result.Rule), Markup.Escape(found));
        }
        return table;
    }
}
