using Gilde.Web.Pictures;

namespace Gilde.Web.Contacts;

/// <summary>A member as lists of people show them.</summary>
public sealed record Person(long Id, string Handle, string Name, string Headline, [property: System.Text.Json.Serialization.JsonIgnore] long? PictureId)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Href => "/@" + Handle;

    /// <summary>1 to 3 hops from the viewer; 0 if farther, or where nobody asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public byte Degree { get; init; }

    public string? Picture => PictureAddress.Small(PictureId);
}
