using Gilde.Web.Jobs;

namespace Gilde.Web.Imports;

/// <summary>Drops what was uploaded and not applied, a day later.</summary>
public sealed class ForgetImportJob(GildeDb db, IClock clock) : IJobHandler
{
    public const string JobKind = "import.forget";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        return db.StagedImports.Where(i => i.ExpiresAt <= now).ExecuteDeleteAsync(stop);
    }
}
