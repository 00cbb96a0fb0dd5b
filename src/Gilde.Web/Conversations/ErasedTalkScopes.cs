namespace Gilde.Web.Conversations;

/// <summary>What becomes of conversations when somebody who took part is erased: a talk of two goes with them, a group goes on without their messages.</summary>
public static class ErasedTalkScopes
{
    /// <summary>The conversations that erasing this member touches; take them before, mend them after.</summary>
    public static Task<List<long>> TalksTouchedBy(this GildeDb db, long memberId) =>
        db.Participants.Where(p => p.MemberId == memberId).Select(p => p.ConversationId).ToListAsync();

    /// <summary>The notes that this member passed an introduction on, with the member's words in them.</summary>
    public static IQueryable<Message> IntroducedBy(this GildeDb db, long memberId) => db.Messages.Where(m => m.SubjectId == memberId && m.Kind == MessageKind.Introduced);

    /// <summary>Deletes the talks of two and groups that nobody is left in, and lets places and unread counts of the others fit the messages that remain.</summary>
    public static async Task MendTalks(this GildeDb db, List<long> ids)
    {
        await db.Conversations.Where(c => ids.Contains(c.Id) && (c.DirectKey != null || !db.Messages.Any(m => m.ConversationId == c.Id) || !db.Participants.Any(p => p.ConversationId == c.Id))).ExecuteDeleteAsync();
        await db.Conversations.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(s => s
            .SetProperty(c => c.LastMessageId, c => db.Messages.Where(m => m.ConversationId == c.Id).Max(m => m.Id))
            .SetProperty(c => c.LastMessageAt, c => db.Messages.Where(m => m.ConversationId == c.Id).OrderByDescending(m => m.Id).Select(m => m.SentAt).First()));
        var seats = db.Participants.Where(p => ids.Contains(p.ConversationId));
        await seats.ExecuteUpdateAsync(s => s.SetProperty(p => p.LastMessageId, p => db.Messages.Where(m => m.ConversationId == p.ConversationId && m.Id <= p.LastMessageId).Max(m => (long?)m.Id) ?? 0));
        await seats.Where(p => p.LastReadId > p.LastMessageId).ExecuteUpdateAsync(s => s.SetProperty(p => p.LastReadId, p => p.LastMessageId));
        await seats.Where(p => p.Unread > 0).ExecuteUpdateAsync(s => s.SetProperty(p => p.Unread, p => db.Messages.Count(m =>
            m.ConversationId == p.ConversationId && m.Id > p.LastReadId && m.Id >= p.SinceId && m.SenderId != p.MemberId && m.Kind == MessageKind.Text && m.HeldAt == null
            && !db.Blocks.Any(b => (b.MemberId == p.MemberId && b.BlockedId == m.SenderId) || (b.MemberId == m.SenderId && b.BlockedId == p.MemberId)))));
    }
}
