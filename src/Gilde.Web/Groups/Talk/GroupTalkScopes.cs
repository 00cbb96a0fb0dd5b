using Gilde.Web.Contacts;
using Gilde.Web.Feed;
using Gilde.Web.Posts;

namespace Gilde.Web.Groups.Talk;

/// <summary>What is said in groups, for those who read it and those who keep it in order.</summary>
internal static class GroupTalkScopes
{
    public const int MostPinned = 3;
    private static readonly Instant Ever = Instant.FromUtc(9999, 1, 1, 0, 0);

    /// <summary>What is said in a group, newest first; what is pinned stands above it.</summary>
    public static IQueryable<PostLine> PostsIn(this GildeDb db, Viewer viewer, long groupId, FeedPlace? after)
    {
        var (at, id) = (after?.At ?? Ever, after?.PostId ?? long.MaxValue);
        return db.PostsVisibleTo(viewer).Where(p => p.GroupId == groupId && p.PinnedAt == null && p.PublishedAt <= at && (p.PublishedAt < at || p.Id < id))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Select(p => new PostLine(p.Id, p.PublishedAt));
    }

    public static IQueryable<long> PinnedIn(this GildeDb db, Viewer viewer, long groupId) =>
        db.PostsVisibleTo(viewer).Where(p => p.GroupId == groupId && p.PinnedAt != null).OrderByDescending(p => p.PinnedAt).Take(MostPinned).Select(p => p.Id);

    /// <summary>Posts in a group that the viewer runs and that is not archived; also of somebody who has blocked them: that keeps nobody's words from being kept in order.</summary>
    public static IQueryable<Post> PostsRunBy(this GildeDb db, Viewer viewer, string slug)
    {
        var groups = db.GroupsRunBy(viewer, GroupRole.Moderator).Where(g => g.Slug == slug && g.ArchivedAt == null);
        return db.Posts.Where(p => p.RemovedAt == null && groups.Any(g => g.Id == p.GroupId) && db.Members.Any(m => m.Id == p.AuthorId && m.ActiveSince != null && m.SuspendedAt == null));
    }

    /// <summary>Those of them that wait for a decision.</summary>
    public static IQueryable<Post> HeldPosts(this GildeDb db, Viewer viewer, string slug) => db.PostsRunBy(viewer, slug).Where(p => p.HeldAt != null && !db.PostDeclines.Any(d => d.PostId == p.Id));

    /// <summary>The same as a list, oldest first.</summary>
    public static IQueryable<HeldRow> HeldRows(this GildeDb db, Viewer viewer, string slug) =>
        from post in db.HeldPosts(viewer, slug)
        join author in db.Members on post.AuthorId equals author.Id
        orderby post.HeldAt, post.Id
        select new HeldRow(post.Id, new Person(author.Id, author.Handle, author.Name, author.Headline, author.PictureId), post.Title, post.Text, post.ContentNote, post.HeldAt!.Value, post.CoverId, post.SharedId,
            db.PostPictures.Where(x => x.PostId == post.Id).OrderBy(x => x.Rank).Select(x => x.PictureId).ToList(),
            db.PollOptions.Where(o => o.PostId == post.Id).OrderBy(o => o.Rank).Select(o => o.Text).ToList());

    /// <summary>The pictures of posts that wait for this viewer's decision, for whom they are shown before anybody else sees them.</summary>
    public static IQueryable<Post> HeldWith(this GildeDb db, Viewer viewer, long pictureId)
    {
        var groups = db.GroupsRunBy(viewer, GroupRole.Moderator);
        return db.Posts.Where(p => p.HeldAt != null && p.RemovedAt == null && groups.Any(g => g.Id == p.GroupId) && (p.CoverId == pictureId || db.PostPictures.Any(x => x.PostId == p.Id && x.PictureId == pictureId)));
    }

    /// <summary>What of the viewer's own did not come through in a group, and why; newest first.</summary>
    public static IQueryable<DeclinedRow> DeclinedOf(this GildeDb db, Viewer viewer, long groupId) =>
        (from decline in db.PostDeclines
         join post in db.Posts on decline.PostId equals post.Id
         where post.AuthorId == viewer.Id && post.GroupId == groupId && post.RemovedAt == null
         orderby decline.At descending
         select new DeclinedRow(post.Id, post.Text, decline.Words, decline.At)).Take(10);

    /// <summary>
    /// Where the viewer may move a post out of a group: others that they write in and which nobody reads who could not read it before. Into one whose posts wait
    /// for a moderator, or in which one waits between two posts, only who runs that too.
    /// </summary>
    public static IQueryable<Group> MoveTargets(this GildeDb db, Viewer viewer, Group from)
    {
        var run = db.GroupsRunBy(viewer, GroupRole.Moderator);
        var targets = db.GroupsWritableBy(viewer).Where(g => g.Id != from.Id && ((g.ModeratedSince == null && g.SlowSeconds == 0) || run.Any(r => r.Id == g.Id)));
        return NoMoreRead(db, from, targets).OrderBy(g => g.Name).ThenBy(g => g.Id);
    }

    /// <summary>What stands in an open group everybody in the network reads anyway; what does not, its members alone.</summary>
    private static IQueryable<Group> NoMoreRead(GildeDb db, Group from, IQueryable<Group> targets)
    {
        if (from.IsPublic) return targets;
        if (from.Kind == GroupKind.Open) return targets.Where(g => g.Kind != GroupKind.Open || g.PublicSince == null);
        return targets.Where(g => g.Kind != GroupKind.Open && (from.Kind != GroupKind.Secret || g.Kind == GroupKind.Secret)
            && !db.GroupMembers.Any(m => m.GroupId == g.Id && !db.GroupMembers.Any(x => x.GroupId == from.Id && x.MemberId == m.MemberId)));
    }

    /// <summary>What was said in a group since a moment, and by whom; comments too.</summary>
    public static async Task<List<SaidRow>> SaidSince(this GildeDb db, long groupId, Instant since, CancellationToken stop)
    {
        var posts = await db.Posts.Where(p => p.GroupId == groupId && p.PublishedAt >= since && p.RemovedAt == null && p.HeldAt == null).Select(p => new SaidRow(p.AuthorId, p.PublishedAt, false)).ToListAsync(stop);
        var comments = await (from comment in db.Comments
                              join post in db.Posts on comment.PostId equals post.Id
                              where post.GroupId == groupId && comment.At >= since && comment.RemovedAt == null
                              select new SaidRow(comment.AuthorId, comment.At, true)).ToListAsync(stop);
        return [.. posts, .. comments];
    }
}

/// <summary>A post that waits for a moderator of its group, with all that is let through with it.</summary>
/// <param name="Options">Of its poll.</param>
public sealed record HeldRow(long Id, Person Author, string Title, string Text, string ContentNote, Instant HeldAt, long? CoverId, long? SharedId, IReadOnlyList<long> Pictures, IReadOnlyList<string> Options);

/// <summary>A post of the viewer's that did not come through.</summary>
public sealed record DeclinedRow(long Id, string Text, string Words, Instant At);

/// <summary>That somebody said something.</summary>
internal sealed record SaidRow(long ById, Instant At, bool IsComment);
