using Gilde.Web.Events;

namespace Gilde.Web.Posts.Comments;

/// <summary>Takes a comment's words away, for good: its author, the author of the post, or who moderates the group.</summary>
public sealed class RemoveComment(GildeDb db, IClock clock)
{
    /// <returns>The comment as it was; null if it does not exist for the viewer, or is not theirs to remove.</returns>
    public Task<Comment?> Execute(Viewer viewer, long id, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.CommentFor(viewer, id, stop) is not { } found) return null;
        await db.LockForCounts(found.PostId, stop);
        var ground = await db.GroundOf(viewer, found.PostId);
        if (ground?.MayRemove(viewer, found.AuthorId) != true || await db.CommentToChange(id, stop) is not { } comment) return null;
        await db.Erase(clock, comment, viewer.Id, stop);
        return found;
    }, stop);
}

internal static class CommentErasure
{
    /// <summary>The words, what they were before, and the reactions to them go. The counts of the post are locked by the caller.</summary>
    public static async Task Erase(this GildeDb db, IClock clock, Comment comment, long by, CancellationToken stop)
    {
        comment.Remove(by, clock.GetCurrentInstant());
        await db.CommentRevisions.Where(r => r.CommentId == comment.Id).ExecuteDeleteAsync(stop);
        await db.CommentReactions.Where(r => r.CommentId == comment.Id).ExecuteDeleteAsync(stop);
        (comment.Likes, comment.Helpful, comment.Congratulations, comment.Condolences) = (0, 0, 0, 0);
        db.Record(clock, EventKinds.CommentChanged, by, subject: comment.Id, parent: comment.PostId);
        await db.SaveChangesAsync(stop);
        // Not one less: what was hidden, or answers what is hidden, does not count already.
        await db.RecountPosts([comment.PostId], stop);
    }
}
