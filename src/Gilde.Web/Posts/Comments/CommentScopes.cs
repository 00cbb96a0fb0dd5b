using Gilde.Web.Follows;
using Gilde.Web.Profiles;

namespace Gilde.Web.Posts.Comments;

/// <summary>
/// What a thread reads. Whose words exist for the viewer is the rule of <see cref="PostScopes.CommentsVisibleTo"/>, here in compiled form: blocks and
/// mutes come in as the ids that <see cref="Silence"/> has found, which are none for most.
/// </summary>
internal static class CommentScopes
{
    private static readonly CompiledQuery<Func<GildeDb, long, long, Task<CommentGround?>>> GroundQuery = new(() => EF.CompileAsyncQuery((GildeDb db, long me, long post) =>
        (from p in db.Posts
         join a in db.Members on p.AuthorId equals a.Id
         where p.Id == post
         select new CommentGround
         {
             PostId = p.Id,
             AuthorId = a.Id,
             Author = a.Name,
             Replies = p.Replies,
             IsClosed = p.LockedAt != null || p.HeldAt != null || p.HiddenAt != null,
             IsInGroup = p.GroupId != null,
             IsArchived = db.Groups.Any(g => g.Id == p.GroupId && g.ArchivedAt != null),
             Role = db.GroupMembers.Where(m => m.GroupId == p.GroupId && m.MemberId == me).Select(m => (Groups.GroupRole?)m.Role).FirstOrDefault(),
             MustAccept = db.GroupMembers.Any(m => m.GroupId == p.GroupId && m.MemberId == me && db.Groups.Any(g => g.Id == m.GroupId && g.RulesVersion != m.RulesVersion)),
             IsContact = db.Contacts.Any(c => c.OwnerId == me && c.OtherId == p.AuthorId),
         }).SingleOrDefault()));

    // Ordered by the parent first, which is the same for all: so the index gives the order, and PostgreSQL need not sort the whole thread.
    private static readonly CompiledQuery<Func<GildeDb, long, long, long, long[], int, IAsyncEnumerable<long>>> OldestQuery = new(() => EF.CompileAsyncQuery(
        (GildeDb db, long me, long post, long after, long[] unheard, int most) =>
            (from c in db.Comments
             join m in db.Members on c.AuthorId equals m.Id
             where c.PostId == post && c.ParentId == null && c.Id > after && (c.HiddenAt == null || c.AuthorId == me)
                 && m.ActiveSince != null && m.SuspendedAt == null && (me != 0 || m.ClosedAt == null) && !unheard.Contains(c.AuthorId)
                 && (c.RemovedAt == null || db.Comments.Any(a => a.PostId == post && a.ParentId == c.Id && a.RemovedAt == null && a.HiddenAt == null))
             orderby c.ParentId, c.Id
             select c.Id).Take(most)));

    private static readonly CompiledQuery<Func<GildeDb, long, long, long, long[], int, IAsyncEnumerable<long>>> NewestQuery = new(() => EF.CompileAsyncQuery(
        (GildeDb db, long me, long post, long before, long[] unheard, int most) =>
            (from c in db.Comments
             join m in db.Members on c.AuthorId equals m.Id
             where c.PostId == post && c.ParentId == null && c.Id < before && (c.HiddenAt == null || c.AuthorId == me)
                 && m.ActiveSince != null && m.SuspendedAt == null && (me != 0 || m.ClosedAt == null) && !unheard.Contains(c.AuthorId)
                 && (c.RemovedAt == null || db.Comments.Any(a => a.PostId == post && a.ParentId == c.Id && a.RemovedAt == null && a.HiddenAt == null))
             orderby c.ParentId descending, c.Id descending
             select c.Id).Take(most)));

    private static readonly CompiledQuery<Func<GildeDb, long, long, long[], long[], IAsyncEnumerable<AnswerKey>>> AnswersQuery = new(() => EF.CompileAsyncQuery(
        (GildeDb db, long me, long post, long[] parents, long[] unheard) =>
            from c in db.Comments
            join m in db.Members on c.AuthorId equals m.Id
            where c.PostId == post && c.ParentId != null && parents.Contains(c.ParentId!.Value) && c.RemovedAt == null && (c.HiddenAt == null || c.AuthorId == me)
                && m.ActiveSince != null && m.SuspendedAt == null && (me != 0 || m.ClosedAt == null) && !unheard.Contains(c.AuthorId)
            select new AnswerKey(c.ParentId!.Value, c.Id)));

    private static readonly CompiledQuery<Func<GildeDb, long, long[], IAsyncEnumerable<CommentRow>>> RowsQuery = new(() => EF.CompileAsyncQuery((GildeDb db, long me, long[] ids) =>
        from c in db.Comments
        join m in db.Members on c.AuthorId equals m.Id
        where ids.Contains(c.Id)
        select new CommentRow
        {
            Id = c.Id,
            PostId = c.PostId,
            ParentId = c.ParentId,
            AuthorId = m.Id,
            Author = c.RemovedAt == null ? m.Name : "",
            Handle = c.RemovedAt == null ? m.Handle : "",
            PictureId = m.PictureId,
            Text = c.Text,
            At = c.At,
            EditedAt = c.EditedAt,
            IsRemoved = c.RemovedAt != null,
            IsHidden = c.HiddenAt != null,
            Likes = c.Likes,
            Helpful = c.Helpful,
            Congratulations = c.Congratulations,
            Condolences = c.Condolences,
            Mine = db.CommentReactions.Where(r => r.CommentId == c.Id && r.MemberId == me).Select(r => (ReactionKind?)r.Kind).FirstOrDefault(),
        }));

