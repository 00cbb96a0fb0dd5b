using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Web.Outbound;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gilde.Web.Posts.Previews;

public static class PreviewsSetup
{
    public static void AddPreviews(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new OutboundClient());
        services.AddSingleton<IEventReader, PreviewReader>();
        services.AddScoped<IJobHandler, FetchPreview>();
    }
}
