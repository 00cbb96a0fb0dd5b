namespace Gilde.Web.Setup;

public static class NetworkSetup
{
    public static void AddNetwork(this IServiceCollection services)
    {
        services.AddSingleton<TheNetwork>();
        services.AddHostedService(p => p.GetRequiredService<TheNetwork>());
        services.AddSingleton<SetupCode>();
        services.AddHostedService(p => p.GetRequiredService<SetupCode>());
        services.AddScoped<SetUpNetwork>();
    }

    public static void MapNetwork(this WebApplication app)
    {
        SetupEndpoints.Map(app);
        LegalEndpoints.Map(app);
    }
}
