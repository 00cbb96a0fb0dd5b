using Gilde.Web.Contacts;
using Gilde.Web.Introductions;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Notifications;

/// <summary>Where a notification leads.</summary>
internal static class NotificationAddresses
{
    public static string Of(NotificationFacts f, Person newest, NotificationActor? doing) => f.Kind switch
    {
        NotificationKind.ContactAsked => "/contacts/requests",
        NotificationKind.ContactMade or NotificationKind.Followed => newest.Href,
        NotificationKind.IntroductionAsked or NotificationKind.IntroductionAnswered or NotificationKind.IntroductionThanked => IntroductionAddresses.One(f.SubjectId),
        NotificationKind.PostShared when f.People == 1 && doing?.PostId is { } share => $"/posts/{share}",
        NotificationKind.GroupAsked => $"/groups/{f.Group!.Slug}/requests",
        NotificationKind.PostHeld => $"/groups/{f.Group!.Slug}/queue",
        // There the author reads why.
        NotificationKind.GroupInvited or NotificationKind.GroupLetIn or NotificationKind.GroupRole or NotificationKind.PostDeclined => $"/groups/{f.Group!.Slug}",
        NotificationKind.CommentReacted => CommentRow.Address(f.PostId ?? 0, f.SubjectId),
        _ when doing?.CommentId is { } comment => CommentRow.Address(f.PostId ?? 0, comment),
        _ => $"/posts/{f.PostId}",
    };
}
