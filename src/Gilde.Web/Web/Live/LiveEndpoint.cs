using System.Globalization;
using System.Text;
using Gilde.Web.Events;
using Gilde.Web.Posts;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Features;

namespace Gilde.Web.Web.Live;

/// <summary>
/// Server-Sent Events with Turbo Streams, one stream a page. Each message carries the place in the event log up to which the page is current;
/// a page that comes back, or was fetched before its stream opened, first gets what it missed.
/// </summary>
public static class LiveEndpoint
{
    /// <summary>A page that missed more events than this fetches itself anew.</summary>
    private const int MaxMissed = 500;

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveHub>();
        services.AddSingleton<IEventObserver>(p => p.GetRequiredService<LiveHub>());
        services.AddSingleton<ILiveUpdate, ContactCounts>();
        services.AddHostedService<EndedSessions>();
        services.AddScoped<HtmlRenderer>();
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.For(Access.Members).Get("/live", Follow);

    private static async Task Follow(HttpContext http, Viewer viewer, LiveHub hub, EventFeed feed, IHostApplicationLifetime server, string? after, long? post)
    {
        var stream = hub.Open(viewer, post is { } wanted && await MayRead(http, viewer, wanted) ? wanted : null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, server.ApplicationStopping, stream.Ended);
        try
        {
            Open(http);
            var place = LivePlace.Parse(http.Request.Headers["Last-Event-ID"]) ?? LivePlace.Parse(after) ?? feed.Place;
            await Send(http, "retry: 1000\n", place, stop.Token);
            place = await CatchUp(http, hub, stream, place, stop.Token);
            await Relay(http, hub, feed, stream, place, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page was left, the session ended or the server stops: nothing to say, except to one that would be back at once.
            if (stream.IsOneTooMany && !http.RequestAborted.IsCancellationRequested) await http.Response.WriteAsync("retry: 300000\n\n", CancellationToken.None);
        }
        finally
        {
            hub.Close(stream);
        }
    }

    private static async Task<bool> MayRead(HttpContext http, Viewer viewer, long post)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GildeDb>().PostsVisibleTo(viewer).AnyAsync(p => p.Id == post, http.RequestAborted);
    }

    private static void Open(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // Proxies hold back what looks like a page.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>What happened between the page and its stream.</summary>
    private static async Task<LogPlace> CatchUp(HttpContext http, LiveHub hub, LiveStream stream, LogPlace place, CancellationToken stop)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var missed = await db.After(place, await db.Settled(stop)).Take(MaxMissed).ToListAsync(stop);
        if (missed.Count == 0) return place;
        var last = missed.Count < MaxMissed ? LogPlace.Of(missed[^1]) : await db.End(stop);
        var page = PageFor(scope, stream.Viewer);
        if (missed.Count < MaxMissed) await hub.Write(page, await hub.MissedBy(db, stream, missed, stop), stop);
        else page.Refresh();
        await Change(http, page, last, stop);
        return last;
    }

    private static async Task Relay(HttpContext http, LiveHub hub, EventFeed feed, LiveStream stream, LogPlace place, CancellationToken stop)
    {
        while (true)
        {
            // Taken before looking whether something waits: all up to here was offered to this stream.
            var seen = feed.Place;
            if (!stream.Waiting.TryPeek(out _) && !await Arrives(stream, hub.Heartbeat, stop))
            {
                await Send(http, "", place = seen.IsAfter(place) ? seen : place, stop);
                continue;
            }
            var events = new List<Event>();
            while (stream.Waiting.TryRead(out var e))
                if (LogPlace.Of(e).IsAfter(place)) events.Add(e);
            if (events.Count == 0) continue;
            place = LogPlace.Of(events[^1]);
            await using var scope = http.RequestServices.CreateAsyncScope();
            var page = PageFor(scope, stream.Viewer);
            await hub.Write(page, events, stop);
            await Change(http, page, place, stop);
        }
    }

    /// <summary>False when it is time for a sign of life instead.</summary>
    private static async Task<bool> Arrives(LiveStream stream, TimeSpan heartbeat, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(heartbeat);
        try
        {
            return await stream.Waiting.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static LivePage PageFor(AsyncServiceScope scope, Viewer viewer) =>
        new(scope.ServiceProvider.GetRequiredService<GildeDb>(), viewer, scope.ServiceProvider.GetRequiredService<HtmlRenderer>());

    /// <summary>What changed on the page; a message without anything would tell that something happened which is not for the viewer.</summary>
    private static async Task Change(HttpContext http, LivePage page, LogPlace place, CancellationToken stop)
    {
        var html = await page.Finish();
        if (html.Length > 0) await Send(http, string.Concat(html.ReplaceLineEndings("\n").Split('\n').Select(line => $"data: {line}\n")), place, stop);
    }

    private static async Task Send(HttpContext http, string lines, LogPlace place, CancellationToken stop)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"{lines}id: {place.Text()}\n\n");
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(message), stop);
        await http.Response.Body.FlushAsync(stop);
    }
}
