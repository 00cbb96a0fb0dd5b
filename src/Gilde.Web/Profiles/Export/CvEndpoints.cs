using System.Text.RegularExpressions;
using Gilde.Web.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Gilde.Web.Profiles.Export;

/// <summary>A profile on paper: a page to print and, where the system has Chromium, a PDF file.</summary>
internal static partial class CvEndpoints
{
    public static void MapCv(this WebApplication app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get("/@{handle}/cv", Show).RequireRateLimiting(RateLimits.People);
        anyone.Get("/@{handle}/cv.pdf", Print).RequireRateLimiting(RateLimits.Heavy);
    }

    private static async Task<IResult> Show([AsParameters] ProfileRequest request, PdfPrinter printer) =>
        await request.Shelf.Find(request.Db, request.Viewer, request.Handle, request.Stop) is { } profile
            ? Pages.Show<CvPage>(new { request.Viewer, Profile = profile, Address = Address(request, profile), CanPrint = printer.IsThere })
            : Results.NotFound();

    private static async Task<IResult> Print([AsParameters] ProfileRequest request, PdfPrinter printer, IWebHostEnvironment environment, ILoggerFactory logs)
    {
        if (await request.Shelf.Find(request.Db, request.Viewer, request.Handle, request.Stop) is not { } profile) return Results.NotFound();
        if (!printer.IsThere) return Missing(request.Viewer, profile);
        await using var renderer = new HtmlRenderer(request.Http.RequestServices, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["T"] = request.Viewer.T, ["Profile"] = profile, ["Address"] = Address(request, profile), ["Styles"] = await Styles(environment, request.Stop), ["Picture"] = await Picture(request, profile),
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CvDocument>(parameters)).ToHtmlString());
        return await printer.Print(html, request.Stop) is { } pdf ? Results.File(pdf, "application/pdf", profile.Handle + ".pdf") : Missing(request.Viewer, profile);
    }

    private static IResult Missing(Viewer viewer, ProfileView profile) =>
        Pages.WithStatus<NoPdfPage>(StatusCodes.Status503ServiceUnavailable, new { Viewer = viewer, profile.Handle });

    private static string Address(ProfileRequest request, ProfileView profile) => $"{request.Settings.Address.Authority}/@{profile.Handle}";

    /// <summary>The network's own styles with the font inside; what they would load else is left out.</summary>
    private static async Task<string> Styles(IWebHostEnvironment environment, CancellationToken stop)
    {
        var css = await File.ReadAllTextAsync(Path.Combine(environment.WebRootPath, Bundle.Current.Style.TrimStart('/')), stop);
        var font = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(environment.WebRootPath, Bundle.Current.Font.TrimStart('/')), stop));
        css = css.Replace(Bundle.Current.Font, $"data:font/woff2;base64,{font}", StringComparison.Ordinal).Replace("</", "", StringComparison.Ordinal);
        return Loads().Replace(css, "url()");
    }

    private static async Task<string?> Picture(ProfileRequest request, ProfileView profile) =>
        await ProfileVCard.Photo(request, profile) is { } photo ? $"data:{photo.MediaType};base64,{Convert.ToBase64String(photo.Bytes)}" : null;

    [GeneratedRegex(@"url\(""?/[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Loads();
}
