using System.Text.Json.Serialization;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;

namespace Gilde.Web.Conversations;

/// <summary>One line of the list of conversations.</summary>
public sealed class ConversationRow
{
    public long Id { get; init; }
    public bool IsGroup { get; init; }
    /// <summary>The other person's, or the group's.</summary>
    public required string Name { get; init; }
    public string? Handle { get; init; }
    [JsonIgnore]
    public long? PersonId { get; init; }
    [JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => PictureId is { } id ? PictureAddress.Of(id, PictureSize.Small) : null;
    public int Unread { get; init; }
    public Instant? MutedAt { get; init; }
    public Instant? LeftAt { get; init; }
    /// <summary>The newest message that the viewer may see; the list is ordered by it.</summary>
    public long LastMessageId { get; init; }
    [JsonIgnore]
    public MessageKind? LastKind { get; init; }
    public Instant? LastAt { get; init; }
    public string? LastSender { get; init; }
    [JsonIgnore]
    public long? LastSenderId { get; init; }
    public string? LastText { get; set; }
    [JsonIgnore]
    public bool LastIsPicture { get; init; }
    [JsonIgnore]
    public bool LastIsRemoved { get; init; }
}

/// <summary>A page of conversations; <see cref="Next"/> is where it goes on, null at the end.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationRow> Rows, string? Next, bool PutAway);

public static class ConversationList
{
    public const int PageSize = 30;
    private const int MaxPreview = 160;

    public static async Task<ConversationPage> Load(GildeDb db, Viewer viewer, long? before, bool putAway = false, CancellationToken stop = default)
    {
        var seats = db.ConversationsOf(viewer).Where(p => putAway ? p.PutAwayAt != null : p.PutAwayAt == null);
        if (before is { } id) seats = seats.Where(p => p.LastMessageId < id);
        var rows = await db.ConversationRows(viewer, seats.OrderByDescending(p => p.LastMessageId).Take(PageSize + 1)).OrderByDescending(r => r.LastMessageId).ToListAsync(stop);
        var page = rows.Take(PageSize).Select(Shorten).ToList();
        var next = rows.Count > PageSize ? $"/messages?before={page[^1].LastMessageId}{(putAway ? "&box=away" : "")}" : null;
        return new(page, next, putAway);
    }

    /// <summary>One line, as it stands in the list.</summary>
    public static async Task<ConversationRow?> Row(GildeDb db, Viewer viewer, long conversationId, CancellationToken stop) =>
        await db.ConversationRows(viewer, db.ConversationsOf(viewer).Where(p => p.ConversationId == conversationId)).SingleOrDefaultAsync(stop) is { } row ? Shorten(row) : null;

    private static ConversationRow Shorten(ConversationRow row)
    {
        var text = Markdown.ToText(VisibleText.Cut(row.LastText ?? "", 2 * MaxPreview));
        row.LastText = text.Length > MaxPreview ? VisibleText.Cut(text, MaxPreview) + "…" : text;
        return row;
    }
}
