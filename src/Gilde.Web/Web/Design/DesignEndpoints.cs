using Gilde.Web.Setup;

namespace Gilde.Web.Web.Design;

/// <summary>The bundled files, the operator's colour, the web manifest and, in development, the style page.</summary>
public static class DesignEndpoints
{
    public static void MapDesign(this WebApplication app, Settings settings)
    {
        app.MapAssets();
        app.For(Access.Machines).Get("/theme.css", Theme);
        app.For(Access.Machines).Get("/site.webmanifest", Manifest);
        if (!settings.Development) return;
        app.For(Access.Development).Get("/dev/design", (Viewer viewer, string? theme) => Pages.Show<StylePage>(new { Viewer = viewer, Theme = theme }));
        app.For(Access.Development).Get("/dev/design/messages", (Viewer viewer, string? theme) => Pages.Show<StyleMessagesPage>(new { Viewer = viewer, Theme = theme }));
        app.For(Access.Development).Get("/dev/design/cv", (Viewer viewer, string? theme) => Pages.Show<StyleCvPage>(new { Viewer = viewer, Theme = theme }));
        app.For(Access.Development).Get("/dev/design/sheet", (Viewer viewer, string? theme) => Pages.Show<StyleSheetPage>(new { Viewer = viewer, Theme = theme }));
    }

    /// <summary>Outside every layer, so it wins over the tokens; they derive all shades from it.</summary>
    private static IResult Theme(TheNetwork network, HttpContext http)
    {
        Cache(http);
        return Results.Text($":root{{--brand:{HexColor(network.Face.Color)}}}", "text/css");
    }

    private static IResult Manifest(TheNetwork network, HttpContext http)
    {
        Cache(http);
        var face = network.Face;
        return Results.Json(new
        {
            name = face.Name,
            short_name = face.Name,
            start_url = "/",
            display = "standalone",
            background_color = "#f6f5f1",
            theme_color = HexColor(face.Color),
            icons = new[] { 192, 512 }.Select(size => new { src = $"/assets/icon-{size}.png", sizes = $"{size}x{size}", type = "image/png" }),
        }, contentType: "application/manifest+json");
    }

    // Their addresses carry the network's version.
    private static void Cache(HttpContext http) => http.Response.Headers.CacheControl = "public, max-age=86400";

    private static string HexColor(string color) =>
        color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? color : NetworkFace.Unset.Color;
}
