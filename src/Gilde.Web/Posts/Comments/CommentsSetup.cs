using Gilde.Web.Web.Live;

namespace Gilde.Web.Posts.Comments;

public static class CommentsSetup
{
    public static void AddComments(this IServiceCollection services)
    {
        services.AddScoped<WriteComment>();
        services.AddScoped<EditComment>();
        services.AddScoped<RemoveComment>();
        services.AddScoped<ReactToComment>();
        services.AddSingleton<CommentLimits>();
        services.AddSingleton<CommentLive>();
        services.AddSingleton<ILiveUpdate>(p => p.GetRequiredService<CommentLive>());
    }
}
