using Gilde.Web.Pictures;
using Gilde.Web.Profiles.Editing;
using Gilde.Web.Profiles.Export;

namespace Gilde.Web.Profiles;

public static class ProfilesSetup
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<ProfileShelf>();
        services.AddSingleton<ProfileBodies>();
        services.AddSingleton<TopicSuggestions>();
        services.AddSingleton(p => new PdfPrinter(p.GetRequiredService<ILogger<PdfPrinter>>(), Environment.GetEnvironmentVariable("PATH") ?? ""));
        services.AddScoped<EntryEdits>();
        services.AddScoped<PictureUploads>();
        services.AddScoped<ChangeHandle>();
        services.AddSingleton<IPictureAccess, ProfilePictureAccess>();
    }

    public static void MapProfiles(this WebApplication app)
    {
        app.MapProfilePages();
        app.MapWords();
        app.MapTopics();
        app.MapEntries();
        app.MapHints();
        app.MapCv();
        app.MapProfileAddress();
        app.MapVisibility();
        app.MapPictureUploads();
    }
}
