using System.CommandLine;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde migrate</c>: brings the database to the newest step.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var command = new Command("migrate", "Bring the database up to date. Serving does so by itself; this is for doing it beforehand.");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        Directory.CreateDirectory(settings.DataFolder);
        await using var db = DataSetup.Open(settings);
        var applied = await ProgressBars.Show(async progress =>
        {
            var steps = new List<MigrationStep>();
            await Migrations.Run(db, applied: step =>
            {
                steps.Add(step);
                progress.Report(new Advance($"Step {step.Number}: {step.Name}", (double)step.Number / Migrations.Steps[^1].Number));
            }, stop: stop);
            progress.Report(new Advance("Up to date", 1));
            return steps;
        });
        Console.WriteLine(applied.Count == 0
            ? $"Nothing to do: the database is at step {Migrations.Steps[^1].Number}, the newest."
            : $"Applied {string.Join(", ", applied.Select(s => $"{s.Number} ({s.Name})"))}.");
        return 0;
    }
}
