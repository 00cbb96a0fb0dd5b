using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>What one table adds to the archive.</summary>
internal sealed record LinkedInPart(LinkedInArchive Archive, LinkedInMessages? Messages = null)
{
    public static LinkedInPart Read(LinkedInTable kind, CsvTable table, ProblemList problems)
    {
        if (kind == LinkedInTable.Messages)
            return new LinkedInPart(new LinkedInArchive(), Count(table, problems));
        return new LinkedInPart(kind switch
        {
            _ when kind == LinkedInTable.Profile => new LinkedInArchive { Profile = Rows(LinkedInRows.Profile).FirstOrDefault() },
            _ when kind == LinkedInTable.Positions => new LinkedInArchive { Positions = Rows(LinkedInRows.Position) },
            _ when kind == LinkedInTable.Education => new LinkedInArchive { Education = Rows(LinkedInRows.Education) },
            _ when kind == LinkedInTable.Skills => new LinkedInArchive
            {
                Skills = [.. Rows(LinkedInRows.Skill).Distinct(StringComparer.OrdinalIgnoreCase)],
            },
            _ when kind == LinkedInTable.Languages => new LinkedInArchive
            {
                Languages = [.. Rows(LinkedInRows.Language).DistinctBy(l => l.Name, StringComparer.OrdinalIgnoreCase)],
            },
            _ => new LinkedInArchive { Connections = [.. Rows(LinkedInRows.Connection).Distinct()] },
        });

        List<T> Rows<T>(Func<LinkedInCells, T?> read) where T : class =>
            [.. table.Rows(problems, kind.MaxRows).Select(row => read(new LinkedInCells(row, problems))).OfType<T>()];
    }

    /// <summary>The parts as one archive; letters can be counted only once profile and connections are known.</summary>
    public static LinkedInArchive Together(IReadOnlyList<LinkedInPart> parts)
    {
        var whole = parts.Select(p => p.Archive).Aggregate((a, b) => new LinkedInArchive
        {
            Profile = a.Profile ?? b.Profile,
            Positions = [.. a.Positions, .. b.Positions],
            Education = [.. a.Education, .. b.Education],
            Skills = [.. a.Skills, .. b.Skills],
            Languages = [.. a.Languages, .. b.Languages],
            Connections = [.. a.Connections, .. b.Connections],
        });
        var messages = parts.Select(p => p.Messages).FirstOrDefault(m => m is not null);
        return whole with { Correspondence = messages?.Of(whole.Profile, whole.Connections) ?? [] };
    }

    private static LinkedInMessages Count(CsvTable table, ProblemList problems)
    {
        var messages = new LinkedInMessages();
        foreach (var row in table.Rows(problems, LinkedInTable.Messages.MaxRows))
            messages.Add(row, problems);
        return messages;
    }
}
