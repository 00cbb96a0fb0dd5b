using Gilde.Web.Groups;
using Gilde.Web.Posts;

namespace Gilde.Web.Notifications;

/// <summary>Everything that notifications say, in one place: the sentence of each kind, and what the topics are called.</summary>
internal static class NotificationWords
{
    /// <summary>One plain sentence without its full stop: on the page, as the subject of a mail, in a digest.</summary>
    public static string Sentence(Texts t, NotificationFacts f, string newest, string? second)
    {
        var (who, one) = (Who(t, f.People, newest, second), f.People == 1);
        return f.Kind switch
        {
            NotificationKind.ContactAsked => t["{0} asks you for contact", who],
            NotificationKind.ContactMade => one ? t["{0} is in contact with you now", who] : t["{0} are in contact with you now", who],
            NotificationKind.IntroductionAsked => t["{0} asks you for an introduction", who],
            NotificationKind.IntroductionAnswered => t["There is an answer to your request for an introduction"],
            NotificationKind.IntroductionThanked => t["{0} thanks you for an introduction", who],
            NotificationKind.Mentioned => one ? t["{0} mentions you", who] : t["{0} mention you", who],
            NotificationKind.PostCommented => one ? t["{0} comments on your post", who] : t["{0} comment on your post", who],
            NotificationKind.CommentAnswered => one ? t["{0} answers your comment", who] : t["{0} answer your comment", who],
            NotificationKind.PostReacted => one ? OnPost(t, f.Reaction, who) : f.IsMoreThanLiked ? t["{0} react to your post", who] : t["{0} like your post", who],
            NotificationKind.CommentReacted => one ? OnComment(t, f.Reaction, who) : f.IsMoreThanLiked ? t["{0} react to your comment", who] : t["{0} like your comment", who],
            NotificationKind.PostShared => one ? t["{0} shares your post", who] : t["{0} share your post", who],
            NotificationKind.Followed => one ? t["{0} follows you", who] : t["{0} follow you", who],
            NotificationKind.PollClosed => t["Your poll has ended"],
            NotificationKind.GroupAsked => one ? t["{0} asks to join “{1}”", who, f.Group!.Name] : t["{0} ask to join “{1}”", who, f.Group!.Name],
            NotificationKind.GroupInvited => one ? t["{0} invites you to “{1}”", who, f.Group!.Name] : t["{0} invite you to “{1}”", who, f.Group!.Name],
            NotificationKind.GroupLetIn => t["You belong to “{0}” now", f.Group!.Name],
            NotificationKind.PostHeld => one ? t["A post by {0} waits for you in “{1}”", who, f.Group!.Name] : t["Posts by {0} wait for you in “{1}”", who, f.Group!.Name],
            NotificationKind.PostReleased => t["Your post in “{0}” is published now", f.Group!.Name],
            NotificationKind.PostDeclined => t["Your post in “{0}” was not let through", f.Group!.Name],
            NotificationKind.GroupRole => t["Your role in “{0}” is now: {1}", f.Group!.Name, GroupWords.Role(t, f.Group.Role ?? GroupRole.Member)],
        };
    }

    /// <summary>"Anna Berger", "Anna Berger and Ben Kontakt", "Anna Berger and 3 others".</summary>
    private static string Who(Texts t, int people, string newest, string? second) => people switch
    {
        1 => newest,
        2 when second is not null => t["{0} and {1}", newest, second],
        >= NotificationFacts.MostCounted => t["{0} and many others", newest],
        _ => people == 2 ? t["{0} and another", newest] : t["{0} and {1} others", newest, people - 1],
    };

    private static string OnPost(Texts t, ReactionKind reaction, string who) => reaction switch
    {
        ReactionKind.Helpful => t["{0} finds your post helpful", who],
        ReactionKind.Congratulations => t["{0} congratulates you on your post", who],
        ReactionKind.Condolence => t["{0} sends condolences on your post", who],
        _ => t["{0} likes your post", who],
    };

    private static string OnComment(Texts t, ReactionKind reaction, string who) => reaction switch
    {
        ReactionKind.Helpful => t["{0} finds your comment helpful", who],
        ReactionKind.Congratulations => t["{0} congratulates you on your comment", who],
        ReactionKind.Condolence => t["{0} sends condolences on your comment", who],
        _ => t["{0} likes your comment", who],
    };

    public static (string Label, string Hint) Topic(Texts t, NotificationTopic topic) => topic switch
    {
        NotificationTopic.UnreadMessages => (t["Unread messages"], t["If you were away for ten minutes. One mail per conversation until you read it, without its text."]),
        NotificationTopic.ContactRequests => (t["Requests for contact"], t["Who asks and why."]),
        NotificationTopic.Introductions => (t["Introductions"], t["What waits for your answer, what has arrived, and thanks."]),
        NotificationTopic.Mentions => (t["Mentions"], t["Somebody names you in a post or a comment."]),
        NotificationTopic.Comments => (t["Comments and answers"], t["On your posts, and to your comments."]),
        NotificationTopic.Reactions => (t["Reactions"], t["To your posts and comments."]),
        NotificationTopic.Shares => (t["Shared posts"], t["Somebody passes your post on."]),
        NotificationTopic.NewContacts => (t["New contacts"], t["Somebody has accepted your request."]),
        NotificationTopic.Followers => (t["Followers"], t["Somebody reads what you say to everybody."]),
        NotificationTopic.Polls => (t["Polls"], t["Your poll has ended."]),
        NotificationTopic.Groups => (t["Groups"], t["Invitations, requests to join, what you are in a group, and posts that wait there."]),
    };

    public static string Timing(Texts t, MailTiming timing) => timing switch
    {
        MailTiming.AtOnce => t["at once"],
        MailTiming.Daily => t["every day"],
        MailTiming.Weekly => t["every week"],
        MailTiming.Never => t["never"],
    };
}
