namespace Gilde.Web.Web.Design;

/// <summary>The bundled files and, in development, the style page.</summary>
public static class DesignEndpoints
{
    public static void MapDesign(this WebApplication app, bool development)
    {
        app.MapAssets();
        if (!development) return;
        app.For(Access.Development).Get("/dev/design", (Viewer viewer, string? theme) =>
            new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<StylePage>(new { Viewer = viewer, Theme = theme }));
        app.For(Access.Development).Get("/dev/design/sheet", (Viewer viewer, string? theme) =>
            new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<StyleSheetPage>(new { Viewer = viewer, Theme = theme }));
    }
}
