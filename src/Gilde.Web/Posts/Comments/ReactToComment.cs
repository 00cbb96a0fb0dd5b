using Gilde.Web.Events;

namespace Gilde.Web.Posts.Comments;

/// <summary>A member reacts to a comment, changes how, or takes it back by reacting the same way again. Counts are exact however many do so at once.</summary>
public sealed class ReactToComment(GildeDb db, IClock clock)
{
    public Task<Reacting> Execute(Viewer viewer, long id, ReactionKind kind, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.CommentFor(viewer, id, stop) is not { } found) return Reacting.NotFound;
        await db.LockForCounts(found.PostId, stop);
        if (await db.GroundOf(viewer, found.PostId) is not { IsArchived: false }) return Reacting.Archived;
        if (await db.CommentToChange(id, stop) is null) return Reacting.NotFound;
        var mine = await db.CommentReactions.SingleOrDefaultAsync(r => r.CommentId == id && r.MemberId == viewer.Id, stop);
        if (mine is not null) await db.CountReactionTo(id, mine.Kind, -1, stop);
        if (mine?.Kind == kind) db.Remove(mine);
        else await React(viewer, found, mine, kind, stop);
        await db.SaveChangesAsync(stop);
        return Reacting.Done;
    }, stop);

    private async Task React(Viewer viewer, Comment comment, CommentReaction? mine, ReactionKind kind, CancellationToken stop)
    {
        if (mine is null) db.Add(new CommentReaction { CommentId = comment.Id, MemberId = viewer.Id, Kind = kind, At = clock.GetCurrentInstant() });
        else mine.Kind = kind;
        await db.CountReactionTo(comment.Id, kind, +1, stop);
        db.Record(clock, EventKinds.CommentReacted, viewer.Id, comment.AuthorId, comment.Id, comment.PostId);
    }
}
