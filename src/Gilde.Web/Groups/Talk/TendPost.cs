using Gilde.Web.Events;

namespace Gilde.Web.Groups.Talk;

/// <summary>Whoever runs a group puts a post first in it, closes the talk below one, or moves it to another group.</summary>
public sealed class TendPost(GildeDb db, IClock clock)
{
    public Task<GroupResult> Pin(Viewer viewer, string slug, long postId, bool on, CancellationToken stop = default) => db.Alone(async () =>
    {
        var posts = db.PostsRunBy(viewer, slug).Where(p => p.HeldAt == null);
        if (await posts.SingleOrDefaultAsync(p => p.Id == postId, stop) is not { } post) return GroupResult.NotFound;
        if (on && post.PinnedAt is null && await posts.CountAsync(p => p.PinnedAt != null, stop) >= GroupTalkScopes.MostPinned) return GroupResult.Refused(viewer.T["At most {0} posts stand first in a group.", GroupTalkScopes.MostPinned]);
        post.PinnedAt = on ? clock.GetCurrentInstant() : null;
        return await Changed(viewer, post, stop);
    }, stop);

    public Task<GroupResult> Lock(Viewer viewer, string slug, long postId, bool on, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.PostsRunBy(viewer, slug).SingleOrDefaultAsync(p => p.Id == postId && p.HeldAt == null, stop) is not { } post) return GroupResult.NotFound;
        post.LockedAt = on ? clock.GetCurrentInstant() : null;
        return await Changed(viewer, post, stop);
    }, stop);

    /// <param name="target">The address of the other group. Who reads it there reads the post; nobody else does any more, and nobody does who could not before.</param>
    public Task<GroupResult> Move(Viewer viewer, string slug, long postId, string target, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.PostsRunBy(viewer, slug).SingleOrDefaultAsync(p => p.Id == postId && p.HeldAt == null, stop) is not { } post) return GroupResult.NotFound;
        var from = await db.GroupsOf(viewer).SingleAsync(g => g.Slug == slug, stop);
        if (await db.MoveTargets(viewer, from).SingleOrDefaultAsync(g => g.Slug == target, stop) is not { } to) return GroupResult.Invalid("to", viewer.T["Please choose one of these groups."]);
        (post.GroupId, post.PinnedAt) = (to.Id, null);
        to.ActiveAt = clock.GetCurrentInstant();
        return await Changed(viewer, post, stop);
    }, stop);

    private async Task<GroupResult> Changed(Viewer viewer, Posts.Post post, CancellationToken stop)
    {
        db.Record(clock, EventKinds.PostChanged, viewer.Id, post.AuthorId, post.Id, post.GroupId);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }
}
