using Gilde.Web.Events;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Posts;

public enum Reacting
{
    Done,
    NotFound,
    /// <summary>In an archived group.</summary>
    Archived,
}

/// <summary>A member reacts to a post, changes how, or takes it back. Counts are exact however many do so at once.</summary>
public sealed class React(GildeDb db, IClock clock)
{
    /// <param name="kind">Null takes the reaction back.</param>
    public Task<Reacting> Execute(Viewer viewer, long postId, ReactionKind? kind, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.PostsVisibleTo(viewer).Where(p => p.Id == postId).Select(p => (long?)p.AuthorId).SingleOrDefaultAsync(stop) is not { } author) return Reacting.NotFound;
        await db.LockForCounts(postId, stop);
        if (await db.GroundOf(viewer, postId) is not { IsArchived: false }) return Reacting.Archived;
        var mine = await db.ReactionOf(viewer, postId, stop);
        if (mine?.Kind == kind) return Reacting.Done;
        if (mine is not null) await db.CountReaction(postId, mine.Kind, -1, stop);
        if (kind is { } now) await db.CountReaction(postId, now, +1, stop);
        Change(viewer, postId, mine, kind);
        db.Record(clock, kind is null ? EventKinds.PostUnreacted : EventKinds.PostReacted, viewer.Id, author, postId);
        await db.SaveChangesAsync(stop);
        return Reacting.Done;
    }, stop);

    private void Change(Viewer viewer, long postId, Reaction? mine, ReactionKind? kind)
    {
        if (kind is not { } now) db.Remove(mine!);
        else if (mine is not null) mine.Kind = now;
        else db.Add(new Reaction { PostId = postId, MemberId = viewer.Id, Kind = now, At = clock.GetCurrentInstant() });
    }
}

/// <summary>A member keeps a post for later, or no longer. False if it does not exist for them.</summary>
public sealed class KeepPost(GildeDb db, IClock clock)
{
    public async Task<bool> Execute(Viewer viewer, long postId, bool on, CancellationToken stop = default)
    {
        if (!await db.PostsVisibleTo(viewer).AnyAsync(p => p.Id == postId, stop)) return false;
        var kept = await db.BookmarksOf(viewer).SingleOrDefaultAsync(b => b.PostId == postId, stop);
        if (kept is null == !on) return true;
        if (kept is null) db.Add(new Bookmark { MemberId = viewer.Id, PostId = postId, At = clock.GetCurrentInstant() });
        else db.Remove(kept);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error) || error is DbUpdateConcurrencyException)
        {
            // Pressed twice at once: what was wanted is so.
        }
        return true;
    }
}
