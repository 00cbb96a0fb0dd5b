using System.CommandLine;
using Gilde.Web.Backups;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde restore FILE</c>: a backup into an empty database.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<FileInfo> Source = new("FILE") { Description = "A file that gilde backup wrote, on either database" };

    public static Command Build()
    {
        var command = new Command("restore", "Bring a backup into an empty database and data folder, all of it or nothing. Counts and checksums are compared.") { Source };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        Directory.CreateDirectory(settings.DataFolder);
        await using var db = DataSetup.Open(settings);
        var (manifest, broughtBack) = await ProgressBars.Show(progress => new RestoreBackup(db, settings).Execute(parsed.GetValue(Source)!.FullName, progress, stop));
        Console.WriteLine($"Restored {manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables and {manifest.Files.Count} files, saved {manifest.MadeAt} by Gilde {manifest.Program}.");
        if (broughtBack > 0) Console.WriteLine($"{broughtBack} members had been erased since ({ErasureLedger.FileName}): they are hidden and erased again as soon as the server runs.");
        return 0;
    }
}
