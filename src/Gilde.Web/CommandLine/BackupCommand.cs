using System.CommandLine;
using Gilde.Web.Backups;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde backup FILE</c>: everything in one file, while the server runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<FileInfo> Target = new("FILE") { Description = "The file to write, such as gilde-2026-05-13.zip; it must not be there yet" };

    public static Command Build()
    {
        var command = new Command("backup", "Write everything into one file: all tables at one moment and the uploaded files. The server may go on running.") { Target };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        var path = parsed.GetValue(Target)!.FullName;
        await using var db = DataSetup.Open(settings);
        await Commands.AssertCurrent(db, stop);
        var manifest = await ProgressBars.Show(progress => new MakeBackup(db, settings, new MicrosecondClock()).Execute(path, progress, stop));
        Console.WriteLine($"Saved {manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables and {manifest.Files.Count} files to {path} ({new FileInfo(path).Length / 1024} KiB).");
        return 0;
    }
}
