using System.Text.Json;
using Gilde.Web.Accounts;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Gilde.Web.Notifications;

namespace Gilde.Web.Conversations;

/// <summary>
/// Mails a member that somebody wrote, if it is unread and they have been away for ten minutes; else looks again later. The mail and the
/// note that it was sent are one transaction, so that a repeated job sends nothing twice.
/// </summary>
public sealed class MailUnread(GildeDb db, IClock clock, Letters letters, UnsubscribeLinks unsubscribe) : IJobHandler
{
    public const string JobKind = "message.unread";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop)
    {
        var seat = JsonSerializer.Deserialize<UnreadSeat>(payload) ?? throw new InvalidOperationException("Empty payload.");
        return db.Atomically(async () =>
        {
            await db.Lock(seat.ConversationId, stop);
            var notice = await db.UnreadNotices.SingleOrDefaultAsync(n => n.ConversationId == seat.ConversationId && n.MemberId == seat.MemberId, stop);
            if (notice is null or { MailedAt: not null }) return 0;
            var wishes = await Wishes.Load(db, [seat.MemberId], stop);
            if (wishes.Of(seat.MemberId, NotificationTopic.UnreadMessages).Mail != MailTiming.AtOnce || await db.OldestUnread(seat, stop) is not { } message) db.Remove(notice);
            else await SendOrWait(seat, notice, message, wishes, stop);
            return await db.SaveChangesAsync(stop);
        }, stop);
    }

    private async Task SendOrWait(UnreadSeat seat, UnreadNotice notice, UnreadMessage message, Wishes wishes, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var lastSeen = await db.Sessions.Where(s => s.AccountId == seat.MemberId).MaxAsync(s => (Instant?)s.SeenAt, stop);
        var due = wishes.AfterQuiet(seat.MemberId, Instant.Max(Instant.Max(message.SentAt, lastSeen ?? message.SentAt) + UnreadNotice.Delay, now));
        if (due > now)
        {
            notice.DueAt = due;
            db.EnqueueAt(clock, due, JobKind, seat);
            return;
        }
        notice.MailedAt = now;
        db.Send(clock, Write(seat, message, await db.ReceiverOf(seat.MemberId, stop)));
    }

    private MailMessage Write(UnreadSeat seat, UnreadMessage message, Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["{0} has written to you", message.Sender])
        {
            Name = to.Name,
            Before = [t["{0} has written to you, and you have not read it yet.", message.Sender]],
            Link = new(t["Read the message"], $"/messages/{seat.ConversationId}"),
            After = [t["There is no further mail about this conversation until you have read it. You can switch these mails off: {0}", letters.Url("/settings/notifications")]],
            Unsubscribe = unsubscribe.For(new Viewer { Id = seat.MemberId, Language = to.Language }, NotificationTopic.UnreadMessages),
        });
    }
}
