using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Notifications;

/// <summary>Writes what members are told into their groups, leaves out what they may not see, and plans the mail. Within the reader's transaction.</summary>
internal sealed class NotificationWriting(GildeDb db, IClock clock)
{
    private readonly Instant now = clock.GetCurrentInstant();
    private readonly Dictionary<(long MemberId, NotificationKind Kind, long SubjectId), Notification> groups = [];
    private readonly Dictionary<(long NotificationId, long ActorId), NotificationActor> actors = [];

    public async Task Execute(IReadOnlyList<Told> events, CancellationToken stop)
    {
        // Whoever was erased before the log was read is told nothing, and nobody is told of them.
        var there = await db.Existing(events.SelectMany(t => new[] { t.MemberId, t.ActorId }).Distinct().ToList(), stop);
        var told = events.Where(t => there.Contains(t.MemberId) && there.Contains(t.ActorId)).ToList();
        var wishes = await Wishes.Load(db, told.Select(t => t.MemberId).Distinct().ToList(), stop);
        var wanted = told.Where(t => wishes.Of(t.MemberId, t.Kind.Topic()) is { OnPage: true } or { Mail: not MailTiming.Never }).ToList();
        if (wanted.Count == 0) return;
        var begun = await Join(wanted, wishes, stop);
        await Name(wanted, stop);
        var stay = await LeaveOut(begun, stop);
        await Plan(stay, wishes, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Finds the unread group of everything told and begins those that are missing. Those that are there are held fast, so that none is marked read meanwhile.</summary>
    private async Task<HashSet<Notification>> Join(List<Told> told, Wishes wishes, CancellationToken stop)
    {
        var (members, subjects) = (told.Select(t => t.MemberId).Distinct().ToList(), told.Select(t => t.SubjectId).Distinct().ToList());
        var unread = db.UnreadGroups(members, subjects);
        if (db.IsPostgres) await unread.ExecuteUpdateAsync(u => u.SetProperty(n => n.At, n => n.At), stop);
        foreach (var group in await unread.ToListAsync(stop)) groups[(group.MemberId, group.Kind, group.SubjectId)] = group;
        var begun = new HashSet<Notification>();
        foreach (var one in told.Where(t => !groups.ContainsKey(t.Group)))
            begun.Add(groups[one.Group] = new Notification { MemberId = one.MemberId, Kind = one.Kind, SubjectId = one.SubjectId, PostId = one.PostId, At = one.Event.At, OnPage = wishes.Of(one.MemberId, one.Kind.Topic()).OnPage });
        db.AddRange(begun);
        await db.SaveChangesAsync(stop);
        return begun;
    }

    private async Task Name(List<Told> told, CancellationToken stop)
    {
        var (ids, people) = (told.Select(t => groups[t.Group].Id).Distinct().ToList(), told.Select(t => t.ActorId).Distinct().ToList());
        var known = await db.NamedIn(ids, people).ToDictionaryAsync(a => (a.NotificationId, a.ActorId), stop);
        foreach (var one in told)
        {
            var key = (groups[one.Group].Id, one.ActorId);
            if (!actors.TryGetValue(key, out var actor)) actors[key] = actor = known.GetValueOrDefault(key) ?? db.Add(new NotificationActor { NotificationId = key.Id, ActorId = key.ActorId }).Entity;
            (actor.EventId, actor.At, actor.CommentId, actor.PostId) = (one.Event.Id, one.Event.At, one.ByCommentId, one.ByPostId);
        }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Takes out again whatever does not hold for its member at this moment; returns the groups in which something new stays.</summary>
    private async Task<List<Notification>> LeaveOut(HashSet<Notification> begun, CancellationToken stop)
    {
        var (ids, people) = (actors.Keys.Select(k => k.NotificationId).Distinct().ToList(), actors.Keys.Select(k => k.ActorId).Distinct().ToList());
        var shown = await db.ShownIn(ids, people).Select(a => new { a.NotificationId, a.ActorId }).ToListAsync(stop);
        var holds = shown.Select(a => (a.NotificationId, a.ActorId)).ToHashSet();
        var stay = new List<Notification>();
        var byGroup = actors.ToLookup(a => a.Key.NotificationId);
        foreach (var group in groups.Values)
        {
            var named = byGroup[group.Id].ToLookup(a => holds.Contains(a.Key), a => a.Value);
            db.RemoveRange(named[false]);
            if (named[true].Any()) stay.Add(group);
            else if (begun.Contains(group)) db.Remove(group);
            foreach (var actor in named[true]) group.At = Instant.Max(group.At, actor.At);
        }
        return stay;
    }

    private async Task Plan(List<Notification> stay, Wishes wishes, CancellationToken stop)
    {
        foreach (var member in stay.Where(g => g.OnPage).Select(g => g.MemberId).Distinct()) db.Record(clock, EventKinds.Notified, null, member);
        // Asking again is a new request, with the number of the old.
        foreach (var request in stay.Where(g => g.Kind == NotificationKind.ContactAsked)) request.MailedAt = null;
        var wanted = stay.Where(g => g.MailDueAt is null).ToLookup(g => wishes.Of(g.MemberId, g.Kind.Topic()).Mail);
        foreach (var group in wanted[MailTiming.AtOnce].Where(g => g.MailedAt is null))
        {
            group.MailDueAt = wishes.AfterQuiet(group.MemberId, now);
            db.EnqueueAt(clock, group.MailDueAt.Value, MailNotification.JobKind, group.Id, effectKey: $"{MailNotification.JobKind}:{group.Id}:{group.At.ToUnixTimeTicks()}");
        }
        await DigestTurns.Add(db, wishes, wanted[MailTiming.Daily].Select(g => g.MemberId), DigestPeriod.Daily, now, stop);
        await DigestTurns.Add(db, wishes, wanted[MailTiming.Weekly].Select(g => g.MemberId), DigestPeriod.Weekly, now, stop);
    }
}
