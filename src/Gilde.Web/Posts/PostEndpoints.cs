using Gilde.Web.Feeds;
using Gilde.Web.Posts.Drafts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Web.Live;
using Microsoft.AspNetCore.Components.Web;

namespace Gilde.Web.Posts;

/// <summary>Posts by themselves: read, write, change, and what others think of them.</summary>
internal static class PostEndpoints
{
    private const int PageSize = 50;

    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/posts/{id:long}", Show).RequireRateLimiting(RateLimits.People);
        app.For(Access.Anyone).Get("/posts/{id:long}/reactions", Reactions).RequireRateLimiting(RateLimits.People);
        app.For(Access.Anyone).Get("/posts/{id:long}/history", History).RequireRateLimiting(RateLimits.People);
        var members = app.For(Access.Members);
        members.Post("/posts/{id:long}/react", React).RequireRateLimiting(RateLimits.People);
        members.Post("/posts/{id:long}/keep", Keep);
        members.Post("/posts/{id:long}/pin", async (long id, HttpContext http, Viewer viewer, ChangePost change, CancellationToken stop) =>
            await change.Pin(viewer, id, await http.IsOn(), stop) ? Pages.Done(http, $"/@{viewer.Handle}", "Saved.") : Results.NotFound());
        members.Post("/posts/{id:long}/remove", async (long id, HttpContext http, Viewer viewer, ChangePost change, CancellationToken stop) =>
            await change.Remove(viewer, id, stop) ? Pages.Done(http, "/", "The post is deleted.") : Results.NotFound());
        app.MapPostForms();
        app.MapPostLists();
        app.MapDrafts();
    }

    private static async Task<IResult> Show(long id, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, Settings settings, IClock clock, CancellationToken stop)
    {
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        if (http.Request.WantsJson()) return Results.Json(PostJson.Of(post));
        if (http.Request.WantsMarkdown()) return Results.Text(PostMarkdown.Of(post, settings.Address, viewer.T), "text/markdown", System.Text.Encoding.UTF8);
        var thread = post.IsHeld ? null : await CommentsView.Load(db, viewer, post, new(), stop);
        return Pages.Show<PostPage>(new { Viewer = viewer, Post = post, Thread = thread, Talk = talk, Now = clock.GetCurrentInstant(), Indexed = !viewer.IsMember && await db.IsListed(id, stop) });
    }

    private static async Task<IResult> React(long id, HttpContext http, Viewer viewer, GildeDb db, React react, CancellationToken stop)
    {
        var wanted = await http.Field("kind");
        var kind = Enum.TryParse<ReactionKind>(wanted, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (ReactionKind?)null;
        if (kind is null && wanted != "none") return new FieldErrors().Add("kind", viewer.T["There is no such reaction."]).JsonErrors(viewer.T["Nothing was saved."]);
        var outcome = await react.Execute(viewer, id, kind, stop);
        if (outcome == Reacting.NotFound) return Results.NotFound();
        if (http.Request.WantsJson()) return outcome == Reacting.Done ? Results.NoContent() : Results.Problem(viewer.T["This group is archived. What was said can still be read."], statusCode: StatusCodes.Status409Conflict);
        if (outcome == Reacting.Archived) return Pages.SeeOther($"/posts/{id}", "This group is archived. What was said can still be read.");
        return LivePage.IsWanted(http) && await PostViews.One(db, viewer, id, stop) is { } post ? await Redrawn(http, viewer, db, post) : Pages.SeeOther($"/posts/{id}");
    }

    /// <summary>Only the foot of the post changes on the page that is open.</summary>
    private static async Task<IResult> Redrawn(HttpContext http, Viewer viewer, GildeDb db, PostView post)
    {
        var page = new LivePage(db, viewer, http.RequestServices.GetRequiredService<HtmlRenderer>());
        await page.Replace<PostFoot>($"post-foot-{post.Id}", new { Viewer = viewer, Post = post });
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    private static async Task<IResult> Keep(long id, HttpContext http, Viewer viewer, KeepPost keep, CancellationToken stop)
    {
        var on = await http.IsOn();
        if (!await keep.Execute(viewer, id, on, stop)) return Results.NotFound();
        return Pages.Done(http, on ? $"/posts/{id}" : "/bookmarks", on ? "Saved. You find it under “Saved posts” in your menu." : "No longer saved.");
    }

    private static async Task<IResult> Reactions(long id, string? before, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        var rows = await db.ReactionRows(viewer, id).Before(before).Take(PageSize + 1).ToListAsync(stop);
        var next = rows.Count > PageSize ? $"/posts/{id}/reactions?before={ReactionPaging.Place(rows[PageSize - 1])}" : null;
        var page = rows.Take(PageSize).ToList();
        return http.Request.WantsJson() ? http.JsonList(page, next)
            : Pages.Show<ReactionsPage>(new { Viewer = viewer, Post = post, Rows = page, Next = next, Frame = before is null ? "reactions" : "reactions-" + before.Split('-')[^1] });
    }

    private static async Task<IResult> History(long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        var earlier = await db.PostRevisions.AsNoTracking().Where(r => r.PostId == id).OrderByDescending(r => r.Version).Take(PageSize).ToListAsync(stop);
        return http.Request.WantsJson() ? Results.Json(earlier.Select(r => new { r.At, r.Title, r.Text, r.ContentNote })) : Pages.Show<PostHistoryPage>(new { Viewer = viewer, Post = post, Earlier = earlier });
    }
}
