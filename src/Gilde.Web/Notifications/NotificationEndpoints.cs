using System.Globalization;

namespace Gilde.Web.Notifications;

/// <summary>The stream of notifications and marking them read.</summary>
internal static class NotificationEndpoints
{
    public static void MapStream(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/notifications", Show);
        members.Get("/notifications/{id:long}", Open);
        members.Post("/notifications/read", ReadAll);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, IClock clock, string? after, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var found = await NotificationList.Load(db, viewer, after, stop);
        return http.Request.WantsJson()
            ? http.JsonList(found.Rows, found.After is null ? null : "/notifications?after=" + found.After)
            : Pages.Show<NotificationsPage>(new { Viewer = viewer, Found = found, After = after, Now = now });
    }

    /// <summary>Counts as read, unless a browser fetches it beforehand, and leads on.</summary>
    private static async Task<IResult> Open(long id, HttpContext http, Viewer viewer, MarkNotificationsRead mark, CancellationToken stop)
    {
        if (http.Request.IsPrefetch()) return Results.NoContent();
        return await mark.Open(viewer, id, stop) is { } href ? Pages.SeeOther(href) : Results.NotFound();
    }

    /// <summary>All that was there when the page was made.</summary>
    private static async Task<IResult> ReadAll(HttpContext http, Viewer viewer, MarkNotificationsRead mark, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var upTo = long.TryParse(await http.Field("upTo"), NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros < now.ToUnixTimeTicks() / 10 ? Instant.FromUnixTimeTicks(micros * 10) : now;
        await mark.All(viewer, upTo, stop);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/notifications", "All marked as read.");
    }
}
