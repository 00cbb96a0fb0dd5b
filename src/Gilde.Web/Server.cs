using Gilde.Web.Accounts;
using Gilde.Web.Backups;
using Gilde.Web.Admin;
using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Feed;
using Gilde.Web.Feeds;
using Gilde.Web.Follows;
using Gilde.Web.Home;
using Gilde.Web.Home.Welcome;
using Gilde.Web.Imports;
using Gilde.Web.Introductions;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Gilde.Web.Moderation;
using Gilde.Web.Notifications;
using Gilde.Web.Pictures;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Profiles;
using Gilde.Web.Search;
using Gilde.Web.Setup;
using Gilde.Web.Web.Design;
using Gilde.Web.Web.Live;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gilde.Web;

/// <summary>The web server: one Add…/Map… pair a feature.</summary>
public static class Server
{
    public static WebApplication Build(Settings settings, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = WebRoot() });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 1 << 20;
            k.ListenAnyIP(settings.Port);
        });
        builder.Host.ConfigureHostOptions(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.AddTelemetry(settings);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddData(settings);
        services.AddEvents();
        services.AddWeb(settings);
        services.AddNetwork();
        services.AddJobs();
        services.AddMail();
        services.AddAccounts();
        services.AddAdmin();
        services.AddIntroductions();
        services.AddContacts();
        services.AddProfiles();
        services.AddConversations();
        services.AddGroups();
        services.AddPosts();
        services.AddFeed();
        services.AddFollows();
        services.AddHome();
        services.AddComments();
        services.AddPolls();
        services.AddModeration();
        services.AddFeeds();
        services.AddPictures();
        services.AddSearch();
        services.AddBackups();
        services.AddSchedule();
        services.AddImports();
        services.AddNotifications();
        adjust?.Invoke(services);

        var app = builder.Build();
        if (settings.Proxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings));
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrorPages();
        app.UseMiddleware<CrossOriginProtection>();
        app.UseRouting();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapLive();
        app.MapIntroductions();
        app.MapContacts();
        app.MapConversations();
        app.MapGroups();
        app.MapPosts();
        app.MapFollows();
        app.MapComments();
        app.MapPolls();
        app.MapModeration();
        app.MapFeeds();
        app.MapNotifications();
        app.MapSearch();
        app.MapDesign(settings);
        app.MapProfiles();
        app.MapNetwork();
        app.MapMail(settings);
        app.MapAccounts();
        app.MapAdmin();
        app.MapPictures();
        app.MapHome();
        app.MapWelcome();
        app.MapImports();
        return app;
    }

    /// <summary>Brings the database up to date and refuses one that would lose what was acknowledged.</summary>
    public static async Task Prepare(Settings settings, CancellationToken stop = default)
    {
        Directory.CreateDirectory(settings.DataFolder);
        await using var db = DataSetup.Open(settings);
        await Migrations.Run(db, stop: stop);
        await Durability.Assert(db, stop);
    }

    private static ForwardedHeadersOptions Forwarded(Settings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        foreach (var proxy in settings.Proxies) options.KnownProxies.Add(proxy);
        return options;
    }

    /// <summary>Beside the program when published, in the project's folder while it is developed.</summary>
    private static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../wwwroot"));
    }
}
