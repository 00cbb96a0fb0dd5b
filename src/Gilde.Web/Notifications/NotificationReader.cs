using Gilde.Web.Events;
using Gilde.Web.Groups;

namespace Gilde.Web.Notifications;

/// <summary>
/// Makes notifications of the event log: a batch at a time, with the same few queries however many events are in it. What they set off (mail, digest, the bell)
/// is written with them in the transaction that also stores how far the log was read.
/// </summary>
public sealed class NotificationReader(IClock clock) : IEventReader
{
    public const string ReaderName = "notifications";

    /// <summary>Older events are no news: nobody is told of them when the reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(3);

    public string Name => ReaderName;

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var moved = batch.Where(e => e.Kind == EventKinds.MemberChanged).Select(e => e.TargetId ?? 0).Distinct().ToList();
        if (moved.Count > 0) await DigestTurns.Reckon(db, clock.GetCurrentInstant(), moved, stop);
        var since = clock.GetCurrentInstant() - News;
        var news = batch.Where(e => e.At > since).ToList();
        var facts = await Facts(db, news, stop);
        var told = WithoutDoubles(news.SelectMany(e => Tellings.Of(e, facts)).ToList());
        if (told.Count > 0) await new NotificationWriting(db, clock).Execute(told, stop);
    }

    /// <summary>Who is named in an answer to them hears of it once.</summary>
    private static List<Told> WithoutDoubles(List<Told> told)
    {
        var named = told.Where(t => t is { Kind: NotificationKind.Mentioned, ByCommentId: not null }).Select(t => (t.MemberId, t.ByCommentId)).ToHashSet();
        return told.Where(t => t.Kind is not (NotificationKind.PostCommented or NotificationKind.CommentAnswered) || !named.Contains((t.MemberId, t.ByCommentId))).ToList();
    }

    private static async Task<TalkFacts> Facts(GildeDb db, List<Event> news, CancellationToken stop)
    {
        var written = news.Where(e => e.Kind == EventKinds.CommentWritten).ToList();
        var comments = written.Select(e => e.Id).ToList();
        var posts = written.Select(e => e.ParentId ?? 0).Concat(news.Where(e => e is { Kind: EventKinds.PostPublished, TargetId: not null }).Select(e => e.ObjectId ?? 0)).Distinct().ToList();
        var groups = news.Where(e => e.Kind is EventKinds.GroupAsked or EventKinds.PostHeld).Select(e => (e.Kind == EventKinds.PostHeld ? e.ParentId : e.ObjectId) ?? 0).Distinct().ToList();
        return new TalkFacts(
            posts.Count == 0 ? new Dictionary<long, PostFact>() : await db.Posts.Where(p => posts.Contains(p.Id)).Select(p => new PostFact(p.Id, p.AuthorId, p.SharedId)).ToDictionaryAsync(p => p.Id, stop),
            comments.Count == 0 ? new Dictionary<long, CommentFact>() : await db.CommentFacts(comments).ToDictionaryAsync(c => c.Id, stop),
            (groups.Count == 0 ? [] : await db.GroupMembers.Where(m => groups.Contains(m.GroupId) && m.Role >= GroupRole.Moderator).Select(m => new { m.GroupId, m.MemberId }).ToListAsync(stop)).ToLookup(m => m.GroupId, m => m.MemberId));
    }
}
