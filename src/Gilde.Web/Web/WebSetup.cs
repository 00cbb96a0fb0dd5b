using System.Threading.RateLimiting;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Web;

public static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents();
        services.AddMemoryCache(o => o.SizeLimit = 20_000);
        services.AddProblemDetails();
        services.AddSingleton<Readiness>();
        services.AddJsonFormats();
        services.AddRateLimits(settings);
        services.AddLive();
        services.AddHostedService<FreedMemory>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.For(Access.Machines).Get("/healthz", () => Results.Text("ok"));
        app.For(Access.Machines).Get("/readyz", async (GildeDb db, Readiness readiness, CancellationToken stop) =>
            NotReady(readiness.Missing is { } missing ? $"reading in {missing}" : await db.Database.CanConnectAsync(stop) ? null : "the database does not answer"));
    }

    private static IResult NotReady(string? why) => why is null ? Results.Text("ready") : Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
