using Gilde.Web.Feed;
using Gilde.Web.Profiles;

namespace Gilde.Web.Posts;

internal static class PostListScopes
{
    /// <summary>Of so many the newest that the viewer may read stands on a profile.</summary>
    private const int LastPosts = 5;
    private static readonly Instant Ever = Instant.FromUtc(9999, 1, 1, 0, 0);

    private static readonly CompiledQuery<Func<GildeDb, long, IAsyncEnumerable<long>>> Last = new(() => EF.CompileAsyncQuery((GildeDb db, long author) =>
        db.Posts.Where(p => p.AuthorId == author && p.GroupId == null && p.RemovedAt == null).OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(LastPosts).Select(p => p.Id)));

    /// <summary>Posts under a tag, newest first.</summary>
    public static IQueryable<PostLine> PostsUnder(this GildeDb db, Viewer viewer, long tagId, FeedPlace? after)
    {
        var (at, id) = (after?.At ?? Ever, after?.PostId ?? long.MaxValue);
        return db.PostTags.Where(t => t.TagId == tagId && t.PublishedAt <= at && (t.PublishedAt < at || t.PostId < id) && db.PostsVisibleTo(viewer).Any(p => p.Id == t.PostId))
            .OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.PostId).Select(t => new PostLine(t.PostId, t.PublishedAt));
    }

    /// <summary>The newest of somebody's posts, newest first; whether the viewer may read them is asked when they are loaded.</summary>
    public static ValueTask<List<long>> LastPostsBy(this GildeDb db, long authorId, CancellationToken stop) => Last.For(db)(db, authorId).ToListAsync(stop);

    /// <summary>The one that somebody pinned to their own page.</summary>
    public static Task<List<long>> PinnedBy(this GildeDb db, Viewer viewer, long authorId, CancellationToken stop) =>
        db.PostsVisibleTo(viewer).Where(p => p.AuthorId == authorId && p.GroupId == null && p.PinnedAt != null).Select(p => p.Id).ToListAsync(stop);

    /// <summary>What somebody says on their own page, newest first; the one they pinned stands above the list.</summary>
    public static IQueryable<PostLine> PostsBy(this GildeDb db, Viewer viewer, long authorId, FeedPlace? after)
    {
        var (at, id) = (after?.At ?? Ever, after?.PostId ?? long.MaxValue);
        return db.PostsVisibleTo(viewer).Where(p => p.AuthorId == authorId && p.GroupId == null && p.PinnedAt == null && p.PublishedAt <= at && (p.PublishedAt < at || p.Id < id))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Select(p => new PostLine(p.Id, p.PublishedAt));
    }

    /// <summary>What the viewer keeps for later, newest kept first.</summary>
    public static IQueryable<PostLine> KeptPosts(this GildeDb db, Viewer viewer, FeedPlace? after)
    {
        var (at, id) = (after?.At ?? Ever, after?.PostId ?? long.MaxValue);
        return db.Bookmarks.Where(b => b.MemberId == viewer.Id && b.At <= at && (b.At < at || b.PostId < id) && db.PostsVisibleTo(viewer).Any(p => p.Id == b.PostId))
            .OrderByDescending(b => b.At).ThenByDescending(b => b.PostId).Select(b => new PostLine(b.PostId, b.At));
    }

    /// <summary>Whose posts these are, if their profile exists for the viewer.</summary>
    public static Task<Author?> AuthorNamed(this GildeDb db, Viewer viewer, string handle, CancellationToken stop) =>
        db.ProfilesVisibleTo(viewer).Where(m => m.Handle == handle).Select(m => new Author(m.Id, m.Name, m.Handle)).SingleOrDefaultAsync(stop);
}

/// <summary>Whose posts a page shows.</summary>
public sealed record Author(long Id, string Name, string Handle);
