using System.Threading.RateLimiting;
using Gilde.Web.Data;
using Microsoft.EntityFrameworkCore;

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

    public static void MapHealth(this WebApplication app)
    {
        app.For(Access.Machines).Get("/healthz", () => Results.Text("ok"));
        app.For(Access.Machines).Get("/readyz", async (GildeDb db, CancellationToken stop) =>
            await db.Database.CanConnectAsync(stop) ? Results.Text("ready") : Results.Text("the database does not answer", statusCode: 503));
    }
}
