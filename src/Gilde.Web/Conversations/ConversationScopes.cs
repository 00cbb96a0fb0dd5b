using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

public static class ConversationScopes
{
    /// <summary>Any constant: sets these locks apart from others.</summary>
    private const int LockClass = 0x74616C6B;

    /// <summary>
    /// The viewer's side of every conversation that exists for them: one with something to read, and of a talk of two only
    /// while the other person exists for the viewer (no block between them, not suspended).
    /// </summary>
    public static IQueryable<Participant> ConversationsOf(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.Participants.Where(p => p.MemberId == viewer.Id && p.LastMessageId > 0
            && (db.Conversations.Any(c => c.Id == p.ConversationId && c.DirectKey == null)
                || db.Participants.Any(o => o.ConversationId == p.ConversationId && o.MemberId != viewer.Id && visible.Any(m => m.Id == o.MemberId))));
    }

    /// <summary>The messages that the viewer may read: of their conversations, from joining to leaving, none that is held, none of a member they may not see.</summary>
    public static IQueryable<Message> MessagesFor(this GildeDb db, Viewer viewer) => db.Within(viewer, db.Messages);

    /// <summary>Of <paramref name="messages"/> those that the viewer may read.</summary>
    public static IQueryable<Message> Within(this GildeDb db, Viewer viewer, IQueryable<Message> messages)
    {
        var visible = db.MembersVisibleTo(viewer);
        return from m in messages
               join p in db.ConversationsOf(viewer) on m.ConversationId equals p.ConversationId
               where m.Id >= p.SinceId && m.Id <= p.LastMessageId
                   && (m.SenderId == viewer.Id || (m.HeldAt == null && visible.Any(s => s.Id == m.SenderId)))
               select m;
    }

    /// <summary>Everybody in a conversation, also who left; for one that the viewer was found to be in.</summary>
    public static IQueryable<Participant> ParticipantsIn(this GildeDb db, long conversationId) => db.Participants.Where(p => p.ConversationId == conversationId);

    /// <summary>Who of some members takes part in which of some conversations; for telling open pages.</summary>
    internal static IQueryable<Participant> SeatsIn(this GildeDb db, IReadOnlyCollection<long> conversations, IReadOnlyCollection<long> members) =>
        db.Participants.AsNoTracking().Where(p => conversations.Contains(p.ConversationId) && members.Contains(p.MemberId) && p.LastMessageId > 0);

    /// <summary>The oldest message that a member has not read in a conversation that is not muted; null if there is none.</summary>
    internal static Task<UnreadMessage?> OldestUnread(this GildeDb db, UnreadSeat seat, CancellationToken stop) =>
        (from m in db.MessagesFor(new Viewer { Id = seat.MemberId })
         join p in db.Participants on m.ConversationId equals p.ConversationId
         join s in db.Members on m.SenderId equals s.Id
         join me in db.Members on p.MemberId equals me.Id
         where m.ConversationId == seat.ConversationId && p.MemberId == seat.MemberId && p.Unread > 0 && p.MutedAt == null && p.LeftAt == null && me.SuspendedAt == null
             && m.Id > p.LastReadId && m.SenderId != seat.MemberId && m.Kind == MessageKind.Text && m.RemovedAt == null
         orderby m.Id
         select new UnreadMessage(m.SentAt, s.Name)).FirstOrDefaultAsync(stop);

    /// <summary>First messages that wait for a moderator, but for those which the moderator sent or is to get.</summary>
    public static IQueryable<Message> HeldMessages(this GildeDb db, Viewer moderator) => db.Messages.Where(m => m.HeldAt != null && m.SenderId != moderator.Id
        && !db.FirstMessages.Any(f => f.MessageId == m.Id && f.ToId == moderator.Id) && !db.HeldDecisions.Any(d => d.MessageId == m.Id));

    public static Task<Conversation?> DirectBetween(this GildeDb db, long a, long b, CancellationToken stop) =>
        db.Conversations.SingleOrDefaultAsync(c => c.DirectKey == Conversation.KeyFor(a, b), stop);

    /// <summary>
    /// The conversation, held until the transaction ends: whoever sends, reads, joins or leaves takes turns, so that message ids and events
    /// rise in the order of commits and unread counts are exact. On SQLite every transaction writes alone anyway.
    /// </summary>
    public static async Task<Conversation?> Lock(this GildeDb db, long conversationId, CancellationToken stop)
    {
        // Not by the row: waiting for it would take the transaction's number, which orders the event log, before its turn.
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockClass}, {unchecked((int)conversationId)})", stop);
        return await db.Conversations.SingleOrDefaultAsync(c => c.Id == conversationId, stop);
    }
}

internal sealed record UnreadMessage(NodaTime.Instant SentAt, string Sender);