    /// <summary>What decides about comments on a post; whether it exists for the viewer is asked elsewhere.</summary>
    public static Task<CommentGround?> GroundOf(this GildeDb db, Viewer viewer, long postId) => GroundQuery.For(db)(db, viewer.Id, postId);

    /// <summary>Ids of comments of the first level, oldest first.</summary>
    public static Task<List<long>> OldestComments(this GildeDb db, Viewer viewer, long postId, long after, long[] unheard, int most) =>
        All(OldestQuery.For(db)(db, viewer.Id, postId, after, unheard, most));

    public static Task<List<long>> NewestComments(this GildeDb db, Viewer viewer, long postId, long before, long[] unheard, int most) =>
        All(NewestQuery.For(db)(db, viewer.Id, postId, before, unheard, most));

    /// <summary>All answers to these comments, as ids alone.</summary>
    public static Task<List<AnswerKey>> AnswersTo(this GildeDb db, Viewer viewer, long postId, IEnumerable<long> comments, long[] unheard) =>
        All(AnswersQuery.For(db)(db, viewer.Id, postId, [.. comments], unheard));

    /// <summary>Comments that were found to exist for the viewer, by id.</summary>
    public static async Task<Dictionary<long, CommentRow>> CommentRows(this GildeDb db, Viewer viewer, IEnumerable<long> ids, long[] unheard, CancellationToken stop)
    {
        var rows = (await All(RowsQuery.For(db)(db, viewer.Id, [.. ids]))).ToDictionary(r => r.Id);
        if (unheard.Length == 0 || rows.Values.All(r => r.Reactions == 0)) return rows;
        var reacted = rows.Keys.ToList();
        // Who is suspended does not count already.
        var silent = await db.CommentReactions.Where(r => reacted.Contains(r.CommentId) && unheard.Contains(r.MemberId) && db.Members.Any(m => m.Id == r.MemberId && m.ActiveSince != null && m.SuspendedAt == null)).Select(r => new { r.CommentId, r.Kind }).ToListAsync(stop);
        foreach (var of in silent.GroupBy(r => r.CommentId)) rows[of.Key] = rows[of.Key].Without(of.CountBy(r => r.Kind).ToDictionary());
        return rows;
    }

    /// <summary>One comment with its words, if it exists for the viewer.</summary>
    public static async Task<Comment?> CommentFor(this GildeDb db, Viewer viewer, long id, CancellationToken stop) =>
        await db.CommentPlaceFor(viewer, id, stop) is { RemovedAt: null } comment ? comment : null;

    /// <summary>The same, or the place that is left of one that was removed.</summary>
    public static async Task<Comment?> CommentPlaceFor(this GildeDb db, Viewer viewer, long id, CancellationToken stop)
    {
        if (await db.Comments.Where(c => c.Id == id).Select(c => (long?)c.PostId).SingleOrDefaultAsync(stop) is not { } post) return null;
        if (!await db.PostsVisibleTo(viewer).AnyAsync(p => p.Id == post, stop)) return null;
        return await db.CommentsVisibleTo(viewer, post).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);
    }

    /// <summary>The same, to change it, once the counts of its post are locked.</summary>
    public static Task<Comment?> CommentToChange(this GildeDb db, long id, CancellationToken stop) => db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.RemovedAt == null, stop);

    /// <summary>Who is meant by these handles, of those who may read the post.</summary>
    public static async Task<List<long>> ReadersNamed(this GildeDb db, Viewer viewer, long postId, IReadOnlyList<string> handles, CancellationToken stop)
    {
        var readers = new List<long>();
        foreach (var id in await db.Named(viewer, handles, stop))
            if (await db.PostsVisibleTo(new Viewer { Id = id }).AnyAsync(p => p.Id == postId, stop)) readers.Add(id);
        return readers;
    }

    public static Task CountComment(this GildeDb db, long postId, CancellationToken stop) =>
        db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Comments, p => p.Comments + 1), stop);

    public static Task CountReactionTo(this GildeDb db, long commentId, ReactionKind kind, int by, CancellationToken stop)
    {
        var comment = db.Comments.Where(c => c.Id == commentId);
        return kind switch
        {
            ReactionKind.Like => comment.ExecuteUpdateAsync(s => s.SetProperty(c => c.Likes, c => c.Likes + by), stop),
            ReactionKind.Helpful => comment.ExecuteUpdateAsync(s => s.SetProperty(c => c.Helpful, c => c.Helpful + by), stop),
            ReactionKind.Congratulations => comment.ExecuteUpdateAsync(s => s.SetProperty(c => c.Congratulations, c => c.Congratulations + by), stop),
            ReactionKind.Condolence => comment.ExecuteUpdateAsync(s => s.SetProperty(c => c.Condolences, c => c.Condolences + by), stop),
        };
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (var row in rows) all.Add(row);
        return all;
    }
}

/// <summary>That a comment answers another.</summary>
internal sealed record AnswerKey(long ParentId, long Id);
