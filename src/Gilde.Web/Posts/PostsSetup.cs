using Gilde.Web.Pictures;
using Gilde.Web.Posts.Drafts;
using Gilde.Web.Posts.Previews;

namespace Gilde.Web.Posts;

public static class PostsSetup
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddSingleton<TalkText>();
        services.AddScoped<PublishPost>();
        services.AddScoped<EditPost>();
        services.AddScoped<ChangePost>();
        services.AddScoped<React>();
        services.AddScoped<KeepPost>();
        services.AddSingleton<IPictureAccess, PostPictureAccess>();
        services.AddSingleton<Profiles.IProfileAddition, PostsOnProfile>();
        services.AddPreviews();
        services.AddDrafts();
    }
}
