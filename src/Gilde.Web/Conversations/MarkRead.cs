using Gilde.Web.Events;

namespace Gilde.Web.Conversations;

/// <summary>The viewer has seen a conversation up to a message.</summary>
public sealed class MarkRead(GildeDb db, IClock clock)
{
    /// <returns>False if the conversation does not exist for the viewer.</returns>
    public Task<bool> Execute(Viewer viewer, long conversationId, long seenId, CancellationToken stop = default) => db.Atomically(async () =>
    {
        await db.Lock(conversationId, stop);
        if (await db.ConversationsOf(viewer).SingleOrDefaultAsync(p => p.ConversationId == conversationId, stop) is not { } mine) return false;
        var seen = Math.Min(seenId, mine.LastMessageId);
        if (mine.Unread == 0 && seen <= mine.LastReadId) return true;
        mine.LastReadId = Math.Max(mine.LastReadId, seen);
        mine.Unread = await db.MessagesFor(viewer).CountAsync(m => m.ConversationId == conversationId && m.Id > mine.LastReadId && m.SenderId != viewer.Id && m.Kind == MessageKind.Text, stop);
        await db.UnreadNotices.Where(n => n.ConversationId == conversationId && n.MemberId == viewer.Id && n.MailedAt != null).ExecuteDeleteAsync(stop);
        db.Record(clock, EventKinds.ConversationRead, viewer.Id, parent: conversationId);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
