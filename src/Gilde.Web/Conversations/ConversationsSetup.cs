using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Pictures;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Conversations;

public static class ConversationsSetup
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddScoped<SendMessage>();
        services.AddScoped<WriteToMember>();
        services.AddScoped<MarkRead>();
        services.AddScoped<StartGroup>();
        services.AddScoped<ChangeGroup>();
        services.AddScoped<RemoveMessage>();
        services.AddScoped<Tidy>();
        services.AddScoped<ReviewFirstMessage>();
        services.AddSingleton<IEventReader, UnreadMailReader>();
        services.AddScoped<IJobHandler, MailUnread>();
        services.AddSingleton<IPictureAccess, ConversationPictures>();
        services.AddSingleton<ConversationLive>();
        services.AddSingleton<ILiveUpdate>(p => p.GetRequiredService<ConversationLive>());
    }
}
