namespace Gilde.Web.Conversations;

/// <summary>Keeps the viewer's own list in order: muted, put away. Nobody else notices.</summary>
public sealed class Tidy(GildeDb db, IClock clock)
{
    public Task<bool> Mute(Viewer viewer, long conversationId, bool on, CancellationToken stop = default) =>
        Change(viewer, conversationId, p => p.MutedAt = on ? p.MutedAt ?? clock.GetCurrentInstant() : null, stop);

    public Task<bool> PutAway(Viewer viewer, long conversationId, bool on, CancellationToken stop = default) =>
        Change(viewer, conversationId, p => p.PutAwayAt = on ? p.PutAwayAt ?? clock.GetCurrentInstant() : null, stop);

    private Task<bool> Change(Viewer viewer, long conversationId, Action<Participant> change, CancellationToken stop) => db.Atomically(async () =>
    {
        await db.Lock(conversationId, stop);
        if (await db.ConversationsOf(viewer).SingleOrDefaultAsync(p => p.ConversationId == conversationId, stop) is not { } mine) return false;
        change(mine);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
