using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Notifications;

public static class NotificationsSetup
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<MarkNotificationsRead>();
        services.AddScoped<SaveWishes>();
        services.AddScoped<NotificationLetters>();
        services.AddSingleton<UnsubscribeLinks>();
        services.AddScoped<IJobHandler, MailNotification>();
        services.AddScoped<IJobHandler, SendDigests>();
        services.AddSingleton<IEventReader, NotificationReader>();
        services.AddSingleton<ILiveUpdate, NotificationLive>();
    }

    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        app.MapStream();
        app.MapNotificationSettings();
        app.MapUnsubscribe();
    }
}
