using Gilde.Web.Events;

namespace Gilde.Web.Search;

public static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<IEventReader, SearchReader>();
        services.AddScoped<RebuildSearch>();
        services.AddScoped<FindPeople>();
        services.AddScoped<PopularPhrases>();
    }
}
