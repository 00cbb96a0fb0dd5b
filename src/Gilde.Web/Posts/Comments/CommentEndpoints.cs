using System.Globalization;
using Gilde.Web.Web.Live;
using Microsoft.AspNetCore.Components.Web;

namespace Gilde.Web.Posts.Comments;

public static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder app)
    {
        var (anyone, members) = (app.For(Access.Anyone), app.For(Access.Members));
        anyone.Get("/posts/{id:long}/comments", Thread).RequireRateLimiting(RateLimits.People);
        members.Post("/posts/{id:long}/comments", Write);
        anyone.Get("/comments/{id:long}/answers", Answers).RequireRateLimiting(RateLimits.People);
        members.Get("/comments/{id:long}/answer", Answer);
        app.MapOneComment();
    }

    private static async Task<IResult> Thread(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, long? after, long? at, long? since, string? order, CancellationToken stop)
    {
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        if (since is { } seen && LivePage.IsWanted(http)) return await Arrived(http, viewer, db, post, seen, order == "newest", stop);
        var thread = await CommentsView.Load(db, viewer, post, new(order == "newest", after, at), stop);
        if (http.Request.WantsJson()) return http.JsonList(thread.Lines.Select(Json).ToList(), thread.NextHref);
        return Pages.Show<CommentsPage>(new { Viewer = viewer, Thread = thread, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> Answers(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, long? before, CancellationToken stop)
    {
        if (await db.CommentPlaceFor(viewer, id, stop) is not { ParentId: null } comment) return Results.NotFound();
        var (answers, earlier) = await CommentsView.EarlierAnswers(db, viewer, comment, before ?? long.MaxValue, stop);
        // Of a comment that was removed nothing is left but its answers.
        if (comment.RemovedAt is not null && answers.Count == 0) return Results.NotFound();
        if (http.Request.WantsJson()) return http.JsonList(answers, earlier > 0 ? $"/comments/{id}/answers?before={answers[0].Id}" : null);
        var ground = await db.GroundOf(viewer, comment.PostId);
        return Pages.Show<AnswersPage>(new { Viewer = viewer, Ground = ground, ParentId = id, Answers = answers, Earlier = earlier, Before = before, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> Answer(long id, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop) =>
        await db.CommentFor(viewer, id, stop) is { } comment ? await AnswerForm(viewer, db, clock, comment, null, StatusCodes.Status200OK, stop) : Results.NotFound();

    private static async Task<IResult> Write(long id, CommentInput input, HttpContext http, Viewer viewer, GildeDb db, IClock clock, WriteComment write, CancellationToken stop)
    {
        var result = await write.Execute(viewer, id, input, stop);
        switch (result.Outcome)
        {
            case Commenting.Written when http.Request.WantsJson():
                return Results.Created($"/posts/{id}/comments?at={result.CommentId}", new { result.CommentId, result.ParentId });
            case Commenting.Written when LivePage.IsWanted(http):
                return await Streamed(http, viewer, db, id, result, stop);
            case Commenting.Written:
                return Pages.SeeOther($"/posts/{id}/comments?at={result.CommentId}#comment-{result.CommentId}");
            case Commenting.NotFound:
                return Results.NotFound();
            case Commenting.TooMany:
                http.RetryAfter(result.Wait);
                return await Again(id, input, viewer.T["That was a lot in a short time. Please try again in a while."], StatusCodes.Status429TooManyRequests, http, viewer, db, clock, stop);
            default:
                return await Again(id, input, result.Errors["text"] ?? result.Why, StatusCodes.Status422UnprocessableEntity, http, viewer, db, clock, stop);
        }
    }

    /// <summary>The form again, with what was typed and why it was not taken.</summary>
    private static async Task<IResult> Again(long id, CommentInput input, string why, int status, HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var draft = new CommentDraft(input.Text, why);
        if (http.Request.WantsJson()) return draft.AsJson(viewer.T, status);
        if (input.Parent is { } parent && await db.CommentFor(viewer, parent, stop) is { } answered) return await AnswerForm(viewer, db, clock, answered, draft, status, stop);
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        var thread = await CommentsView.Load(db, viewer, post, new(await http.Field("order") == "newest"), stop);
        return Pages.WithStatus<CommentsPage>(status, new { Viewer = viewer, Thread = thread, Draft = draft, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> AnswerForm(Viewer viewer, GildeDb db, IClock clock, Comment answered, CommentDraft? draft, int status, CancellationToken stop)
    {
        if (await db.GroundOf(viewer, answered.PostId) is not { } ground || await CommentsView.One(db, viewer, answered.PostId, answered.Id, stop) is not { } row) return Results.NotFound();
        return Pages.WithStatus<AnswerPage>(status, new { Viewer = viewer, Ground = ground, Answered = row, Draft = draft, Now = clock.GetCurrentInstant() });
    }

    /// <summary>The writer's page gets the comment in the answer itself.</summary>
    private static async Task<IResult> Streamed(HttpContext http, Viewer viewer, GildeDb db, long postId, CommentResult written, CancellationToken stop)
    {
        var page = PageOf(http, viewer, db);
        var live = http.RequestServices.GetRequiredService<CommentLive>();
        await live.Show(page, postId, [written.CommentId], await http.Field("order") == "newest", stop);
        // What may have been left over from a try that was refused goes, and the form under the comment closes.
        if (written.ParentId is { } parent) await page.Replace<AnswerPlace>($"answer-{parent}", new { ParentId = parent });
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    /// <summary>What others wrote meanwhile, each where it belongs.</summary>
    private static async Task<IResult> Arrived(HttpContext http, Viewer viewer, GildeDb db, PostView post, long since, bool newestFirst, CancellationToken stop)
    {
        var page = PageOf(http, viewer, db);
        var arrived = await CommentsView.Since(db, viewer, post.Id, since, stop);
        await http.RequestServices.GetRequiredService<CommentLive>().Show(page, post.Id, [.. arrived.Select(c => c.Id)], newestFirst, stop);
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    internal static LivePage PageOf(HttpContext http, Viewer viewer, GildeDb db) => new(db, viewer, http.RequestServices.GetRequiredService<HtmlRenderer>());

    private static object Json(CommentLine line) => new
    {
        Comment = line.Comment, line.Answers, line.Earlier, EarlierAnswers = line.Earlier > 0 ? string.Create(CultureInfo.InvariantCulture, $"/comments/{line.Comment.Id}/answers?before={line.Answers[0].Id}") : null,
    };
}

/// <summary>What was typed and not taken, and why.</summary>
public sealed record CommentDraft(string? Text, string Error)
{
    public IResult AsJson(Texts t, int status) => status == StatusCodes.Status422UnprocessableEntity
        ? new FieldErrors().Add("text", Error).JsonErrors(t["The comment was not posted."])
        : Results.Problem(Error, statusCode: status, title: t["The comment was not posted."]);
}
