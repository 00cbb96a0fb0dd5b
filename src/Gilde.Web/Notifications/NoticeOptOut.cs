namespace Gilde.Web.Notifications;

/// <summary>What Gilde may tell a member by mail.</summary>
public enum NoticeKind { UnreadMessages, ContactRequests, Introductions }

/// <summary>A member wants no mail of this kind. Without a row they get it.</summary>
public sealed class NoticeOptOut
{
    public long MemberId { get; init; }
    public NoticeKind Kind { get; init; }
    public Instant At { get; init; }
}
