namespace Gilde.Web.Notifications;

/// <summary>What a member chooses about: kinds that people think of as one. Stored by number: new ones at the end.</summary>
public enum NotificationTopic { UnreadMessages, ContactRequests, Introductions, Mentions, Comments, Reactions, Shares, NewContacts, Followers, Polls, Groups }

/// <summary>When a member wants mail about a topic.</summary>
public enum MailTiming { AtOnce, Daily, Weekly, Never }

/// <summary>What a member has chosen for a topic; without a row it is <see cref="NotificationTopics.Default"/>.</summary>
public sealed class NotificationChoice
{
    public long MemberId { get; init; }
    public NotificationTopic Topic { get; init; }
    public bool OnPage { get; set; }
    public MailTiming Mail { get; set; }
    public Instant At { get; set; }
}

public static class NotificationTopics
{
    /// <summary>Calm: mail at once for what waits for an answer, reactions on the page alone, the rest once a week.</summary>
    public static MailTiming Default(NotificationTopic topic) => topic switch
    {
        NotificationTopic.UnreadMessages or NotificationTopic.ContactRequests or NotificationTopic.Introductions or NotificationTopic.Mentions or NotificationTopic.Comments or NotificationTopic.Groups => MailTiming.AtOnce,
        NotificationTopic.Reactions => MailTiming.Never,
        _ => MailTiming.Weekly,
    };

    /// <summary>Messages have their own count beside the bell.</summary>
    public static bool HasPage(NotificationTopic topic) => topic != NotificationTopic.UnreadMessages;

    public static NotificationTopic Topic(this NotificationKind kind) => kind switch
    {
        NotificationKind.ContactAsked => NotificationTopic.ContactRequests,
        NotificationKind.ContactMade => NotificationTopic.NewContacts,
        NotificationKind.IntroductionAsked or NotificationKind.IntroductionAnswered or NotificationKind.IntroductionThanked => NotificationTopic.Introductions,
        NotificationKind.Mentioned => NotificationTopic.Mentions,
        NotificationKind.PostCommented or NotificationKind.CommentAnswered => NotificationTopic.Comments,
        NotificationKind.PostReacted or NotificationKind.CommentReacted => NotificationTopic.Reactions,
        NotificationKind.PostShared => NotificationTopic.Shares,
        NotificationKind.Followed => NotificationTopic.Followers,
        NotificationKind.PollClosed => NotificationTopic.Polls,
        NotificationKind.GroupAsked or NotificationKind.GroupInvited or NotificationKind.GroupLetIn or NotificationKind.GroupRole
            or NotificationKind.PostHeld or NotificationKind.PostReleased or NotificationKind.PostDeclined => NotificationTopic.Groups,
    };
}
