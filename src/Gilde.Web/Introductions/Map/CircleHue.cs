namespace Gilde.Web.Introductions.Map;

internal static class CircleHue
{
    /// <summary>The number of one of the twelve hues of avatars; neighbours are far apart.</summary>
    public static int Of(Circle circle) => circle.Number * 5 % 12;
}
