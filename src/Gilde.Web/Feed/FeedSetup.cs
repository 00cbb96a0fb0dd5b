using Gilde.Web.Web.Live;

namespace Gilde.Web.Feed;

public static class FeedSetup
{
    public static void AddFeed(this IServiceCollection services)
    {
        services.AddScoped<HomeFeed>();
        services.AddSingleton<ILiveUpdate, FeedLive>();
    }
}
