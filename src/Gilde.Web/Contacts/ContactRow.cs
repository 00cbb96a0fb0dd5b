using Gilde.Web.Pictures;

namespace Gilde.Web.Contacts;

/// <summary>One line of the list of contacts.</summary>
public sealed class ContactRow
{
    public long Id { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string Headline { get; init; }
    [System.Text.Json.Serialization.JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => PictureAddress.Small(PictureId);
    public Instant Since { get; init; }
    /// <summary>When either last wrote to the other.</summary>
    public Instant? LastTalk { get; init; }
    public Instant? MetAt { get; init; }
    public bool Hidden { get; init; }
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The name as it is sorted: umlauts with their letters.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string SortName { get; init; } = "";
    [System.Text.Json.Serialization.JsonIgnore]
    public string Note { get; init; } = "";
    [System.Text.Json.Serialization.JsonIgnore]
    public string HowMet { get; init; } = "";
}
