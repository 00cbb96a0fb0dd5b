using Gilde.Web.Feed;
using Gilde.Web.Follows;

namespace Gilde.Web.Posts;

/// <summary>Lists of posts: under a tag, of one author, kept for later.</summary>
internal static class PostListEndpoints
{
    public static void MapPostLists(this IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/tags/{tag}", Tagged).RequireRateLimiting(RateLimits.People);
        app.For(Access.Anyone).Get("/@{handle}/posts", OfAuthor).RequireRateLimiting(RateLimits.People);
        var members = app.For(Access.Members);
        members.Get("/bookmarks", Kept);
        members.Post("/tags/{tag}/follow", Follow);
    }

    private static async Task<IResult> Tagged(string tag, string? before, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, Settings settings, IClock clock, CancellationToken stop)
    {
        var key = TalkText.TagKey(tag);
        var known = await db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, stop);
        var page = known is null ? PostList.Empty : await PostList.Load(db, viewer, db.PostsUnder(viewer, known.Id, FeedPlace.Parse(before)), stop);
        var next = page.After is { } after ? $"/tags/{Uri.EscapeDataString(key)}?before={after}" : null;
        var follows = known is not null && viewer.IsMember && await db.TagFollowsOf(viewer).AnyAsync(f => f.TagId == known.Id, stop);
        // A tag under which the viewer may read nothing is one that nobody uses.
        if (page.Posts.Count == 0 && before is null && !follows) return Results.NotFound();
        // As it is written where the viewer may read it; else as they typed it.
        var name = page.Posts.Count > 0 || follows ? known!.Name : tag;
        if (http.Request.WantsJson()) return http.JsonList(page.Posts.Select(PostJson.Of).ToList(), next);
        if (http.Request.WantsMarkdown()) return Results.Text(PostMarkdown.OfList("#" + name, "", "/tags/" + Uri.EscapeDataString(key), page.Posts, settings.Address, viewer.T), "text/markdown", System.Text.Encoding.UTF8);
        return Pages.Show<TagPage>(new { Viewer = viewer, Key = key, Name = name, Follows = follows, page.Posts, Next = next, Frame = PostList.FrameOf(before), NextFrame = PostList.FrameOf(page.After?.ToString()), Talk = talk, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> OfAuthor(string handle, string? before, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, Settings settings, IClock clock, CancellationToken stop)
    {
        if (await db.AuthorNamed(viewer, handle, stop) is not { } author) return Results.NotFound();
        var page = await PostList.Load(db, viewer, db.PostsBy(viewer, author.Id, FeedPlace.Parse(before)), stop);
        var pinned = before is null ? await PostViews.Load(db, viewer, await db.PinnedBy(viewer, author.Id, stop), stop) : [];
        IReadOnlyList<PostView> posts = [.. pinned, .. page.Posts];
        var next = page.After is { } after ? $"/@{handle}/posts?before={after}" : null;
        if (http.Request.WantsJson()) return http.JsonList(posts.Select(PostJson.Of).ToList(), next);
        if (http.Request.WantsMarkdown()) return Results.Text(PostMarkdown.OfList(viewer.T["Posts by {0}", author.Name], "", $"/@{handle}/posts", posts, settings.Address, viewer.T), "text/markdown", System.Text.Encoding.UTF8);
        return Pages.Show<AuthorPostsPage>(new { Viewer = viewer, Author = author, Posts = posts, Next = next, Frame = PostList.FrameOf(before), NextFrame = PostList.FrameOf(page.After?.ToString()), Talk = talk, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> Kept(string? before, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop)
    {
        var page = await PostList.Load(db, viewer, db.KeptPosts(viewer, FeedPlace.Parse(before)), stop);
        var next = page.After is { } after ? $"/bookmarks?before={after}" : null;
        if (http.Request.WantsJson()) return http.JsonList(page.Posts.Select(PostJson.Of).ToList(), next);
        return Pages.Show<BookmarksPage>(new { Viewer = viewer, page.Posts, Next = next, Frame = PostList.FrameOf(before), NextFrame = PostList.FrameOf(page.After?.ToString()), Talk = talk, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> Follow(string tag, HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var (key, on) = (TalkText.TagKey(tag), await http.IsOn());
        if (await db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, stop) is not { } known || (on && !await db.PostsUnder(viewer, known.Id, null).AnyAsync(stop))) return Results.NotFound();
        await db.Alone(async () =>
        {
            var follow = await db.TagFollowsOf(viewer).SingleOrDefaultAsync(f => f.TagId == known.Id, stop);
            if (on && follow is null) db.Add(new TagFollow { MemberId = viewer.Id, TagId = known.Id, At = clock.GetCurrentInstant() });
            if (!on && follow is not null) db.Remove(follow);
            return await db.SaveChangesAsync(stop);
        }, stop);
        return Pages.Done(http, $"/tags/{Uri.EscapeDataString(key)}", on ? "You will now see posts on this topic in your feed." : "You no longer follow this topic.");
    }
}
