using Gilde.Web.Follows;

namespace Gilde.Web.Posts.Comments;

/// <summary>Which part of a thread: a page of comments after one, oldest or newest first, or the place where one stands.</summary>
/// <param name="After">The comment of the first level that the page before ended with.</param>
/// <param name="At">A comment that is to be seen.</param>
public sealed record CommentsQuery(bool NewestFirst = false, long? After = null, long? At = null);

/// <summary>A comment of the first level with its newest answers.</summary>
/// <param name="Earlier">So many answers stand before those shown.</param>
public sealed record CommentLine(CommentRow Comment, IReadOnlyList<CommentRow> Answers, int Earlier);

/// <summary>A part of what was said to a post, as a viewer gets it: a handful of queries, however much it is.</summary>
public sealed record CommentsView(PostView Post, CommentGround Ground, CommentsQuery Query, IReadOnlyList<CommentLine> Lines, long? Next)
{
    public const int PageSize = 50, AnswersShown = 3, AnswersAPage = 50;

    /// <summary>Where the thread goes on.</summary>
    public string? NextHref => Next is { } last ? $"/posts/{Post.Id}/comments?after={last}{(Query.NewestFirst ? "&order=newest" : "")}" : null;

    public static async Task<CommentsView> Load(GildeDb db, Viewer viewer, PostView post, CommentsQuery query, CancellationToken stop = default)
    {
        var ground = (await db.GroundOf(viewer, post.Id))!;
        var unheard = (await db.SilenceOf(viewer)).Ids;
        var at = query.At is { } id ? await db.CommentPlaceFor(viewer, id, stop) : null;
        var found = await Page(db, viewer, post.Id, query, at?.ParentId ?? at?.Id, unheard);
        var page = found.Take(PageSize).ToList();
        var answers = page.Count == 0 ? [] : await db.AnswersTo(viewer, post.Id, page, unheard);
        var shown = answers.GroupBy(a => a.ParentId).ToDictionary(a => a.Key, a => Shown([.. a.Select(k => k.Id).Order()], at));
        var rows = await db.CommentRows(viewer, [.. page, .. shown.Values.SelectMany(s => s.Ids)], unheard, stop);
        var lines = page.Where(rows.ContainsKey).Select(c => shown.TryGetValue(c, out var s) ? new CommentLine(rows[c], Rows(rows, s.Ids), s.Earlier) : new(rows[c], [], 0));
        return new(post, ground, query, [.. lines], found.Count > PageSize ? page[^1] : null);
    }

    /// <summary>Answers to one comment that stand before those which a page shows.</summary>
    public static async Task<(IReadOnlyList<CommentRow> Answers, int Earlier)> EarlierAnswers(GildeDb db, Viewer viewer, Comment comment, long before, CancellationToken stop)
    {
        var unheard = (await db.SilenceOf(viewer)).Ids;
        var ids = (await db.AnswersTo(viewer, comment.PostId, [comment.Id], unheard)).Select(a => a.Id).Where(id => id < before).Order().ToList();
        var page = ids.TakeLast(AnswersAPage).ToList();
        return (Rows(await db.CommentRows(viewer, page, unheard, stop), page), ids.Count - page.Count);
    }

    /// <summary>Comments of both levels after one, oldest first: what came in while the page stood open.</summary>
    public static async Task<IReadOnlyList<CommentRow>> Since(GildeDb db, Viewer viewer, long postId, long since, CancellationToken stop)
    {
        var ids = await db.CommentsVisibleTo(viewer, postId).Where(c => c.Id > since && c.RemovedAt == null).OrderBy(c => c.Id).Select(c => c.Id).Take(PageSize).ToListAsync(stop);
        return Rows(await db.CommentRows(viewer, ids, (await db.SilenceOf(viewer)).Ids, stop), ids);
    }

    /// <summary>One comment, if it exists for the viewer; also one of which only the place is left.</summary>
    public static async Task<CommentRow?> One(GildeDb db, Viewer viewer, long postId, long id, CancellationToken stop) =>
        await db.CommentsVisibleTo(viewer, postId).AnyAsync(c => c.Id == id, stop)
            ? (await db.CommentRows(viewer, [id], (await db.SilenceOf(viewer)).Ids, stop)).GetValueOrDefault(id)
            : null;

    private static Task<List<long>> Page(GildeDb db, Viewer viewer, long postId, CommentsQuery query, long? first, long[] unheard) => query.NewestFirst
        ? db.NewestComments(viewer, postId, first + 1 ?? query.After ?? long.MaxValue, unheard, PageSize + 1)
        : db.OldestComments(viewer, postId, first - 1 ?? query.After ?? 0, unheard, PageSize + 1);

    /// <summary>The newest answers; where one of them is to be seen, all from there on.</summary>
    private static (List<long> Ids, int Earlier) Shown(List<long> answers, Comment? at)
    {
        var place = at?.ParentId is null ? -1 : answers.IndexOf(at.Id);
        var from = Math.Max(0, answers.Count - AnswersShown);
        if (place >= 0) from = Math.Min(from, place);
        return (answers[from..], from);
    }

    private static List<CommentRow> Rows(Dictionary<long, CommentRow> rows, IEnumerable<long> ids) => [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
}
