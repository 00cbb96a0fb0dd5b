using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Search;

public static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<IEventReader, SearchReader>();
        services.AddScoped<RebuildSearch>();
        services.AddSingleton<IJobHandler, RebuildSearchJob>();
        services.AddHostedService<CompleteIndex>();
        services.AddScoped<FindPeople>();
        services.AddScoped<PopularPhrases>();
    }
}
