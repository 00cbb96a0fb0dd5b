using Gilde.Web.Notifications;

namespace Gilde.Web.Web;

/// <summary>The counts of the navigation, and what else every page needs to know, in one query; a second one counts the notifications of whom has unread ones, since what they may still see of them is a long question.</summary>
public static class BadgeCounts
{
    /// <summary>So many and more are "99+".</summary>
    public const int MostCounted = 100;

    private static readonly CompiledQuery<Func<GildeDb, long, Task<Badges?>>> Query = new(() => EF.CompileAsyncQuery((GildeDb db, long member) =>
        db.Members.Where(m => m.Id == member).Select(m => new Badges(
            db.ContactRequests.Count(r => r.ToId == member && r.DeclinedAt == null && r.WithdrawnAt == null && r.AcceptedAt == null
                && db.Members.Any(asker => asker.Id == r.FromId && asker.ActiveSince != null && asker.SuspendedAt == null)),
            db.Participants.Count(p => p.MemberId == member && p.Unread > 0 && p.MutedAt == null && p.LeftAt == null
                && (db.Conversations.Any(c => c.Id == p.ConversationId && c.DirectKey == null)
                    || db.Participants.Any(o => o.ConversationId == p.ConversationId && o.MemberId != member
                        && db.Members.Any(other => other.Id == o.MemberId && other.ActiveSince != null && other.SuspendedAt == null)
                        && !db.Blocks.Any(b => (b.MemberId == member && b.BlockedId == o.MemberId) || (b.MemberId == o.MemberId && b.BlockedId == member))))),
            db.Introductions.Count(i => i.HolderId == member
                && db.Members.Any(asker => asker.Id == i.RequesterId && asker.ActiveSince != null && asker.SuspendedAt == null)
                && !db.Blocks.Any(b => (b.MemberId == member && b.BlockedId == i.RequesterId) || (b.MemberId == i.RequesterId && b.BlockedId == member))),
            db.Notifications.Any(n => n.MemberId == member && n.ReadAt == null && n.OnPage) && !db.NotificationTimes.Any(t => t.MemberId == member && t.UncountedSince != null) ? 1 : 0,
            !db.Mutes.Any(x => x.MemberId == member) && !db.Blocks.Any(b => b.MemberId == member) && !db.Blocks.Any(b => b.BlockedId == member))).SingleOrDefault()));

    public static async Task<Badges> Load(GildeDb db, long member)
    {
        var badges = await Query.For(db)(db, member) ?? Badges.None;
        return badges.Notifications == 0 ? badges : badges with { Notifications = await db.NotificationsOf(new Viewer { Id = member }).Where(n => n.ReadAt == null).OrderBy(n => n.At).Take(MostCounted).CountAsync() };
    }
}
