
namespace Gilde.Web.Posts;

/// <summary>Posts, comments and polls whose counts somebody has a part in.</summary>
public sealed record CountsTouched(List<long> Posts, List<long> Comments, List<long> Polls)
{
    public CountsTouched And(CountsTouched other) => new([.. Posts.Union(other.Posts)], [.. Comments.Union(other.Comments)], [.. Polls.Union(other.Polls)]);
}

/// <summary>
/// The counts on posts and comments are kept with every reaction and comment. Where many change at once, because somebody goes or comes back, or a moderator acts,
/// they are counted anew: of those who are there, what is neither removed nor hidden, no answer to what is hidden.
/// </summary>
public static class CountScopes
{
    private const int Batch = 500;

    /// <summary>What a member reacted to, commented on or shared, and where they voted; take it before their rows go.</summary>
    public static async Task<CountsTouched> CountsTouchedBy(this GildeDb db, long memberId, CancellationToken stop = default) => new(
        await db.Reactions.Where(r => r.MemberId == memberId).Select(r => r.PostId)
            .Union(db.Comments.Where(c => c.AuthorId == memberId).Select(c => c.PostId))
            .Union(db.Posts.Where(p => p.AuthorId == memberId && p.SharedId != null).Select(p => p.SharedId!.Value)).ToListAsync(stop),
        await db.CommentReactions.Where(r => r.MemberId == memberId).Select(r => r.CommentId).ToListAsync(stop),
        await db.PollVotes.Where(v => v.MemberId == memberId).Select(v => v.PostId).Distinct().ToListAsync(stop));

    public static async Task Recount(this GildeDb db, CountsTouched touched, CancellationToken stop = default)
    {
        // Polls first: whoever reacts to a post takes its turn before its row, so do we.
        await db.RecountPolls(touched.Polls, stop);
        await db.RecountPosts(touched.Posts, stop);
        await db.RecountComments(touched.Comments, stop);
    }

    public static async Task RecountPosts(this GildeDb db, IEnumerable<long> ids, CancellationToken stop = default)
    {
        foreach (var batch in ids.Order().Chunk(Batch))
        {
            await db.Hold("posts", batch, stop);
            var there = db.Members.Where(m => m.ActiveSince != null && m.SuspendedAt == null);
            var comments = db.Comments.Where(c => c.RemovedAt == null && c.HiddenAt == null && there.Any(m => m.Id == c.AuthorId)
                && (c.ParentId == null || db.Comments.Any(p => p.Id == c.ParentId && p.HiddenAt == null && there.Any(m => m.Id == p.AuthorId))));
            var reactions = db.Reactions.Where(r => there.Any(m => m.Id == r.MemberId));
            await db.Posts.Where(p => batch.Contains(p.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(p => p.Comments, p => comments.Count(c => c.PostId == p.Id))
                .SetProperty(p => p.Likes, p => reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Like))
                .SetProperty(p => p.Helpful, p => reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Helpful))
                .SetProperty(p => p.Congratulations, p => reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Congratulations))
                .SetProperty(p => p.Condolences, p => reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Condolence))
                .SetProperty(p => p.Shares, p => db.Posts.Count(x => x.SharedId == p.Id && x.RemovedAt == null && x.HiddenAt == null && there.Any(m => m.Id == x.AuthorId))), stop);
        }
    }

    private static async Task RecountComments(this GildeDb db, IEnumerable<long> ids, CancellationToken stop)
    {
        foreach (var batch in ids.Order().Chunk(Batch))
        {
            await db.Hold("comments", batch, stop);
            var reactions = db.CommentReactions.Where(r => db.Members.Any(m => m.Id == r.MemberId && m.ActiveSince != null && m.SuspendedAt == null));
            await db.Comments.Where(c => batch.Contains(c.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(c => c.Likes, c => reactions.Count(r => r.CommentId == c.Id && r.Kind == ReactionKind.Like))
                .SetProperty(c => c.Helpful, c => reactions.Count(r => r.CommentId == c.Id && r.Kind == ReactionKind.Helpful))
                .SetProperty(c => c.Congratulations, c => reactions.Count(r => r.CommentId == c.Id && r.Kind == ReactionKind.Congratulations))
                .SetProperty(c => c.Condolences, c => reactions.Count(r => r.CommentId == c.Id && r.Kind == ReactionKind.Condolence)), stop);
        }
    }

    /// <summary>A vote counts as long as it is there, also of a member who is suspended.</summary>
    private static async Task RecountPolls(this GildeDb db, IReadOnlyList<long> ids, CancellationToken stop)
    {
        foreach (var batch in ids.Order().Chunk(Batch))
        {
            // Votes are counted under this lock alone.
            foreach (var post in batch) await db.LockForCounts(post, stop);
            await db.PollOptions.Where(o => batch.Contains(o.PostId)).ExecuteUpdateAsync(s => s.SetProperty(o => o.Votes, o => db.PollVotes.Count(v => v.OptionId == o.Id)), stop);
            await db.Polls.Where(p => batch.Contains(p.PostId)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Voters, p => db.PollVotes.Where(v => v.PostId == p.PostId).Select(v => v.MemberId).Distinct().Count()), stop);
        }
    }

    /// <summary>
    /// Holds the rows until the transaction ends, in one order: who reacts meanwhile changes the count after us, and what they had written before is counted,
    /// because PostgreSQL lets the next statement see it. SQLite has one writer.
    /// </summary>
    private static async Task Hold(this GildeDb db, string table, long[] ids, CancellationToken stop)
    {
        if (!db.IsPostgres) return;
#pragma warning disable EF1002 // the table is one of two names above
        await db.Database.ExecuteSqlRawAsync($"SELECT id FROM {table} WHERE id = ANY ({{0}}) ORDER BY id FOR UPDATE", [ids], stop);
#pragma warning restore EF1002
    }
}
