using NodaTime;

namespace Gilde.Web.Conversations;

public sealed class Conversation
{
    public const int MaxParticipants = 20;

    public long Id { get; private set; }
    /// <summary>For a talk of two: <c>low:high</c> member ids, unique. Null for a group.</summary>
    public string? DirectKey { get; init; }
    public string Title { get; set; } = "";
    public long StartedById { get; init; }
    public Instant StartedAt { get; init; }
    public long LastMessageId { get; set; }
    public Instant LastMessageAt { get; set; }

    public bool IsGroup => DirectKey is null;

    public static string KeyFor(long a, long b) => a < b ? $"{a}:{b}" : $"{b}:{a}";
}

public sealed class Participant
{
    public long ConversationId { get; init; }
    public long MemberId { get; init; }
    public Instant JoinedAt { get; init; }
    public Instant? LeftAt { get; set; }
    public Instant? MutedAt { get; set; }
    /// <summary>Newest message the member has seen.</summary>
    public long LastReadId { get; set; }
    /// <summary>Messages of others after <see cref="LastReadId"/>; kept so that lists and badges need no count.</summary>
    public int Unread { get; set; }
}

public sealed class Message
{
    public long Id { get; private set; }
    public long ConversationId { get; init; }
    public long SenderId { get; init; }
    /// <summary>Markdown.</summary>
    public required string Body { get; init; }
    public Instant SentAt { get; init; }
    public long? PictureId { get; init; }
}
