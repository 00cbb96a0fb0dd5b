namespace Gilde.Web.Notifications;

/// <summary>Notifications as they are written and mailed: for members who do not look themselves.</summary>
internal static class TellingScopes
{
    /// <summary>Unread ones of these members about these subjects.</summary>
    public static IQueryable<Notification> UnreadGroups(this GildeDb db, IReadOnlyCollection<long> members, IReadOnlyCollection<long> subjects) =>
        db.Notifications.Where(n => n.ReadAt == null && members.Contains(n.MemberId) && subjects.Contains(n.SubjectId));

    /// <summary>Those of these people who stand in these notifications, whether they may be shown or not.</summary>
    public static IQueryable<NotificationActor> NamedIn(this GildeDb db, IReadOnlyCollection<long> notifications, IReadOnlyCollection<long> people) =>
        db.NotificationActors.Where(a => notifications.Contains(a.NotificationId) && people.Contains(a.ActorId));

    /// <summary>The same, as far as they and what they did may be shown.</summary>
    public static IQueryable<NotificationActor> ShownIn(this GildeDb db, IReadOnlyCollection<long> notifications, IReadOnlyCollection<long> people)
    {
        var standing = db.Notifications.Where(n => notifications.Contains(n.Id)).Standing(db);
        return db.StandingActors().Where(a => notifications.Contains(a.NotificationId) && people.Contains(a.ActorId) && standing.Any(n => n.Id == a.NotificationId));
    }

    /// <summary>One that is unread and holds.</summary>
    public static IQueryable<Notification> Unread(this GildeDb db, long id) => db.Notifications.Where(n => n.Id == id && n.ReadAt == null).Standing(db);

    /// <summary>What of these kinds waits for a member's digest and holds: nobody has mailed it, or something has come to it since.</summary>
    public static IQueryable<Notification> Unmailed(this GildeDb db, long memberId, IReadOnlyCollection<NotificationKind> kinds) =>
        db.Notifications.Where(n => n.MemberId == memberId && n.ReadAt == null && (n.MailedAt == null || n.At > n.MailedAt) && n.MailDueAt == null && kinds.Contains(n.Kind)).Standing(db);

    public static Task<int> MarkMailed(this GildeDb db, IReadOnlyCollection<long> ids, Instant now, CancellationToken stop) =>
        db.Notifications.Where(n => ids.Contains(n.Id)).ExecuteUpdateAsync(u => u.SetProperty(n => n.MailedAt, now), stop);

    /// <summary>Older than they are kept.</summary>
    public static IQueryable<Notification> OutdatedNotifications(this GildeDb db, Instant now) => db.Notifications.Where(n => n.At < now - Notification.Kept);

    /// <summary>A notification whose mail is planned, held fast until the transaction ends.</summary>
    public static async Task<Notification?> PlannedToMail(this GildeDb db, long id, CancellationToken stop)
    {
        var planned = db.Notifications.Where(n => n.Id == id && n.MailDueAt != null);
        return await planned.ExecuteUpdateAsync(u => u.SetProperty(n => n.At, n => n.At), stop) == 0 ? null : await planned.SingleOrDefaultAsync(stop);
    }

    /// <summary>The comments that these events tell of.</summary>
    public static IQueryable<CommentFact> CommentFacts(this GildeDb db, IReadOnlyCollection<long> events) =>
        from e in db.Events
        join c in db.Comments on e.ObjectId equals c.Id
        where events.Contains(e.Id)
        select new CommentFact(c.Id, c.PostId, c.ParentId, db.Comments.Where(p => p.Id == c.ParentId).Select(p => (long?)p.AuthorId).FirstOrDefault(),
            db.Comments.Where(a => a.PostId == c.PostId && c.ParentId != null && a.ParentId == c.ParentId && a.Id < c.Id && a.AuthorId == e.TargetId).Max(a => (long?)a.Id));

    /// <summary>To whom mail for a member goes; nobody who is not there, or whose address is not confirmed.</summary>
    public static Task<MailReceiver?> MailReceiver(this GildeDb db, long memberId, CancellationToken stop) =>
        (from m in db.Members
         join a in db.Users on m.Id equals a.Id
         where m.Id == memberId && m.ActiveSince != null && m.SuspendedAt == null && a.EmailConfirmed && a.Email != null
         select new MailReceiver(m.Id, a.Email!, m.Name, m.Language)).FirstOrDefaultAsync(stop);

    /// <summary>Those of these members who have not been erased.</summary>
    public static Task<HashSet<long>> Existing(this GildeDb db, IReadOnlyCollection<long> members, CancellationToken stop) =>
        db.Members.Where(m => members.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(stop);

    public static IQueryable<MemberZone> ZonesOf(this GildeDb db, IReadOnlyCollection<long> members) =>
        db.Members.Where(m => members.Contains(m.Id)).Select(m => new MemberZone(m.Id, m.TimeZone));
}

internal sealed record MailReceiver(long Id, string Email, string Name, Language Language);

internal sealed record MemberZone(long MemberId, string Zone);
