using Gilde.Web.Events;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Notifications;

/// <summary>The bell on the open pages of whom something was told, or who has read it elsewhere; on an open stream a word that there is something new.</summary>
internal sealed class NotificationLive : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.Notified, EventKinds.NotificationsRead];

    public Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var open = members.ToHashSet();
        return Task.FromResult<IReadOnlyCollection<(Event, long)>>(events.Select(e => (Event: e, Member: e.TargetId ?? e.ActorId ?? 0)).Where(c => open.Contains(c.Member)).ToList());
    }

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        page.CountsChanged();
        if (e.Kind == EventKinds.Notified) await page.Replace<NotificationNews>("notifications-new", new { page.Viewer });
    }
}
