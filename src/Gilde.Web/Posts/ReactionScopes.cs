using Gilde.Web.Contacts;

namespace Gilde.Web.Posts;

internal static class ReactionScopes
{
    /// <summary>Any constant: sets these locks apart from others.</summary>
    private const int LockClass = 0x706F7374;

    /// <summary>
    /// Whoever changes a reaction to this post takes turns until the transaction ends, so that nobody counts twice. Not by the post's row: waiting for it
    /// would take the transaction's number, which orders the event log, before its turn.
    /// </summary>
    public static async Task LockForCounts(this GildeDb db, long postId, CancellationToken stop)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockClass}, {unchecked((int)postId)})", stop);
    }

    public static Task<Reaction?> ReactionOf(this GildeDb db, Viewer viewer, long postId, CancellationToken stop) =>
        db.Reactions.SingleOrDefaultAsync(r => r.PostId == postId && r.MemberId == viewer.Id, stop);

    public static IQueryable<Bookmark> BookmarksOf(this GildeDb db, Viewer viewer) => db.Bookmarks.Where(b => b.MemberId == viewer.Id);

    public static Task CountReaction(this GildeDb db, long postId, ReactionKind kind, int by, CancellationToken stop)
    {
        var post = db.Posts.Where(p => p.Id == postId);
        return kind switch
        {
            ReactionKind.Like => post.ExecuteUpdateAsync(s => s.SetProperty(p => p.Likes, p => p.Likes + by), stop),
            ReactionKind.Helpful => post.ExecuteUpdateAsync(s => s.SetProperty(p => p.Helpful, p => p.Helpful + by), stop),
            ReactionKind.Congratulations => post.ExecuteUpdateAsync(s => s.SetProperty(p => p.Congratulations, p => p.Congratulations + by), stop),
            ReactionKind.Condolence => post.ExecuteUpdateAsync(s => s.SetProperty(p => p.Condolences, p => p.Condolences + by), stop),
        };
    }

    /// <summary>Who reacted to a post that exists for the viewer, of those whose reactions they get to see; newest first.</summary>
    public static IQueryable<ReactionRow> ReactionRows(this GildeDb db, Viewer viewer, long postId) =>
        from r in db.Reactions
        join m in db.TalkersFor(viewer) on r.MemberId equals m.Id
        where r.PostId == postId
        orderby r.At descending, m.Id descending
        select new ReactionRow(m.Id, m.Name, m.Handle, m.Headline, m.PictureId, r.Kind, r.At);
}

/// <summary>One line of "who reacted".</summary>
public sealed record ReactionRow(long Id, string Name, string Handle, string Headline, long? PictureId, ReactionKind Kind, Instant At);
