using Gilde.Web.CommandLine;
using Gilde.Web.Formats;
using Gilde.Web.Introductions;

namespace Gilde.Web.Imports.Network;

/// <summary>What an import read and what it changed; a repeated one changes nothing.</summary>
public sealed record NetworkImported(
    long MembersRead, long ContactsRead, long ExchangesRead, long MembersAdded, long ContactsAdded, long ExchangeDaysChanged)
{
    public bool ChangedAnything => MembersAdded + ContactsAdded + ExchangeDaysChanged > 0;
}

/// <summary>Either everything came in, or nothing did and these are the reasons.</summary>
public sealed record NetworkImportResult(NetworkImported? Imported, ProblemList Problems);

/// <summary>
/// Brings the people of an association in from <c>members.csv</c>, <c>contacts.csv</c> and <c>exchanges.csv</c> (docs/import.md):
/// staged row by row, checked as a whole, merged in one transaction. Members are known by their e-mail address.
/// </summary>
public sealed class NetworkImport(GildeDb db, IClock clock, Language language)
{
    /// <summary>Problems that are listed; beyond them they are only counted.</summary>
    private const int MaxProblems = 50_000;

    public async Task<NetworkImportResult> Execute(string folder, IProgress<Advance> progress, CancellationToken stop = default)
    {
        var problems = new ProblemList(MaxProblems);
        var now = clock.GetCurrentInstant();
        var staging = new Staging(db, problems, progress, now);
        if (!File.Exists(Path.Combine(folder, NetworkTable.Members.FileName)))
        {
            problems.Add(NetworkTable.Members.FileName, 0, "The file is missing.");
            return new NetworkImportResult(null, problems);
        }
        await staging.Prepare(stop);
        var read = new Dictionary<NetworkTable, long>();
        foreach (var table in NetworkTable.All)
            read[table] = await staging.Load(table, folder, stop);
        await new StagedChecks(staging, problems).Run(progress, stop);
        if (problems.Total > 0)
        {
            await staging.Clear(stop);
            return new NetworkImportResult(null, problems);
        }
        var imported = await new NetworkMerge(db, staging, clock, language).Run(progress, stop);
        await staging.Clear(stop);
        // A running server does the same for the event of this import; without one the ties are right at once as well.
        progress.Report(new Advance("Weighing ties", 0.9));
        if (imported.ChangedAnything)
        {
            await new RebuildTies(db, clock).Execute(stop);
            await db.Analyze(stop);
        }
        progress.Report(new Advance("Done", 1));
        return new NetworkImportResult(imported with
        {
            MembersRead = read[NetworkTable.Members],
            ContactsRead = read[NetworkTable.Contacts],
            ExchangesRead = read[NetworkTable.Exchanges],
        }, problems);
    }
}
