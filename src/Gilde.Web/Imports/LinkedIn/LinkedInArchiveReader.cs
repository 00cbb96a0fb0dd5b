using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>Reads a LinkedIn data archive, or a single file of one. Reads nothing but the seven tables that it knows.</summary>
public static class LinkedInArchiveReader
{
    /// <param name="stream">Must seek: a zip file keeps its directory at the end.</param>
    public static LinkedInReading ReadZip(Stream stream)
    {
        var problems = new ProblemList();
        if (ArchiveZip.TryOpen(stream, out var zip) is { } fault)
            return new LinkedInReading(null, fault, problems);
        using (zip)
        {
            return Guarded(problems, () => LinkedInTable.All.Select(table => (Table: table, File: zip!.Open(table.FileName)))
                .Where(found => found.File is not null)
                .Select(found => Read(found.Table, found.File!.Value, problems)));
        }
    }

    public static LinkedInReading ReadCsv(Stream stream, string fileName)
    {
        var problems = new ProblemList();
        return Guarded(problems, () => [ReadAny(stream, fileName, problems)]);
    }

    private static LinkedInReading Guarded(ProblemList problems, Func<IEnumerable<LinkedInPart?>> read)
    {
        try
        {
            List<LinkedInPart> parts = [.. read().OfType<LinkedInPart>()];
            return parts.Count == 0
                ? new LinkedInReading(null, ArchiveFault.NothingKnown, problems)
                : new LinkedInReading(LinkedInPart.Together(parts), null, problems);
        }
        catch (TooLongException)
        {
            return new LinkedInReading(null, ArchiveFault.TooLarge, problems);
        }
        catch (InvalidDataException)
        {
            return new LinkedInReading(null, ArchiveFault.Damaged, problems);
        }
    }

    private static LinkedInPart? Read(LinkedInTable kind, (string Path, Stream Content) file, ProblemList problems)
    {
        using var table = CsvTable.Open(file.Content, file.Path, kind.IsHeader);
        if (table is not null)
            return LinkedInPart.Read(kind, table, problems);
        problems.Add(file.Path, 1, "The file has no header with {0} and was left out.", string.Join(", ", kind.Header));
        return null;
    }

    private static LinkedInPart? ReadAny(Stream stream, string fileName, ProblemList problems)
    {
        using var table = CsvTable.Open(stream, fileName, columns => LinkedInTable.Recognise(columns) is not null);
        return table is null ? null : LinkedInPart.Read(LinkedInTable.Recognise(table.Columns)!, table, problems);
    }
}
