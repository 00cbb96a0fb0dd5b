using Gilde.Web.Events;

namespace Gilde.Web.Notifications;

/// <summary>What a member may set: for each topic whether it is on their page and when it comes by mail, and the hours.</summary>
public sealed record WishForm(IReadOnlyDictionary<NotificationTopic, (bool OnPage, MailTiming Mail)> Topics, int DigestHour, int DigestWeekday, int? QuietFrom, int? QuietUntil, bool ShowsCount);

/// <summary>Saves what the viewer wants to be told; what is as usual needs no row.</summary>
public sealed class SaveWishes(GildeDb db, IClock clock)
{
    public Task Execute(Viewer viewer, WishForm form, CancellationToken stop = default) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        foreach (var (topic, wish) in form.Topics) await Choose(viewer.Id, topic, wish.OnPage, wish.Mail, now, stop);
        var times = await db.NotificationTimes.SingleOrDefaultAsync(t => t.MemberId == viewer.Id, stop) ?? db.Add(new NotificationTimes { MemberId = viewer.Id }).Entity;
        (times.DigestHour, times.DigestWeekday, times.QuietFrom, times.QuietUntil) = (form.DigestHour, form.DigestWeekday, form.QuietFrom, form.QuietUntil);
        times.UncountedSince = form.ShowsCount ? null : times.UncountedSince ?? now;
        await db.SaveChangesAsync(stop);
        await DigestTurns.Reckon(db, now, [viewer.Id], stop);
        db.Record(clock, EventKinds.NotificationsRead, viewer.Id);
        return await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>No more mail of what an address at the foot of one stands for. Without a session: the address is the proof.</summary>
    public Task Unsubscribe(Unsubscription from, CancellationToken stop = default) => db.Alone(async () =>
    {
        var wishes = await Wishes.Load(db, [from.MemberId], stop);
        if (!wishes.Knows(from.MemberId)) return 0;
        var topics = from.Topic is { } one ? [one] : wishes.Topics(from.MemberId, from.Digest == DigestPeriod.Daily ? MailTiming.Daily : MailTiming.Weekly);
        foreach (var topic in topics) await Choose(from.MemberId, topic, wishes.Of(from.MemberId, topic).OnPage, MailTiming.Never, clock.GetCurrentInstant(), stop);
        return await db.SaveChangesAsync(stop);
    }, stop);

    private async Task Choose(long member, NotificationTopic topic, bool onPage, MailTiming mail, Instant now, CancellationToken stop)
    {
        var choice = await db.NotificationChoices.SingleOrDefaultAsync(c => c.MemberId == member && c.Topic == topic, stop);
        var isUsual = onPage == NotificationTopics.HasPage(topic) && mail == NotificationTopics.Default(topic);
        if (isUsual && choice is not null) db.Remove(choice);
        if (isUsual) return;
        choice ??= db.Add(new NotificationChoice { MemberId = member, Topic = topic }).Entity;
        (choice.OnPage, choice.Mail, choice.At) = (onPage, mail, now);
    }
}
