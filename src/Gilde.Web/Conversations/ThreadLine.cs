namespace Gilde.Web.Conversations;

/// <summary>A message with what its place in the thread adds: a new day before it, the unread line, whether it goes on from the one above.</summary>
public sealed record ThreadLine(ThreadMessage Message, LocalDate? NewDay, bool IsFirstUnread, bool Follows)
{
    private static readonly Duration Together = Duration.FromMinutes(5);

    /// <param name="lastReadId">The unread line stands before the first message of others after this one; null for none.</param>
    public static IEnumerable<ThreadLine> Of(Viewer viewer, IEnumerable<ThreadMessage> messages, long? lastReadId)
    {
        ThreadMessage? above = null;
        var unread = false;
        foreach (var message in messages)
        {
            var day = message.SentAt.InZone(viewer.Zone).Date;
            var newDay = above is null || above.SentAt.InZone(viewer.Zone).Date != day;
            var isFirstUnread = !unread && lastReadId is { } read && message.Id > read && message.SenderId != viewer.Id && message.Kind == MessageKind.Text;
            unread |= isFirstUnread;
            var follows = !newDay && !isFirstUnread && above is { Kind: MessageKind.Text } && message.Kind == MessageKind.Text && above.SenderId == message.SenderId && message.SentAt - above.SentAt < Together;
            yield return new(message, newDay ? day : null, isFirstUnread, follows);
            above = message;
        }
    }
}
