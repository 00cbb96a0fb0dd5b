using Gilde.Web.Events;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Introductions.Map;
using Gilde.Web.Jobs;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

public static class IntroductionsSetup
{
    public static void AddIntroductions(this IServiceCollection services)
    {
        services.AddSingleton<IEventReader, TieReader>();
        services.AddAsking();
        services.AddScoped<RebuildTies>();
        services.AddSingleton<IJobHandler, RebuildTiesJob>();
        services.AddSingleton<GraphSnapshots>();
        services.AddSingleton<GraphReplica>();
        services.AddSingleton<IEventObserver>(p => p.GetRequiredService<GraphReplica>());
        services.AddHostedService(p => p.GetRequiredService<GraphReplica>());
        services.AddHostedService<GraphMeter>();
        services.AddSingleton<PathSearches>();
        services.AddScoped<FindRoutes>();
        services.AddScoped<FindRoutesToAny>();
        services.AddScoped<FindMutual>();
        services.AddScoped<FindHelpers>();
        services.AddScoped<MyReach>();
        services.AddScoped<MyCircles>();
        services.AddScoped<Degrees>();
        services.AddSingleton<IProfileAddition, ReachAddition>();
        services.AddSingleton<IProfileAddition, MutualAddition>();
    }
}
