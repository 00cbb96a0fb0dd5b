using System.Text.Json.Serialization;
using Gilde.Web.Pictures;

namespace Gilde.Web.Conversations;

/// <summary>What a thread is about, for one viewer.</summary>
public sealed class ThreadHead
{
    public long Id { get; init; }
    public bool IsGroup { get; init; }
    public required string Title { get; init; }
    public int Unread { get; init; }
    public long LastReadId { get; init; }
    public Instant? MutedAt { get; init; }
    public Instant? LeftAt { get; init; }
    public Instant? PutAwayAt { get; init; }
    /// <summary>Everybody in it whom the viewer may see, the viewer too.</summary>
    public IReadOnlyList<ThreadPerson> People { get; set; } = [];

    /// <summary>The other one, in a talk of two.</summary>
    public ThreadPerson? Other(Viewer viewer) => IsGroup ? null : People.First(p => p.Id != viewer.Id);

    public string Name(Viewer viewer) => Other(viewer)?.Name ?? Title;

    public IEnumerable<ThreadPerson> Present => People.Where(p => p.LeftAt is null);

    public Writing Writing(Viewer viewer) => Other(viewer) is not { } other ? Conversations.Writing.Freely : FirstContact.Decide(other.IsContact, other.HasWritten, other.WasFirstWrittenTo);

    /// <summary>How far the other one has read, in a talk of two; a stranger does not learn whether a first message was read.</summary>
    public long ReadUntil(Viewer viewer) => Other(viewer) is { } other && (other.IsContact || other.HasWritten) ? other.LastReadId : 0;

    /// <summary>A stranger has written, and the viewer has not answered.</summary>
    public bool IsFromStranger(Viewer viewer) => Other(viewer) is { WroteFirst: true, IsContact: false } && !People.First(p => p.Id == viewer.Id).HasWritten;
}

public sealed class ThreadPerson
{
    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Handle { get; init; }
    public required string Headline { get; init; }
    public long? PictureId { get; init; }
    public Instant? LeftAt { get; init; }
    public long LastReadId { get; init; }
    public bool IsContact { get; init; }
    public bool HasWritten { get; init; }
    public bool WasFirstWrittenTo { get; init; }
    public bool WroteFirst { get; init; }

    public string? Picture => PictureId is { } id ? PictureAddress.Of(id, PictureSize.Small) : null;
}

public sealed class ThreadMessage
{
    public long Id { get; init; }
    public long ConversationId { get; init; }
    public MessageKind Kind { get; init; }
    public long SenderId { get; init; }
    public required string Sender { get; init; }
    public required string Handle { get; init; }
    [JsonIgnore]
    public long? SenderPictureId { get; init; }
    public required string Text { get; init; }
    /// <summary>Why a stranger writes; set on first messages alone.</summary>
    public string? Reason { get; init; }
    [JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => PictureId is { } id ? PictureAddress.Of(id, PictureSize.Large) : null;
    public required string PictureText { get; init; }
    public Instant SentAt { get; init; }
    public Instant? RemovedAt { get; init; }
    [JsonIgnore]
    public bool IsRemovedBySender { get; init; }
    /// <summary>Why a moderator removed it; for its author alone.</summary>
    public string? Statement { get; init; }
    [JsonIgnore]
    public bool HasSubject { get; init; }
    /// <summary>Who was added or passed the introduction on, in the note of it; null where they do not exist for the viewer.</summary>
    public string? Subject { get; init; }
}

/// <summary>A page of a thread, oldest first; <see cref="Earlier"/> leads to what came before.</summary>
public sealed record ThreadView(ThreadHead Head, IReadOnlyList<ThreadMessage> Messages, string? Earlier, long? Before)
{
    public const int PageSize = 50;

    public bool IsLatest => Before is null;

    /// <param name="before">Messages older than this one; null for the newest.</param>
    public static async Task<ThreadView?> Load(GildeDb db, Viewer viewer, long conversationId, long? before = null, CancellationToken stop = default)
    {
        if (await db.ThreadHead(viewer, conversationId, stop) is not { } head) return null;
        var messages = db.MessagesFor(viewer).Where(m => m.ConversationId == conversationId);
        if (before is { } id) messages = messages.Where(m => m.Id < id);
        var found = await db.ThreadMessages(viewer, messages).OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).Reverse().ToList();
        return new(head, page, found.Count > PageSize ? $"/messages/{conversationId}?before={page[0].Id}" : null, before);
    }
}
