namespace Gilde.Web.Conversations;

/// <summary>What a line of a thread is: somebody's words, or a note of what happened.</summary>
public enum MessageKind { Text, Started, Added, Left, Renamed, Introduced }

public sealed class Message
{
    /// <summary>How long a sender may take back what they wrote.</summary>
    public static readonly Duration RemovableFor = Duration.FromMinutes(10);

    public long Id { get; private set; }
    public long ConversationId { get; init; }
    public long SenderId { get; init; }
    public MessageKind Kind { get; init; }
    /// <summary>Markdown; of a first message plain text, of a note the new title, or what the one who introduced the two added. Empty once removed.</summary>
    public required string Body { get; set; }
    public Instant SentAt { get; init; }
    public long? PictureId { get; set; }
    /// <summary>What the picture shows, for who cannot see it.</summary>
    public string PictureText { get; set; } = "";
    /// <summary>Who was added to the group, or passed the introduction on.</summary>
    public long? SubjectId { get; init; }
    /// <summary>Set while a moderator has yet to look at it, or has dropped it: only the sender sees the message.</summary>
    public Instant? HeldAt { get; set; }
    public Instant? RemovedAt { get; private set; }
    /// <summary>The sender, or the moderator who decided.</summary>
    public long? RemovedById { get; private set; }

    public bool IsRemovableBy(long memberId, Instant now) =>
        Kind == MessageKind.Text && SenderId == memberId && RemovedAt is null && now - SentAt <= RemovableFor;

    /// <summary>Takes the words away; that there was a message stays visible.</summary>
    public void Remove(long by, Instant now) => (Body, PictureId, PictureText, RemovedAt, RemovedById) = ("", null, "", now, by);

    /// <summary>Gives the words back that a moderator took away, after an appeal; a picture is gone for good.</summary>
    public void Restore(string body) => (Body, RemovedAt, RemovedById) = (body, null, null);
}
