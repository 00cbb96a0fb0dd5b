namespace Gilde.Web.Pictures;

/// <summary>How large a picture is shown; each purpose has its own pixels for each, see <see cref="PictureShape"/>. Card is the JPEG that goes into vCards.</summary>
public enum PictureSize { Small, Medium, Large, Card }

public static class PictureAddress
{
    public static string Of(long id, PictureSize size = PictureSize.Medium) => $"/pictures/{id}/{size.ToString().ToLowerInvariant()}";

    /// <summary>For a list, where there may be none.</summary>
    public static string? Small(long? id) => id is { } known ? Of(known, PictureSize.Small) : null;
}
