using Gilde.Web.Events;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts;

internal static class ErasedPostScopes
{
    /// <summary>Takes everything that a post says away: words, history, tags, pictures, the preview of its link. For the author, or a moderator who decided.</summary>
    public static async Task Erase(this GildeDb db, IClock clock, Post post, long by, CancellationToken stop)
    {
        foreach (var picture in await db.Pictures.Where(p => p.Id == post.CoverId || db.PostPictures.Any(x => x.PostId == post.Id && x.PictureId == p.Id)).ToListAsync(stop)) db.Discard(clock, picture);
        post.Remove(by, clock.GetCurrentInstant());
        post.Version++;
        await db.PostRevisions.Where(r => r.PostId == post.Id).ExecuteDeleteAsync(stop);
        await db.PostTags.Where(t => t.PostId == post.Id).ExecuteDeleteAsync(stop);
        await db.LinkPreviews.Where(l => l.PostId == post.Id).ExecuteDeleteAsync(stop);
        db.Record(clock, EventKinds.PostRemoved, by, subject: post.Id, parent: post.GroupId);
        await db.SaveChangesAsync(stop);
        // Counted anew and not down by one: a share that was hidden was not counted any more.
        if (post.SharedId is { } shared) await db.RecountPosts([shared], stop);
    }
}
