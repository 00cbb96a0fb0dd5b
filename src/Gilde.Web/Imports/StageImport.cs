using Gilde.Web.Formats;
using Gilde.Web.Imports.LinkedIn;
using Gilde.Web.Jobs;

namespace Gilde.Web.Imports;

public enum StageOutcome
{
    Staged,
    NoFile,
    Damaged,
    Encrypted,
    TooLarge,
    UnsafePath,
    /// <summary>Neither an archive nor an address book.</summary>
    Unknown,
    /// <summary>Of the right kind, but nothing in it can be taken.</summary>
    Empty,
}

/// <summary>Reads a member's file and keeps what it says until the member has chosen. Nothing else happens yet.</summary>
public sealed class StageImport(GildeDb db, IClock clock)
{
    public const long MaxBytes = 100L * 1024 * 1024;
    private const int ProblemsKept = 100;

    /// <summary>Reading is heavy: so many files at a time in this process.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    public async Task<StageOutcome> Execute(Viewer viewer, Stream? file, string fileName, CancellationToken stop = default)
    {
        if (file is null || file.Length == 0)
            return StageOutcome.NoFile;
        if (file.Length > MaxBytes)
            return StageOutcome.TooLarge;
        var name = NameOf(fileName);
        var (outcome, content) = await Read(file, name, stop);
        if (content is null)
            return outcome;
        await db.Atomically(async () =>
        {
            await db.StagedImports.Where(i => i.MemberId == viewer.Id).ExecuteDeleteAsync(stop);
            var staged = db.Add(StagedImport.Of(viewer.Id, name, content, clock.GetCurrentInstant())).Entity;
            db.Add(new Job { Kind = ForgetImportJob.JobKind, Payload = "{}", CreatedAt = staged.ReadAt, DueAt = staged.ExpiresAt });
            return await db.SaveChangesAsync(stop);
        }, stop);
        return StageOutcome.Staged;
    }

    private static string NameOf(string fileName) => VisibleText.Line(Path.GetFileName(fileName)) is { Length: > 0 and <= StagedImport.MaxFileName } name ? name : "import";

    private static async Task<(StageOutcome, ImportContent?)> Read(Stream file, string name, CancellationToken stop)
    {
        await Turns.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Read(file, name), stop);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static (StageOutcome, ImportContent?) Read(Stream file, string name)
    {
        switch (ImportFile.KindOf(file))
        {
            case ImportFileKind.VCard:
                var cards = VCardReader.Read(file, name);
                return Kept(VCardContent.From(cards), cards.Problems);
            case ImportFileKind.Zip:
                return Archive(LinkedInArchiveReader.ReadZip(file));
            default:
                return Archive(LinkedInArchiveReader.ReadCsv(file, name));
        }
    }

    private static (StageOutcome, ImportContent?) Archive(LinkedInReading reading) => reading.Archive is { } archive
        ? Kept(LinkedInContent.From(archive, reading.Problems), reading.Problems)
        : (Outcome(reading.Fault ?? ArchiveFault.Damaged), null);

    private static StageOutcome Outcome(ArchiveFault fault) => fault switch
    {
        ArchiveFault.Damaged => StageOutcome.Damaged,
        ArchiveFault.Encrypted => StageOutcome.Encrypted,
        ArchiveFault.TooLarge => StageOutcome.TooLarge,
        ArchiveFault.UnsafePath => StageOutcome.UnsafePath,
        ArchiveFault.NothingKnown => StageOutcome.Unknown,
    };

    private static (StageOutcome, ImportContent?) Kept(ImportContent content, ProblemList problems) =>
        content.HoldsProfile || content.People.Count > 0
            ? (StageOutcome.Staged, content with { Problems = [.. problems.Take(ProblemsKept)], ProblemCount = problems.Total })
            : (StageOutcome.Empty, null);
}
