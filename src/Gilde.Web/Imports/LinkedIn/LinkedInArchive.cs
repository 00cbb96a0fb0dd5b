using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>What a member's LinkedIn data archive says, as far as its files are there.</summary>
public sealed record LinkedInArchive
{
    public LinkedInProfile? Profile { get; init; }

    public IReadOnlyList<LinkedInPosition> Positions { get; init; } = [];

    public IReadOnlyList<LinkedInEducation> Education { get; init; } = [];

    public IReadOnlyList<string> Skills { get; init; } = [];

    public IReadOnlyList<LinkedInLanguage> Languages { get; init; } = [];

    public IReadOnlyList<LinkedInConnection> Connections { get; init; } = [];

    /// <summary>With whom the member wrote one to one, and how often each of the two wrote.</summary>
    public IReadOnlyList<LinkedInCorrespondence> Correspondence { get; init; } = [];
}

public sealed record LinkedInProfile(
    string FirstName, string LastName, string? Headline, string? Summary, string? Industry,
    string? PostalCode, string? Place, PartialDate? Birthday, IReadOnlyList<string> Websites);

public sealed record LinkedInPosition(
    string? Company, string? Title, string? Description, string? Place, PartialDate? Start, PartialDate? End);

public sealed record LinkedInEducation(
    string School, string? Degree, string? Notes, string? Activities, PartialDate? Start, PartialDate? End);

/// <param name="Proficiency">In LinkedIn's own words, such as “Full professional proficiency”.</param>
public sealed record LinkedInLanguage(string Name, string? Proficiency);

public sealed record LinkedInConnection(
    string FirstName, string LastName, string? ProfileUrl, string? Email, string? Company, string? Position, PartialDate? ConnectedOn)
{
    public string Name => $"{FirstName} {LastName}".Trim();
}

/// <param name="ProfileUrl">Null where the archive names the person by name alone.</param>
public sealed record LinkedInCorrespondence(string Name, string? ProfileUrl, int Sent, int Received, Instant? Last);
