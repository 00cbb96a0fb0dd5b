using Gilde.Web.Events;

namespace Gilde.Web.Conversations;

public enum Removal { Removed, NotFound, TooLate }

/// <summary>Takes back what the viewer wrote, within ten minutes. That there was a message stays visible.</summary>
public sealed class RemoveMessage(GildeDb db, IClock clock)
{
    public Task<Removal> Execute(Viewer viewer, long messageId, CancellationToken stop = default) => db.Atomically(async () =>
    {
        var message = await db.MessagesFor(viewer).SingleOrDefaultAsync(m => m.Id == messageId && m.SenderId == viewer.Id && m.Kind == MessageKind.Text && m.RemovedAt == null, stop);
        if (message is null) return Removal.NotFound;
        var now = clock.GetCurrentInstant();
        if (!message.IsRemovableBy(viewer.Id, now)) return Removal.TooLate;
        await db.Erase(clock, message, viewer.Id, stop);
        db.Record(clock, EventKinds.MessageRemoved, viewer.Id, subject: message.Id, parent: message.ConversationId);
        await db.SaveChangesAsync(stop);
        return Removal.Removed;
    }, stop);
}
