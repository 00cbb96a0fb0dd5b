using Gilde.Web.Events;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Conversations;

/// <summary>New messages, removed ones, read marks and changes of groups, on the open pages of who takes part.</summary>
public sealed class ConversationLive(IClock clock) : ILiveUpdate
{
    private const int MaxMarks = 5;

    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.MessageSent, EventKinds.MessageRemoved, EventKinds.ConversationRead, EventKinds.ConversationChanged];

    public async Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var conversations = events.Select(e => e.ParentId).OfType<long>().Distinct().ToList();
        var seats = (await db.SeatsIn(conversations, members).ToListAsync(stop)).ToLookup(s => s.ConversationId, s => s.MemberId);
        return events.SelectMany(e => seats[e.ParentId ?? 0].Select(member => (e, member))).ToList();
    }

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        var (conversation, message) = (e.ParentId ?? 0, e.ObjectId ?? 0);
        switch (e.Kind)
        {
            case EventKinds.MessageSent:
                await Show(page, conversation, message, stop);
                break;
            case EventKinds.MessageRemoved:
                if (await Line(page, conversation, message, stop) is { } removed) await page.Replace<MessageLine>($"message-{message}", Parameters(page, removed, bare: true));
                await Redraw(page, conversation, stop);
                break;
            case EventKinds.ConversationRead when e.ActorId == page.Viewer.Id:
                page.CountsChanged();
                await Redraw(page, conversation, stop);
                break;
            case EventKinds.ConversationRead:
                await MarkRead(page, conversation, stop);
                break;
            case EventKinds.ConversationChanged:
                if (await page.Db.ThreadHead(page.Viewer, conversation, stop) is { } head) await page.Replace<ThreadBar>($"thread-bar-{conversation}", new { page.Viewer, Head = head });
                await Redraw(page, conversation, stop);
                break;
        }
    }

    /// <summary>The message in its thread, its conversation at the top of the list.</summary>
    public async Task Show(LivePage page, long conversationId, long messageId, CancellationToken stop)
    {
        if (await Line(page, conversationId, messageId, stop) is not { } line) return;
        await page.Append<MessageLine>($"thread-{conversationId}", Parameters(page, line));
        if (await ConversationList.Row(page.Db, page.Viewer, conversationId, stop) is not { } row) return;
        page.Remove($"conversation-{conversationId}");
        await page.Prepend<ConversationLine>("conversations", new { page.Viewer, Row = row, Now = clock.GetCurrentInstant() });
        page.CountsChanged();
    }

    /// <summary>The line of the list where it stands.</summary>
    private async Task Redraw(LivePage page, long conversationId, CancellationToken stop)
    {
        if (await ConversationList.Row(page.Db, page.Viewer, conversationId, stop) is { } row)
            await page.Replace<ConversationLine>($"conversation-{conversationId}", new { page.Viewer, Row = row, Now = clock.GetCurrentInstant() });
    }

    /// <summary>The viewer's newest messages, now that the other one has seen them.</summary>
    private async Task MarkRead(LivePage page, long conversationId, CancellationToken stop)
    {
        if (await page.Db.ThreadHead(page.Viewer, conversationId, stop) is not { IsGroup: false } head) return;
        var until = head.ReadUntil(page.Viewer);
        var mine = page.Db.MessagesFor(page.Viewer).Where(m => m.ConversationId == conversationId && m.SenderId == page.Viewer.Id && m.Id <= until && m.Kind == MessageKind.Text && m.RemovedAt == null);
        var newest = await page.Db.ThreadMessages(page.Viewer, mine).OrderByDescending(m => m.Id).Take(MaxMarks).ToListAsync(stop);
        foreach (var line in ThreadLine.Of(page.Viewer, newest.AsEnumerable().Reverse(), null))
            await page.Replace<MessageLine>($"message-{line.Message.Id}", Parameters(page, line, bare: true, isRead: true));
    }

    /// <summary>A message as it stands after the one before it; null if the viewer may not see it.</summary>
    private static async Task<ThreadLine?> Line(LivePage page, long conversationId, long messageId, CancellationToken stop)
    {
        var messages = page.Db.MessagesFor(page.Viewer).Where(m => m.ConversationId == conversationId && m.Id <= messageId);
        var found = await page.Db.ThreadMessages(page.Viewer, messages).OrderByDescending(m => m.Id).Take(2).ToListAsync(stop);
        return found is [{ Id: var newest }, ..] && newest == messageId ? ThreadLine.Of(page.Viewer, found.AsEnumerable().Reverse(), null).Last() : null;
    }

    private object Parameters(LivePage page, ThreadLine line, bool bare = false, bool isRead = false) =>
        new { page.Viewer, Line = line, Bare = bare, IsRead = isRead, Now = clock.GetCurrentInstant() };
}
