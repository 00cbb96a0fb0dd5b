using Gilde.Web.Events;

namespace Gilde.Web.Posts;

/// <summary>What else the author does with a post: take it away, put it first on their page. False where it does not exist for them.</summary>
public sealed class ChangePost(GildeDb db, IClock clock)
{
    /// <summary>The words, their history and the pictures go; shares of it say that it is gone.</summary>
    public Task<bool> Remove(Viewer viewer, long postId, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.OwnPost(viewer, postId, stop) is not { } post) return false;
        await db.Erase(clock, post, viewer.Id, stop);
        return true;
    }, stop);

    /// <summary>One post stands first on a member's page: pinning another takes its place.</summary>
    public Task<bool> Pin(Viewer viewer, long postId, bool on, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.OwnPost(viewer, postId, stop) is not { GroupId: null } post) return false;
        await db.Pinned(viewer).Where(p => p.Id != postId).ExecuteUpdateAsync(s => s.SetProperty(p => p.PinnedAt, (Instant?)null), stop);
        post.PinnedAt = on ? clock.GetCurrentInstant() : null;
        db.Record(clock, EventKinds.PostChanged, viewer.Id, subject: post.Id);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
