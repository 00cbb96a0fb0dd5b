using Gilde.Web.Events;

namespace Gilde.Web.Notifications;

/// <summary>The viewer has seen one of their notifications, or all up to a moment.</summary>
public sealed class MarkNotificationsRead(GildeDb db, IClock clock)
{
    /// <summary>Opens one: where it leads, or null if it does not hold for the viewer.</summary>
    public async Task<string?> Open(Viewer viewer, long id, CancellationToken stop = default)
    {
        if ((await NotificationList.Rows(db, viewer, db.NotificationOf(viewer, id), stop)).FirstOrDefault() is not { } row) return null;
        if (!row.IsRead) await Mark(viewer, n => n.Id == id && n.At <= row.At, stop);
        return row.Href;
    }

    /// <param name="upTo">When the viewer's page was made: what came later they have not seen.</param>
    public Task All(Viewer viewer, Instant upTo, CancellationToken stop = default) => Mark(viewer, n => n.At <= upTo, stop);

    private Task<int> Mark(Viewer viewer, System.Linq.Expressions.Expression<Func<Notification, bool>> which, CancellationToken stop) => db.Alone(async () =>
    {
        var read = await db.UnreadOf(viewer).Where(which).ExecuteUpdateAsync(u => u.SetProperty(n => n.ReadAt, clock.GetCurrentInstant()), stop);
        if (read > 0) db.Record(clock, EventKinds.NotificationsRead, viewer.Id);
        return await db.SaveChangesAsync(stop);
    }, stop);
}
