using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports;

/// <summary>What a file brings, in Gilde's own terms, wherever it came from.</summary>
public sealed record ImportContent
{
    public string Headline { get; init; } = "";
    public string About { get; init; } = "";
    public string Place { get; init; } = "";
    public string Country { get; init; } = "";
    public IReadOnlyList<string> Websites { get; init; } = [];
    public IReadOnlyList<ImportedPosition> Positions { get; init; } = [];
    public IReadOnlyList<ImportedEducation> Education { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<ImportedLanguage> Languages { get; init; } = [];
    public IReadOnlyList<ImportedPerson> People { get; init; } = [];
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
    /// <summary>Also those that are not listed.</summary>
    public long ProblemCount { get; init; }

    public bool HoldsProfile => Headline.Length + About.Length + Place.Length + Websites.Count + Positions.Count + Education.Count + Skills.Count + Languages.Count > 0;
}

public sealed record ImportedPosition(string Title, string Firm, string Place, string Description, PartialDate? From, PartialDate? To);

public sealed record ImportedEducation(string School, string Degree, PartialDate? From, PartialDate? To);

public sealed record ImportedLanguage(string Code, LanguageLevel Level);

/// <summary>Somebody whom the member knows, for the private address book.</summary>
public sealed record ImportedPerson
{
    public required string Name { get; init; }
    public string Firm { get; init; } = "";
    public string Title { get; init; } = "";
    public string Web { get; init; } = "";
    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<string> Phones { get; init; } = [];
    public string Note { get; init; } = "";
    public PartialDate? Birthday { get; init; }
    public PartialDate? Since { get; init; }
    public int Sent { get; init; }
    public int Received { get; init; }
    public PartialDate? LastWrote { get; init; }
}
