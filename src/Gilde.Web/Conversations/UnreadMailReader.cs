using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Notifications;

namespace Gilde.Web.Conversations;

/// <summary>Plans a mail, or a digest, to everybody who has a message unread; whether it is still needed is seen when it is due.</summary>
public sealed class UnreadMailReader(IClock clock) : IEventReader
{
    /// <summary>Older messages are no news: nobody gets mail when the reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(1);

    public string Name => "unread-mail";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var conversations = batch.Where(e => e.Kind == EventKinds.MessageSent && e.At > now - News).Select(e => e.ParentId ?? 0).Distinct().ToList();
        if (conversations.Count == 0) return;
        var waiting = await db.Participants
            .Where(p => conversations.Contains(p.ConversationId) && p.Unread > 0 && p.MutedAt == null && p.LeftAt == null
                && !db.UnreadNotices.Any(n => n.ConversationId == p.ConversationId && n.MemberId == p.MemberId))
            .Select(p => new UnreadSeat(p.ConversationId, p.MemberId)).ToListAsync(stop);
        if (waiting.Count == 0) return;
        var wishes = await Wishes.Load(db, waiting.Select(s => s.MemberId).Distinct().ToList(), stop);
        var seats = waiting.ToLookup(s => wishes.Of(s.MemberId, NotificationTopic.UnreadMessages).Mail);
        foreach (var seat in seats[MailTiming.AtOnce]) Plan(db, clock, seat, now + UnreadNotice.Delay);
        await DigestTurns.Add(db, wishes, seats[MailTiming.Daily].Select(s => s.MemberId), DigestPeriod.Daily, now, stop);
        await DigestTurns.Add(db, wishes, seats[MailTiming.Weekly].Select(s => s.MemberId), DigestPeriod.Weekly, now, stop);
    }

    private static void Plan(GildeDb db, IClock clock, UnreadSeat seat, Instant due)
    {
        db.Add(new UnreadNotice { ConversationId = seat.ConversationId, MemberId = seat.MemberId, DueAt = due });
        db.EnqueueAt(clock, due, MailUnread.JobKind, seat);
    }
}

/// <summary>Who has not read which conversation.</summary>
public sealed record UnreadSeat(long ConversationId, long MemberId);
