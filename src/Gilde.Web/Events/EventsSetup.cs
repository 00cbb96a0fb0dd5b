namespace Gilde.Web.Events;

public static class EventsSetup
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventSignal>();
        services.AddHostedService(p => p.GetRequiredService<EventSignal>());
        services.AddSingleton<EventSignalInterceptor>();
        services.AddSingleton<EventFeed>();
        services.AddHostedService(p => p.GetRequiredService<EventFeed>());
        services.AddHostedService<EventPump>();
    }
}
