namespace Gilde.Web.Feeds;

public static class FeedsSetup
{
    public static void AddFeeds(this IServiceCollection services) => services.AddScoped<PublicFeeds>();

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        FeedEndpoints.Map(app);
        SiteEndpoints.Map(app);
        PageFormatEndpoints.Map(app);
    }
}
