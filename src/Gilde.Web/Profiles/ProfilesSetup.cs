using Gilde.Web.Pictures;
using Gilde.Web.Profiles.Editing;

namespace Gilde.Web.Profiles;

public static class ProfilesSetup
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<ProfileShelf>();
        services.AddSingleton<TopicSuggestions>();
        services.AddScoped<EntryEdits>();
        services.AddScoped<PictureUploads>();
        services.AddSingleton<IPictureAccess, ProfilePictureAccess>();
    }

    public static void MapProfiles(this WebApplication app)
    {
        app.MapProfilePages();
        app.MapWords();
        app.MapTopics();
        app.MapEntries();
        app.MapPictureUploads();
    }
}
