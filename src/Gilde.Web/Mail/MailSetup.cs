using Gilde.Web.Jobs;

namespace Gilde.Web.Mail;

public static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<Letters>();
        services.AddSingleton<IJobHandler, SendMail>();
    }

    public static void MapMail(this WebApplication app, Settings settings)
    {
        if (settings.Development) MailEndpoints.Map(app);
    }
}
