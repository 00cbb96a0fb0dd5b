using System.Threading.RateLimiting;
using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Web;

public static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents();
        services.AddMemoryCache(o => o.SizeLimit = 20_000);
        services.AddProblemDetails();
        services.AddRateLimits(settings);
    }

    /// <summary>Bundled files carry their version in the address and never change: cached for a year.</summary>
    public static void UseStaticAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = context => context.Context.Response.Headers[HeaderNames.CacheControl] =
            context.Context.Request.Query.ContainsKey("v") || context.Context.Request.Path.StartsWithSegments("/assets/files")
                ? "public, max-age=31536000, immutable"
                : "public, max-age=3600",
    });

    public static void MapHealth(this WebApplication app)
    {
        app.For(Access.Machines).Get("/healthz", () => Results.Text("ok"));
        app.For(Access.Machines).Get("/readyz", async (GildeDb db, CancellationToken stop) =>
            await db.Database.CanConnectAsync(stop) ? Results.Text("ready") : Results.Text("the database does not answer", statusCode: 503));
    }
}
