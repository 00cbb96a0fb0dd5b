namespace Gilde.Web.Notifications;

/// <summary>What Gilde tells a member by mail, each kind with its switch.</summary>
public static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/notifications", Show);
        members.Post("/settings/notifications", Save);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var off = await db.NoticeOptOuts.AsNoTracking().Where(o => o.MemberId == viewer.Id).Select(o => o.Kind).ToListAsync(stop);
        if (http.Request.WantsJson()) return Results.Json(Enum.GetValues<NoticeKind>().Select(kind => new { kind, mail = !off.Contains(kind) }));
        return Pages.Show<NotificationsPage>(new { Viewer = viewer, Off = off });
    }

    /// <summary>The form holds what is switched on; all else is off.</summary>
    private static async Task<IResult> Save(HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var form = await http.Form();
        await db.Alone(async () =>
        {
            var off = await db.NoticeOptOuts.Where(o => o.MemberId == viewer.Id).ToListAsync(stop);
            foreach (var kind in Enum.GetValues<NoticeKind>())
            {
                var (isOn, optOut) = (form["mail"].Contains(kind.ToString()), off.SingleOrDefault(o => o.Kind == kind));
                if (isOn && optOut is not null) db.Remove(optOut);
                if (!isOn && optOut is null) db.Add(new NoticeOptOut { MemberId = viewer.Id, Kind = kind, At = clock.GetCurrentInstant() });
            }
            return await db.SaveChangesAsync(stop);
        }, stop);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/notifications", "Saved.");
    }
}
