using System.Security.Cryptography;
using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Setup;
using Gilde.Web.Web.Live;
using Microsoft.AspNetCore.Http.Features;

namespace Gilde.Web.Web;

/// <summary>Builds the viewer of the request and lets it through only where the route's stated access allows.</summary>
public sealed class ViewerMiddleware(RequestDelegate next, Sessions sessions, TheNetwork network, EventFeed feed)
{
    public async Task Invoke(HttpContext http)
    {
        var access = http.GetEndpoint()?.Metadata.GetMetadata<AccessMetadata>()?.Access;
        if (access == Access.Machines)
        {
            await next(http);
            return;
        }
        var viewer = await Build(http);
        http.SetViewer(viewer);
        if (viewer.IsMember) http.Response.Headers.CacheControl = "private, no-store";
        if (access is null && network.IsSetUp)
        {
            await next(http);
            return;
        }
        if (!network.IsSetUp && access is not (Access.Setup or Access.Development))
        {
            http.Response.Redirect("/setup");
            return;
        }
        if (Allows(access!.Value, viewer))
        {
            if (IsPage(http)) http.SetViewer(await ForPage(http, viewer));
            await next(http);
        }
        else if (!viewer.IsMember && access != Access.Setup) AskToSignIn(http, viewer);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task<Viewer> ForPage(HttpContext http, Viewer viewer) => viewer with
    {
        // The place first: what happens from then on reaches the page by its stream, at worst twice.
        LivePlace = feed.Place.Text(),
        Said = Said.Take(http),
        Badges = viewer.IsMember ? await CountBadges(http, viewer) : Badges.None,
    };

    private static async Task<Badges> CountBadges(HttpContext http, Viewer viewer)
    {
        var db = http.RequestServices.GetRequiredService<GildeDb>();
        // Open for the whole page: on SQLite opening for every query costs about as much as the queries. Closed with the context.
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        return await BadgeCounts.Load(db, viewer.Id);
    }

    private async Task<Viewer> Build(HttpContext http)
    {
        var reading = network.IsSetUp ? await sessions.Read(http) : null;
        var viewer = new Viewer
        {
            Language = LanguageChoice.Of(http, reading?.Language, network.Language),
            Network = network.Face,
            Nonce = http.Items[SecurityHeaders.NonceKey] as string ?? "",
            Path = http.Request.Path + http.Request.QueryString,
            Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(reading?.TimeZone ?? "Europe/Berlin") ?? DateTimeZone.Utc,
        };
        return reading is null ? viewer : viewer with
        {
            Id = reading.MemberId,
            SessionId = reading.SessionId,
            Handle = reading.Handle,
            Name = reading.Name,
            PictureId = reading.PictureId,
            Theme = reading.Theme,
            FeedOrder = reading.FeedOrder,
            IsModerator = reading.IsModerator,
            IsOperator = reading.IsOperator,
        };
    }

    private static bool Allows(Access access, Viewer viewer) => access switch
    {
        Access.Anyone or Access.Machines or Access.Development => true,
        Access.Setup => true,
        Access.Members => viewer.IsMember,
        Access.Moderators => viewer.IsModerator || viewer.IsOperator,
        Access.Operators => viewer.IsOperator,
    };

    private static void AskToSignIn(HttpContext http, Viewer viewer)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !IsPage(http)) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else http.Response.Redirect("/signin?next=" + Uri.EscapeDataString(viewer.Path));
    }

    /// <summary>Browsers ask for pictures and styles with */* at the end of a list; alone it means that anything will do.</summary>
    private static bool IsPage(HttpContext http) =>
        http.Request.Headers.Accept.ToString() is var accept && (accept is "" or "*/*" || accept.Contains("text/html", StringComparison.Ordinal));
}
