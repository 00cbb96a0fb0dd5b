namespace Gilde.Web.Web.Design;

/// <summary>The invented member that the style page is shown as.</summary>
internal static class StyleSample
{
    public static Viewer As(Viewer viewer) => viewer with
    {
        Id = 7,
        Handle = "martina.sauer",
        Name = "Martina Sauer",
        Badges = new Badges(3, 12, 1, 4),
        Network = viewer.Network with { Name = "Drahtverband", IsDemo = true },
    };
}
