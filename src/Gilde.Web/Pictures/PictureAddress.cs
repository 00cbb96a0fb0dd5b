namespace Gilde.Web.Pictures;

/// <summary>How large a picture is shown. Each purpose has its own pixels for each; see <see cref="PictureShape"/>.</summary>
public enum PictureSize { Small, Medium, Large }

public static class PictureAddress
{
    public static string Of(long id, PictureSize size = PictureSize.Medium) => $"/pictures/{id}/{size.ToString().ToLowerInvariant()}";
}
