using Gilde.Web.Contacts;
using Gilde.Web.Groups;
using Gilde.Web.Introductions;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Notifications;

/// <summary>Which notifications hold for their members: nothing tells of what its member may not see, or of what is over or taken back.</summary>
public static class NotificationScopes
{
    /// <summary>What concerns only who belongs to the group that it is about.</summary>
    private static readonly NotificationKind[] OfMembers =
        [NotificationKind.GroupAsked, NotificationKind.GroupLetIn, NotificationKind.GroupRole, NotificationKind.PostHeld, NotificationKind.PostReleased, NotificationKind.PostDeclined];

    /// <summary>The viewer's stream.</summary>
    public static IQueryable<Notification> NotificationsOf(this GildeDb db, Viewer viewer) => db.Notifications.Where(n => n.MemberId == viewer.Id && n.OnPage).Standing(db);

    /// <summary>One of the viewer's, on their page or in their mails alone.</summary>
    internal static IQueryable<Notification> NotificationOf(this GildeDb db, Viewer viewer, long id) => db.Notifications.Where(n => n.Id == id && n.MemberId == viewer.Id).Standing(db);

    /// <summary>The viewer's own that they have not read, whether they still hold or not: for marking them.</summary>
    internal static IQueryable<Notification> UnreadOf(this GildeDb db, Viewer viewer) => db.Notifications.Where(n => n.MemberId == viewer.Id && n.ReadAt == null);

    /// <summary>Of these notifications those that hold now, each for its own member.</summary>
    internal static IQueryable<Notification> Standing(this IQueryable<Notification> notifications, GildeDb db)
    {
        var (actors, readings, comments, heard) = (db.StandingActors(), db.Readings(), db.CommentReadings(), db.Hearings());
        return notifications.Where(n => actors.Any(a => a.NotificationId == n.Id)
            && (n.PostId == null || readings.Any(r => r.PostId == n.PostId && r.ReaderId == n.MemberId))
            && ((n.Kind != NotificationKind.CommentAnswered && n.Kind != NotificationKind.CommentReacted) || comments.Any(c => c.CommentId == n.SubjectId && c.ReaderId == n.MemberId))
            && (n.Kind != NotificationKind.ContactAsked || db.ContactRequests.Any(r => r.Id == n.SubjectId && r.AcceptedAt == null && r.WithdrawnAt == null && r.DeclinedAt == null))
            && (n.Kind != NotificationKind.IntroductionAsked || db.Introductions.Any(i => i.Id == n.SubjectId && i.HolderId == n.MemberId
                && heard.Any(h => h.TalkerId == i.RequesterId && h.ListenerId == n.MemberId) && (i.IsOutside || heard.Any(h => h.TalkerId == i.TargetId && h.ListenerId == n.MemberId))))
            && (!OfMembers.Contains(n.Kind) || db.GroupMembers.Any(m => m.GroupId == n.SubjectId && m.MemberId == n.MemberId
                && ((n.Kind != NotificationKind.GroupAsked && n.Kind != NotificationKind.PostHeld) || m.Role >= GroupRole.Moderator))));
    }

    /// <summary>Those behind notifications whose doing stands and whom the notification's member gets to see.</summary>
    internal static IQueryable<NotificationActor> StandingActors(this GildeDb db)
    {
        var (heard, readings, comments, invited) = (db.Hearings(), db.Readings(), db.CommentReadings(), db.StandingInvitations());
        return from a in db.NotificationActors
               join n in db.Notifications on a.NotificationId equals n.Id
               where heard.Any(h => h.TalkerId == a.ActorId && h.ListenerId == n.MemberId)
                   && (a.PostId == null || readings.Any(r => r.PostId == a.PostId && r.ReaderId == n.MemberId))
                   && (a.CommentId == null || comments.Any(c => c.CommentId == a.CommentId && c.ReaderId == n.MemberId))
                   && (n.Kind != NotificationKind.PostReacted || db.Reactions.Any(r => r.PostId == n.SubjectId && r.MemberId == a.ActorId))
                   && (n.Kind != NotificationKind.CommentReacted || db.CommentReactions.Any(r => r.CommentId == n.SubjectId && r.MemberId == a.ActorId))
                   && (n.Kind != NotificationKind.ContactMade || db.Contacts.Any(c => c.OwnerId == n.MemberId && c.OtherId == a.ActorId))
                   && (n.Kind != NotificationKind.GroupAsked || db.GroupRequests.Any(r => r.GroupId == n.SubjectId && r.MemberId == a.ActorId && r.WithdrawnAt == null && r.DeclinedAt == null))
                   && (n.Kind != NotificationKind.PostHeld || db.Posts.Any(p => p.GroupId == n.SubjectId && p.AuthorId == a.ActorId && p.HeldAt != null && p.RemovedAt == null && !db.PostDeclines.Any(d => d.PostId == p.Id)))
                   && (n.Kind != NotificationKind.GroupInvited || invited.Any(i => i.GroupId == n.SubjectId && i.MemberId == n.MemberId && i.ById == a.ActorId))
                   && (n.Kind != NotificationKind.Followed || db.MemberFollows.Any(f => f.FollowerId == a.ActorId && f.FollowedId == n.MemberId))
               select a;
    }

