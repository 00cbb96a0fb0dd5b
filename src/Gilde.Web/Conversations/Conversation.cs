namespace Gilde.Web.Conversations;

/// <summary>A talk of two, or of a small group. What happens in it takes turns: see <see cref="ConversationScopes.Lock"/>.</summary>
public sealed class Conversation
{
    public const int MaxParticipants = 20;
    public const int MaxTitle = 80;

    public long Id { get; private set; }
    /// <summary>For a talk of two: <c>low:high</c> member ids, unique. Null for a group.</summary>
    public string? DirectKey { get; init; }
    public string Title { get; set; } = "";
    public long StartedById { get; init; }
    public Instant StartedAt { get; init; }
    /// <summary>Newest of all its messages; what one participant may see says <see cref="Participant.LastMessageId"/>.</summary>
    public long LastMessageId { get; set; }
    public Instant LastMessageAt { get; set; }

    public bool IsGroup => DirectKey is null;

    public static Conversation Between(long starter, long other, Instant now) => new() { DirectKey = KeyFor(starter, other), StartedById = starter, StartedAt = now };

    public static Conversation Group(string title, long starter, Instant now) => new() { Title = title, StartedById = starter, StartedAt = now };

    public static string KeyFor(long a, long b) => a < b ? $"{a}:{b}" : $"{b}:{a}";
}
