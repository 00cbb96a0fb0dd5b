using System.CommandLine;
using Gilde.Web.Formats;
using Gilde.Web.Imports.Network;
using Gilde.Web.Setup;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde import network DIR</c>: an association brings its people.</summary>
internal static class ImportCommand
{
    private const int Printed = 20;

    private static readonly Argument<DirectoryInfo> Folder =
        new Argument<DirectoryInfo>("DIR") { Description = "Folder with members.csv and, where there are any, contacts.csv and exchanges.csv" }.AcceptExistingOnly();

    private static readonly Option<string> Report =
        new("--report") { Description = "Where the problems are listed if there are any", DefaultValueFactory = _ => "gilde-import-report.csv" };

    public static Command Build()
    {
        var network = new Command("network", "Members, contacts and who wrote to whom, from three CSV files. All of it or nothing; safe to repeat.") { Folder, Report };
        network.SetAction(Run);
        return new Command("import", "Bring data in.") { network };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        await Server.Prepare(settings, stop);
        await using var db = DataSetup.Open(settings);
        var language = (await db.Networks.AsNoTracking().FirstOrDefaultAsync(stop))?.Language ?? Language.German;
        var import = new NetworkImport(db, new MicrosecondClock(), language);
        var result = await ProgressBars.Show(progress => import.Execute(parsed.GetValue(Folder)!.FullName, progress, stop));
        return result.Imported is { } imported ? Succeeded(imported) : await Failed(result.Problems, parsed.GetValue(Report)!);
    }

    private static int Succeeded(NetworkImported imported)
    {
        Console.WriteLine($"Read: {imported.MembersRead} members, {imported.ContactsRead} contacts, {imported.ExchangesRead} exchanges.");
        Console.WriteLine(imported.ChangedAnything
            ? $"Added: {imported.MembersAdded} members, {imported.ContactsAdded} contacts; {imported.ExchangeDaysChanged} days of exchange."
            : "All of it was there already. Nothing changed.");
        return 0;
    }

    private static async Task<int> Failed(ProblemList problems, string report)
    {
        await ImportReport.Write(report, problems);
        foreach (var problem in ImportReport.InOrder(problems).Take(Printed))
            await Console.Error.WriteLineAsync(problem.ToString());
        await Console.Error.WriteLineAsync($"{problems.Total} problems, listed in {report}. Nothing was imported.");
        return 1;
    }
}
