namespace Gilde.Web.Moderation;

public static class ModerationSetup
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddScoped<ReportMessage>();
        services.AddScoped<DecideReport>();
    }

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        ReportEndpoints.Map(app);
        ReviewEndpoints.Map(app);
    }
}
