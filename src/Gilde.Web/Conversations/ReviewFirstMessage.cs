using Gilde.Web.Admin;

namespace Gilde.Web.Conversations;

/// <summary>A moderator lets a held first message through, or drops it. The sender learns neither.</summary>
public sealed class ReviewFirstMessage(GildeDb db, IClock clock)
{
    /// <returns>False if nothing is held under this id any more, or it is the moderator's own matter.</returns>
    public async Task<bool> Execute(Viewer moderator, long messageId, bool release, CancellationToken stop = default) => await db.Atomically(async () =>
    {
        if (await db.HeldMessages(moderator).AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, stop) is not { } found) return false;
        var conversation = (await db.Lock(found.ConversationId, stop))!;
        if (await db.HeldMessages(moderator).SingleOrDefaultAsync(m => m.Id == messageId, stop) is not { } message) return false;
        db.Add(new HeldDecision { MessageId = messageId, ById = moderator.Id, At = clock.GetCurrentInstant(), Released = release });
        db.Audit(clock, moderator.Id, AuditAction.ReportDecided, message.SenderId, $"first message {messageId} {(release ? "released" : "dropped")}");
        if (release)
        {
            message.HeldAt = null;
            await Delivery.ShowTo(db.ParticipantsIn(conversation.Id).Where(p => p.LeftAt == null), messageId, stop);
            await db.Announce(clock, conversation, message, stop);
        }
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
