using Gilde.Web.Jobs;

namespace Gilde.Web.Posts.Drafts;

public static class DraftsSetup
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddScoped<SaveDraft>();
        services.AddScoped<DeleteDraft>();
        services.AddScoped<PublishDraft>();
        services.AddScoped<ScheduleDraft>();
        services.AddScoped<DraftPictures>();
        services.AddScoped<IJobHandler, PublishDue>();
    }
}
