using Gilde.Web.Pictures;

namespace Gilde.Web.Contacts;

/// <summary>A member as lists of people show them.</summary>
public sealed record Person(long Id, string Handle, string Name, string Headline, [property: System.Text.Json.Serialization.JsonIgnore] long? PictureId)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Href => "/@" + Handle;

    public string? Picture => PictureAddress.Small(PictureId);
}