    /// <summary>What the rows of these notifications are made of, in their order; they must hold.</summary>
    internal static IQueryable<NotificationFacts> FactsOf(this GildeDb db, IQueryable<Notification> notifications)
    {
        var actors = db.StandingActors();
        return notifications.AsNoTracking().Select(n => new NotificationFacts
        {
            Id = n.Id, Kind = n.Kind, SubjectId = n.SubjectId, PostId = n.PostId, At = n.At, IsRead = n.ReadAt != null,
            NewestId = actors.Where(a => a.NotificationId == n.Id).OrderByDescending(a => a.EventId).Select(a => a.ActorId).FirstOrDefault(),
            SecondId = actors.Where(a => a.NotificationId == n.Id).OrderByDescending(a => a.EventId).Skip(1).Select(a => (long?)a.ActorId).FirstOrDefault(),
            People = actors.Where(a => a.NotificationId == n.Id).OrderBy(a => a.ActorId).Take(NotificationFacts.MostCounted).Count(),
            IsMoreThanLiked = (n.Kind == NotificationKind.PostReacted && actors.Any(a => a.NotificationId == n.Id && db.Reactions.Any(r => r.PostId == n.SubjectId && r.MemberId == a.ActorId && r.Kind != ReactionKind.Like)))
                || (n.Kind == NotificationKind.CommentReacted && actors.Any(a => a.NotificationId == n.Id && db.CommentReactions.Any(r => r.CommentId == n.SubjectId && r.MemberId == a.ActorId && r.Kind != ReactionKind.Like))),
        });
    }

    /// <summary>How these members reacted to posts and comments.</summary>
    internal static async Task<List<ReactionFact>> ReactionFacts(this GildeDb db, IReadOnlyCollection<long> posts, IReadOnlyCollection<long> comments, IReadOnlyCollection<long> members, CancellationToken stop) =>
    [
        .. await db.Reactions.Where(r => posts.Contains(r.PostId) && members.Contains(r.MemberId)).Select(r => new ReactionFact(NotificationKind.PostReacted, r.PostId, r.MemberId, r.Kind)).ToListAsync(stop),
        .. await db.CommentReactions.Where(r => comments.Contains(r.CommentId) && members.Contains(r.MemberId)).Select(r => new ReactionFact(NotificationKind.CommentReacted, r.CommentId, r.MemberId, r.Kind)).ToListAsync(stop),
    ];

    /// <summary>As far as they exist for the viewer.</summary>
    internal static Task<Dictionary<long, Person>> PeopleBehind(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids, CancellationToken stop) =>
        db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);

    /// <summary>For posts that the viewer was found to be able to read; what comes with a note shows the note alone.</summary>
    internal static IQueryable<Beginning> BeginningsOfPosts(this GildeDb db, IReadOnlyCollection<long> ids) =>
        db.Posts.Where(p => ids.Contains(p.Id)).Select(p => new Beginning(p.Id, p.ContentNote != "" ? p.ContentNote : p.Title != "" ? p.Title : p.Text.Substring(0, Beginning.Enough)));

    /// <summary>For groups that the viewer was found to have to do with.</summary>
    internal static IQueryable<GroupFact> GroupFacts(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids) =>
        db.Groups.Where(g => ids.Contains(g.Id)).Select(g => new GroupFact(g.Id, g.Name, g.Slug, db.GroupMembers.Where(m => m.GroupId == g.Id && m.MemberId == viewer.Id).Select(m => (GroupRole?)m.Role).FirstOrDefault()));

    /// <summary>For comments of the viewer's own.</summary>
    internal static IQueryable<Beginning> BeginningsOfComments(this GildeDb db, IReadOnlyCollection<long> ids) =>
        db.Comments.Where(c => ids.Contains(c.Id)).Select(c => new Beginning(c.Id, c.Text.Substring(0, Beginning.Enough)));
}

/// <summary>How a text begins, in Markdown.</summary>
internal sealed record Beginning(long Id, string Words)
{
    public const int Enough = 400;
}

/// <param name="Role">What the viewer is in it, if anything.</param>
internal sealed record GroupFact(long Id, string Name, string Slug, GroupRole? Role);

internal sealed record ReactionFact(NotificationKind Kind, long SubjectId, long MemberId, ReactionKind Reaction);
