namespace Gilde.Web.Notifications;

/// <summary>What happened, as the one it is told sees it. Stored by number: new ones at the end.</summary>
public enum NotificationKind
{
    ContactAsked, ContactMade, IntroductionAsked, IntroductionAnswered, IntroductionThanked, Mentioned, PostCommented, CommentAnswered, PostReacted, CommentReacted,
    PostShared, Followed, PollClosed, GroupAsked, GroupInvited, GroupLetIn, GroupRole, PostHeld, PostReleased, PostDeclined,
}

/// <summary>
/// One row of a member's stream: what belongs together, such as all who like one post, from the first until it is read. What comes after that begins a new one.
/// Whether it still holds for its member is asked whenever it is shown, counted or mailed (<see cref="NotificationScopes"/>).
/// </summary>
public sealed class Notification
{
    public static readonly Duration Kept = Duration.FromDays(90);

    public long Id { get; private set; }
    public long MemberId { get; init; }
    public NotificationKind Kind { get; init; }
    /// <summary>What it is about, by kind: the post, the own comment, the request, the introduction, the group; 0 where the kind says all.</summary>
    public long SubjectId { get; init; }
    /// <summary>The post that its member has to be able to read.</summary>
    public long? PostId { get; init; }
    /// <summary>Of the newest that belongs to it.</summary>
    public Instant At { get; set; }
    /// <summary>On the member's page, and not only in their mails.</summary>
    public bool OnPage { get; init; }
    public Instant? ReadAt { get; set; }
    /// <summary>Set while a mail about it is planned.</summary>
    public Instant? MailDueAt { get; set; }
    /// <summary>When it last went out by mail. Alone it does once until it is read; in a digest again when something has come to it.</summary>
    public Instant? MailedAt { get; set; }
}

/// <summary>Somebody whose doing a notification tells. Where nobody did it (a poll has closed) it is its own member.</summary>
public sealed class NotificationActor
{
    public long NotificationId { get; init; }
    public long ActorId { get; init; }
    /// <summary>The newest of theirs in the event log.</summary>
    public long EventId { get; set; }
    public Instant At { get; set; }
    /// <summary>The newest comment with which they did it.</summary>
    public long? CommentId { get; set; }
    /// <summary>The newest post with which they did it.</summary>
    public long? PostId { get; set; }
}
