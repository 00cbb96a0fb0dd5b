using Gilde.Web.Contacts;
using Gilde.Web.Posts;

namespace Gilde.Web.Notifications;

/// <summary>One row of the stream as its member reads it.</summary>
public sealed record NotificationRow(long Id, NotificationKind Kind, string Text, string Href, Instant At, bool IsRead)
{
    /// <summary>Whose doing is the newest; their picture stands before the sentence. The viewer themselves where nobody did it.</summary>
    public required Person Newest { get; init; }
    /// <summary>How many more did it.</summary>
    public int Others { get; init; }
    /// <summary>The first words of the post or comment that it is about.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Marks it read and leads on to <see cref="Href"/>.</summary>
    public string Open => $"/notifications/{Id}";
}

/// <summary>A page of the stream; <see cref="After"/> is where the next begins, null at the end.</summary>
public sealed record NotificationsFound(IReadOnlyList<NotificationRow> Rows, string? After);

/// <summary>What a row is made of.</summary>
internal sealed record NotificationFacts
{
    public long Id { get; init; }
    public NotificationKind Kind { get; init; }
    public long SubjectId { get; init; }
    public long? PostId { get; init; }
    public Instant At { get; init; }
    public bool IsRead { get; init; }
    /// <summary>The newest two of those who did it, and how many there are in all, <see cref="MostCounted"/> at most.</summary>
    public long NewestId { get; init; }
    public long? SecondId { get; init; }
    public int People { get; init; }
    /// <summary>Somebody reacted otherwise than by a like.</summary>
    public bool IsMoreThanLiked { get; init; }
    /// <summary>How the newest reacted; looked up where they are alone.</summary>
    public ReactionKind Reaction { get; init; }

    /// <summary>The group that it is about.</summary>
    public GroupFact? Group { get; init; }

    public const int MostCounted = 100;
}
