using Gilde.Web.Formats;

namespace Gilde.Web.Conversations;

/// <summary>A message that was found, newest first.</summary>
public sealed record FoundMessage(long Id, long ConversationId, string Conversation, string Sender, Instant SentAt, string Text);

/// <summary>A page of what was found; <see cref="Next"/> is where it goes on.</summary>
public sealed record MessageSearchPage(string Query, IReadOnlyList<string> Words, IReadOnlyList<FoundMessage> Found, string? Next);

/// <summary>Search inside one's own messages.</summary>
public static class MessageSearch
{
    public const int PageSize = 20;
    public const int MaxQuery = 200;

    public static async Task<MessageSearchPage> Load(GildeDb db, Viewer viewer, string? q, long? before, CancellationToken stop)
    {
        var query = VisibleText.Cut((q ?? "").Trim(), MaxQuery);
        var words = MessageWords.Of(query);
        if (words.Count == 0) return new(query, words, [], null);
        var conversations = await db.ConversationsOf(viewer).Select(p => p.ConversationId).ToListAsync(stop);
        var messages = db.MessagesWith(viewer, conversations, words).Where(m => m.Kind == MessageKind.Text && m.RemovedAt == null);
        if (before is { } id) messages = messages.Where(m => m.Id < id);
        var found = await db.ThreadMessages(viewer, messages).OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).ToList();
        var ids = page.Select(m => m.ConversationId).Distinct().ToList();
        var names = await db.ConversationRows(viewer, db.ConversationsOf(viewer).Where(p => ids.Contains(p.ConversationId))).ToDictionaryAsync(r => r.Id, r => r.Name, stop);
        return new(query, words, page.Select(m => new FoundMessage(m.Id, m.ConversationId, names[m.ConversationId], m.Sender, m.SentAt, Text(m))).ToList(),
            found.Count > PageSize ? $"/messages/search?q={Uri.EscapeDataString(query)}&before={page[^1].Id}" : null);
    }

    private static string Text(ThreadMessage message)
    {
        var text = message.Reason is null ? Markdown.ToText(message.Text) : $"{message.Reason} · {message.Text}";
        return message.PictureText.Length > 0 ? $"{text} {message.PictureText}".Trim() : text;
    }
}
