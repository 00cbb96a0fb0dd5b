using Gilde.Web.Web.Live;

namespace Gilde.Web.Posts.Comments;

internal static class OneCommentEndpoints
{
    public static void MapOneComment(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/comments/{id:long}/edit", Form);
        members.Post("/comments/{id:long}/edit", Edit);
        members.Post("/comments/{id:long}/remove", Remove);
        members.Get("/comments/{id:long}/react", Choose);
        members.Post("/comments/{id:long}/react", React).RequireRateLimiting(RateLimits.People);
        members.Get("/comments/{id:long}/reactions", Reactions).RequireRateLimiting(RateLimits.People);
        app.For(Access.Anyone).Get("/comments/{id:long}/history", History).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Form(long id, Viewer viewer, GildeDb db, CancellationToken stop) =>
        await db.CommentFor(viewer, id, stop) is { } comment && comment.AuthorId == viewer.Id ? Pages.Show<EditCommentPage>(new { Viewer = viewer, Comment = comment }) : Results.NotFound();

    private static async Task<IResult> Edit(long id, CommentInput input, HttpContext http, Viewer viewer, GildeDb db, EditComment edit, CancellationToken stop)
    {
        var result = await edit.Execute(viewer, id, input, stop);
        if (result.Outcome == Commenting.NotFound || await db.CommentFor(viewer, id, stop) is not { } comment) return Results.NotFound();
        if (result.Outcome == Commenting.Written) return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther($"/posts/{comment.PostId}/comments?at={id}#comment-{id}");
        if (result.Outcome == Commenting.TooMany) http.RetryAfter(result.Wait);
        var (status, why) = result.Outcome == Commenting.TooMany
            ? (StatusCodes.Status429TooManyRequests, viewer.T["That was a lot in a short time. Please try again in a while."])
            : (StatusCodes.Status422UnprocessableEntity, result.Errors["text"] ?? result.Why);
        var draft = new CommentDraft(input.Text, why);
        return http.Request.WantsJson() ? draft.AsJson(viewer.T, status) : Pages.WithStatus<EditCommentPage>(status, new { Viewer = viewer, Comment = comment, Draft = draft });
    }

    private static async Task<IResult> Remove(long id, HttpContext http, Viewer viewer, GildeDb db, RemoveComment remove, CommentLive live, CancellationToken stop)
    {
        if (await remove.Execute(viewer, id, stop) is not { } removed) return Results.NotFound();
        if (http.Request.WantsJson()) return Results.NoContent();
        if (!LivePage.IsWanted(http)) return Pages.SeeOther($"/posts/{removed.PostId}/comments{(removed.ParentId is { } parent ? $"?at={parent}" : "")}", "The comment was removed.");
        var page = CommentEndpoints.PageOf(http, viewer, db);
        await live.Redraw(page, removed.PostId, id, stop);
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    private static async Task<IResult> Choose(long id, Viewer viewer, GildeDb db, CancellationToken stop) =>
        await db.CommentFor(viewer, id, stop) is { } comment && await CommentsView.One(db, viewer, comment.PostId, id, stop) is { } row
            ? Pages.Show<ReactToCommentPage>(new { Viewer = viewer, Comment = row }) : Results.NotFound();

    private static async Task<IResult> React(long id, HttpContext http, Viewer viewer, GildeDb db, ReactToComment react, CancellationToken stop)
    {
        if (await db.CommentFor(viewer, id, stop) is not { } comment) return Results.NotFound();
        if (!Enum.TryParse<ReactionKind>(await http.Field("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return new FieldErrors().Add("kind", viewer.T["Please choose a reaction."]).JsonErrors(viewer.T["That did not work"]);
        var outcome = await react.Execute(viewer, id, kind, stop);
        if (outcome == Reacting.NotFound || await CommentsView.One(db, viewer, comment.PostId, id, stop) is not { } row) return Results.NotFound();
        if (http.Request.WantsJson()) return outcome == Reacting.Done ? Results.Json(row) : Results.Problem(viewer.T["This group is archived. What was said can still be read."], statusCode: StatusCodes.Status409Conflict);
        if (outcome == Reacting.Archived) return Pages.SeeOther(row.Href, "This group is archived. What was said can still be read.");
        if (!LivePage.IsWanted(http)) return Pages.SeeOther(row.Href);
        var page = CommentEndpoints.PageOf(http, viewer, db);
        await page.Replace<CommentReactions>($"reactions-{id}", new { Viewer = viewer, Comment = row });
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    private static async Task<IResult> Reactions(long id, HttpContext http, Viewer viewer, GildeDb db, long? before, CancellationToken stop)
    {
        if (await db.CommentFor(viewer, id, stop) is not { } comment) return Results.NotFound();
        var page = await CommentReactors.Load(db, viewer, comment, before, stop);
        return http.Request.WantsJson() ? http.JsonList(page.Rows, page.Next) : Pages.Show<CommentReactionsPage>(new { Viewer = viewer, Comment = comment, List = page, Before = before });
    }

    private static async Task<IResult> History(long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await db.CommentFor(viewer, id, stop) is not { } comment) return Results.NotFound();
        var earlier = await db.CommentRevisions.AsNoTracking().Where(r => r.CommentId == id).OrderByDescending(r => r.At).Take(CommentReactors.PageSize).ToListAsync(stop);
        if (http.Request.WantsJson()) return Results.Json(earlier.Select(r => new { r.At, r.Text }));
        return Pages.Show<CommentHistoryPage>(new { Viewer = viewer, Comment = comment, Earlier = earlier });
    }
}
