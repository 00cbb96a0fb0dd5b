using Gilde.Web.Feed;

namespace Gilde.Web.Posts;

/// <summary>A page of posts that stand in the order of a moment: of publishing, or of keeping.</summary>
/// <param name="After">Where the next page begins.</param>
public sealed record PostList(IReadOnlyList<PostView> Posts, FeedPlace? After)
{
    public const int PageSize = 20;
    public static readonly PostList Empty = new([], null);

    /// <param name="lines">Newest first, of posts that exist for the viewer.</param>
    public static async Task<PostList> Load(GildeDb db, Viewer viewer, IQueryable<PostLine> lines, CancellationToken stop)
    {
        var found = await lines.Take(PageSize + 1).ToListAsync(stop);
        var posts = await PostViews.Load(db, viewer, [.. found.Take(PageSize).Select(l => l.PostId)], stop);
        return new(posts, found.Count > PageSize ? new FeedPlace(found[PageSize - 1].At, found[PageSize - 1].PostId) : null);
    }

    /// <summary>The part of the page into which what begins at this place is loaded.</summary>
    public static string FrameOf(string? place) => "posts-" + (place?.Split('-')[^1] ?? "first");
}

/// <summary>That a post stands in a list, and where.</summary>
public sealed record PostLine(long PostId, Instant At);
