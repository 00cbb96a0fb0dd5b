using Gilde.Web.Events;
using Gilde.Web.Introductions;
using Gilde.Web.Pictures;

namespace Gilde.Web.Conversations;

/// <summary>Puts a message before those who may read it. Everything in the caller's transaction, the conversation locked.</summary>
internal static class Delivery
{
    public static async Task<Message> Deliver(this GildeDb db, IClock clock, Conversation conversation, Message message, CancellationToken stop)
    {
        db.Add(message);
        await db.SaveChangesAsync(stop);
        (conversation.LastMessageId, conversation.LastMessageAt) = (message.Id, message.SentAt);
        if (message.HeldAt is not null)
        {
            await ShowTo(db.ParticipantsIn(conversation.Id).Where(p => p.MemberId == message.SenderId), message.Id, stop);
        }
        else
        {
            await ShowTo(db.ParticipantsIn(conversation.Id).Where(p => p.LeftAt == null), message.Id, stop);
            await db.Announce(clock, conversation, message, stop);
        }
        await db.SaveChangesAsync(stop);
        return message;
    }

    /// <summary>Counts the message as unread, as an exchange of the two, and records that it was sent.</summary>
    public static async Task Announce(this GildeDb db, IClock clock, Conversation conversation, Message message, CancellationToken stop)
    {
        if (message.Kind == MessageKind.Text)
        {
            await Unread(db, message).ExecuteUpdateAsync(s => s.SetProperty(p => p.Unread, p => p.Unread + 1), stop);
            if (!conversation.IsGroup) await CountExchange(db, conversation, message, stop);
        }
        db.Record(clock, EventKinds.MessageSent, message.SenderId, subject: message.Id, parent: conversation.Id);
    }

    /// <summary>Takes a message's words and picture away, of a first message also the reason over it.</summary>
    public static async Task Erase(this GildeDb db, IClock clock, Message message, long by, CancellationToken stop)
    {
        if (message.PictureId is { } id && await db.Pictures.SingleOrDefaultAsync(p => p.Id == id, stop) is { } picture) db.Discard(clock, picture);
        await db.FirstMessages.Where(f => f.MessageId == message.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Reason, ""), stop);
        message.Remove(by, clock.GetCurrentInstant());
    }

    public static Task<int> ShowTo(IQueryable<Participant> participants, long messageId, CancellationToken stop) =>
        participants.ExecuteUpdateAsync(s => s.SetProperty(p => p.LastMessageId, p => p.LastMessageId > messageId ? p.LastMessageId : messageId).SetProperty(p => p.PutAwayAt, (Instant?)null), stop);

    /// <summary>Who gets it as unread: all others still there who have no block with the sender.</summary>
    private static IQueryable<Participant> Unread(GildeDb db, Message message) =>
        db.ParticipantsIn(message.ConversationId).Where(p => p.LeftAt == null && p.MemberId != message.SenderId
            && !db.Blocks.Any(b => (b.MemberId == p.MemberId && b.BlockedId == message.SenderId) || (b.MemberId == message.SenderId && b.BlockedId == p.MemberId)));

    /// <summary>The count from which tie strength is made: who wrote to whom on which day.</summary>
    private static async Task CountExchange(GildeDb db, Conversation conversation, Message message, CancellationToken stop)
    {
        var to = await db.ParticipantsIn(conversation.Id).Where(p => p.MemberId != message.SenderId).Select(p => p.MemberId).SingleAsync(stop);
        var day = Tie.DayOf(message.SentAt);
        object at = db.IsPostgres ? message.SentAt.ToDateTimeUtc() : message.SentAt.ToUnixTimeTicks() / 10;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO exchanges (from_id, to_id, day, source, count, last_at) VALUES ({message.SenderId}, {to}, {day}, {(int)ExchangeSource.Gilde}, 1, {at})
            ON CONFLICT (from_id, to_id, day, source) DO UPDATE SET count = exchanges.count + 1, last_at = excluded.last_at
            """, stop);
    }
}
