using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gilde.Web.Formats;

/// <summary>A CV in the JSON Resume schema, version 1.0.0. What is null is left out.</summary>
public sealed record JsonResume
{
    public const string SchemaAddress = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    [JsonPropertyName("$schema")]
    public string Schema => SchemaAddress;

    public required ResumeBasics Basics { get; init; }

    public IReadOnlyList<ResumeWork> Work { get; init; } = [];

    public IReadOnlyList<ResumeEducation> Education { get; init; } = [];

    public IReadOnlyList<ResumeCertificate> Certificates { get; init; } = [];

    public IReadOnlyList<ResumeSkill> Skills { get; init; } = [];

    public IReadOnlyList<ResumeLanguage> Languages { get; init; } = [];

    public IReadOnlyList<ResumeInterest> Interests { get; init; } = [];

    /// <summary>Beyond the schema, which allows it: what the person offers others and seeks from them.</summary>
    public IReadOnlyList<string>? Offers { get; init; }

    public IReadOnlyList<string>? Seeks { get; init; }

    public ResumeMeta? Meta { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, ResumeJson.Readable.JsonResume);

    public Task WriteAsync(Stream output, CancellationToken cancellation = default) =>
        JsonSerializer.SerializeAsync(output, this, ResumeJson.Readable.JsonResume, cancellation);
}

public sealed record ResumeBasics(
    string Name,
    string? Label = null,
    string? Image = null,
    string? Email = null,
    string? Phone = null,
    string? Url = null,
    string? Summary = null,
    ResumeLocation? Location = null)
{
    public IReadOnlyList<ResumeProfile> Profiles { get; init; } = [];
}

/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
public sealed record ResumeLocation(
    string? Address = null, string? PostalCode = null, string? City = null, string? CountryCode = null, string? Region = null);

public sealed record ResumeProfile(string Network, string? Username = null, string? Url = null);

/// <summary>Dates hold a year at least.</summary>
public sealed record ResumeWork(
    string Name,
    string? Position = null,
    string? Location = null,
    string? Url = null,
    PartialDate? StartDate = null,
    PartialDate? EndDate = null,
    string? Summary = null);

public sealed record ResumeEducation(
    string Institution,
    string? Area = null,
    string? StudyType = null,
    string? Url = null,
    PartialDate? StartDate = null,
    PartialDate? EndDate = null);

public sealed record ResumeCertificate(string Name, PartialDate? Date = null, string? Url = null, string? Issuer = null);

public sealed record ResumeSkill(string Name, string? Level = null);

public sealed record ResumeLanguage(string Language, string? Fluency = null);

public sealed record ResumeInterest(string Name);

public sealed record ResumeMeta(string? Canonical = null, string? LastModified = null)
{
    public string Version => "v1.0.0";
}
