using Gilde.Web.Formats;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Profiles;
using Gilde.Web.Profiles.Editing;
using Language = Gilde.Web.Web.Language;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>A LinkedIn archive in Gilde's own terms. What has no place here is left out and said.</summary>
internal static class LinkedInContent
{
    private const int MaxSkill = 60;

    public static ImportContent From(LinkedInArchive archive, ProblemList problems)
    {
        var (place, country) = Place(archive.Profile?.Place);
        return new ImportContent
        {
            Headline = archive.Profile?.Headline ?? "",
            About = archive.Profile?.Summary ?? "",
            Place = place,
            Country = country,
            Websites = [.. (archive.Profile?.Websites ?? []).Select(WebAddress.Read).OfType<string>()],
            Positions = [.. archive.Positions.Select(Position)],
            Education = [.. archive.Education.Select(e => new ImportedEducation(e.School, e.Degree ?? "", e.Start, e.End))],
            Skills = [.. archive.Skills.Where(s => IsPhrase(s, problems))],
            Languages = [.. archive.Languages.Select(l => Spoken(l, problems)).OfType<ImportedLanguage>().DistinctBy(l => l.Code)],
            People = People(archive),
        };
    }

    private static ImportedPosition Position(LinkedInPosition p) =>
        new(p.Title ?? "", p.Company ?? "", p.Place ?? "", p.Description ?? "", p.Start, p.End);

    /// <summary>“Hagen, Nordrhein-Westfalen, Deutschland”: the first part is the town, the last the country if it is one.</summary>
    private static (string Place, string Country) Place(string? text)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return ("", "");
        var country = CodeOf(parts[^1], names => names.Countries);
        return parts.Length == 1 && country is not null ? ("", country) : (parts[0].Length <= 100 ? parts[0] : "", country ?? "");
    }

    private static bool IsPhrase(string skill, ProblemList problems)
    {
        if (skill.Length <= MaxSkill)
            return true;
        problems.Add(LinkedInTable.Skills.FileName, 0, "“{0}” is longer than {1} characters and was left out.", skill, $"{MaxSkill}");
        return false;
    }

    private static ImportedLanguage? Spoken(LinkedInLanguage language, ProblemList problems)
    {
        if (CodeOf(language.Name.Split('(')[0].Trim(), names => names.Languages) is { } code)
            return new ImportedLanguage(code, Level(language.Proficiency));
        problems.Add(LinkedInTable.Languages.FileName, 0, "“{0}” is not a language that is known here.", language.Name);
        return null;
    }

    private static string? CodeOf(string name, Func<CodedNames, IReadOnlyList<(string Code, string Name)>> list) =>
        new[] { Language.German, Language.English }.SelectMany(language => list(CodedNames.In(language)))
            .Where(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Code).FirstOrDefault();

    private static LanguageLevel Level(string? proficiency) => (proficiency ?? "").ToLowerInvariant() switch
    {
        var p when p.Contains("native") || p.Contains("mutter") => LanguageLevel.Native,
        var p when p.Contains("full professional") || p.Contains("verhandlungs") || p.Contains("fließend") => LanguageLevel.Fluent,
        var p when p.Contains("limited") || p.Contains("elementary") || p.Contains("grund") => LanguageLevel.Basic,
        _ => LanguageLevel.Good,
    };

    private static List<ImportedPerson> People(LinkedInArchive archive)
    {
        var byUrl = archive.Correspondence.Where(c => c.ProfileUrl is not null).ToLookup(c => c.ProfileUrl!);
        var byName = archive.Correspondence.Where(c => c.ProfileUrl is null).ToLookup(c => c.Name);
        return [.. archive.Connections.Select(c => Person(c, (c.ProfileUrl is null ? [] : byUrl[c.ProfileUrl]).Concat(byName[c.Name]).FirstOrDefault()))];
    }

    private static ImportedPerson Person(LinkedInConnection c, LinkedInCorrespondence? letters) => new()
    {
        Name = VisibleText.Cut(c.Name, AddressBookEntry.MaxName).TrimEnd(),
        Firm = c.Company ?? "",
        Title = c.Position ?? "",
        Web = c.ProfileUrl ?? "",
        Emails = c.Email is { } email ? [email] : [],
        Since = c.ConnectedOn,
        Sent = letters?.Sent ?? 0,
        Received = letters?.Received ?? 0,
        LastWrote = letters?.Last is { } last ? PartialDate.Of(last.InUtc().Date) : null,
    };
}
