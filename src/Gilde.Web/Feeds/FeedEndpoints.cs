using System.Security.Cryptography;
using Gilde.Web.Formats;
using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Feeds;

/// <summary>Feeds at stable addresses. They answer 304 to whoever has the newest already.</summary>
internal static class FeedEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get("/@{handle}/feed.{format}", (string handle, string format, HttpContext http, Viewer viewer, PublicFeeds feeds, CancellationToken stop) => Answer(http, format, feeds.OfAuthor(viewer, handle, stop))).RequireRateLimiting(RateLimits.People);
        anyone.Get("/groups/{slug}/feed.{format}", (string slug, string format, HttpContext http, Viewer viewer, PublicFeeds feeds, CancellationToken stop) => Answer(http, format, feeds.OfGroup(viewer, slug, stop))).RequireRateLimiting(RateLimits.People);
        anyone.Get("/tags/{tag}/feed.{format}", (string tag, string format, HttpContext http, Viewer viewer, PublicFeeds feeds, CancellationToken stop) => Answer(http, format, feeds.UnderTag(viewer, tag, stop))).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Answer(HttpContext http, string suffix, Task<FeedDocument?> made)
    {
        var feed = await made;
        if (feed is null || FeedFormat.Of(suffix) is not { } format) return Results.NotFound();
        var file = format.Write(feed with { Self = new Uri($"{feed.Page.AbsoluteUri}/feed.{format.Suffix}") });
        http.Response.Headers.Append(HeaderNames.Vary, "Cookie");
        http.Response.Headers.CacheControl = http.Viewer().IsMember ? "private, no-cache" : "public, max-age=300";
        return Results.Bytes(file, format.MediaType, lastModified: feed.Updated.ToDateTimeOffset(), entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\""));
    }
}
