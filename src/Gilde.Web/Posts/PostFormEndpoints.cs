using Gilde.Web.Groups;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Posts.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Posts;

/// <summary>Writing, sharing and changing posts.</summary>
internal static class PostFormEndpoints
{
    public static void MapPostForms(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/posts/new", New);
        members.Get("/articles/new", (string? group, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop) => Begin(viewer, db, talk, clock, new PostInput(Group: group) { Article = true }, stop));
        members.Post("/posts", Publish).WithMetadata(new RequestSizeLimitAttribute(DraftEndpoints.MaxRequest)).RequireRateLimiting(RateLimits.People);
        members.Get("/posts/{id:long}/edit", Edit);
        members.Post("/posts/{id:long}/edit", Save).RequireRateLimiting(RateLimits.People);
    }

    private static Task<IResult> New(string? group, long? share, string? text, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop) =>
        Begin(viewer, db, talk, clock, new PostInput(text, Group: group, Shared: share), stop);

    private static async Task<IResult> Begin(Viewer viewer, GildeDb db, TalkText talk, IClock clock, PostInput input, CancellationToken stop) =>
        await Form(viewer, db, talk, clock, input, stop) is { } view ? Pages.Show<PostFormPage>(view) : Results.NotFound();

    private static async Task<IResult> Publish(
        DraftInput form, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, SaveDraft save, PublishDraft publishDraft, PublishPost publish, IClock clock, CancellationToken stop)
    {
        // What came with pictures, or was kept while it was typed, goes by way of its draft.
        if (form.Post.Shared is null && (form.Id is not null || form.HasFiles))
        {
            var saved = await save.Execute(viewer, form, stop);
            if (saved.Outcome == DraftSaving.NotFound) return Results.NotFound();
            if (saved.Outcome == DraftSaving.Invalid) return await Refused(http, viewer, db, talk, clock, form, saved.Errors, stop);
            form = form with { Id = saved.Id };
        }
        var input = form.Post;
        var result = form.Id is { } draft ? await publishDraft.Execute(viewer, draft, stop) : await publish.Execute(viewer, input, stop: stop);
        switch (result.Outcome)
        {
            case Publishing.Published when http.Request.WantsJson():
                return Results.Created($"/posts/{result.PostId}", new { result.PostId });
            case Publishing.Published:
                return Pages.SeeOther($"/posts/{result.PostId}", result.IsHeld ? "Published. It waits for a moderator of the group." : "Published.");
            case Publishing.NotFound:
                return Results.NotFound();
            case Publishing.TooMany:
                http.RetryAfter(result.Wait);
                return await Again(StatusCodes.Status429TooManyRequests, result.Errors.Any ? result.Errors : new FieldErrors().Add("", viewer.T["You have posted very often in the last hour. Please wait a while."]));
            default:
                return await Again(StatusCodes.Status422UnprocessableEntity, result.Errors);
        }

        async Task<IResult> Again(int status, FieldErrors errors)
        {
            if (http.Request.WantsJson()) return Results.ValidationProblem(errors.All.ToDictionary(e => e.Key, e => new[] { e.Value }), title: viewer.T["The post was not published."], statusCode: status);
            if (form.Id is { } kept && await DraftView.Load(db, viewer, kept, stop) is { } known) return Pages.WithStatus<PostFormPage>(status, Continue(viewer, talk, clock, known, input, errors));
            return await Form(viewer, db, talk, clock, input, stop, errors) is { } view ? Pages.WithStatus<PostFormPage>(status, view) : Results.NotFound();
        }
    }

    /// <summary>The form of a draft again, with what was typed and what was wrong with it.</summary>
    internal static async Task<IResult> Refused(HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, DraftInput input, FieldErrors errors, CancellationToken stop)
    {
        if (http.Request.WantsJson()) return errors.JsonErrors(viewer.T["The draft was not saved."]);
        if (input.Id is { } id) return await DraftView.Load(db, viewer, id, stop) is { } draft ? Pages.Invalid<PostFormPage>(Continue(viewer, talk, clock, draft, input.Post, errors, input.Due)) : Results.NotFound();
        return await Form(viewer, db, talk, clock, input.Post, stop, errors) is { } view ? Pages.Invalid<PostFormPage>(view) : Results.NotFound();
    }

    /// <summary>Goes on with a draft.</summary>
    internal static object Continue(Viewer viewer, TalkText talk, IClock clock, DraftView draft, PostInput input, FieldErrors errors, LocalDateTime? due = null) => new
    {
        Viewer = viewer, Input = input, Draft = draft, draft.Draft.Kind, Errors = errors, Talk = talk, Now = clock.GetCurrentInstant(), DueTyped = due,
        Group = draft.GroupSlug is null ? null : new Group { Slug = draft.GroupSlug, Name = draft.Group! },
    };

    private static async Task<IResult> Edit(long id, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop)
    {
        if (await Own(viewer, db, id, stop) is not { } post) return Results.NotFound();
        var mayNot = post.GroupId is { } group && await db.WritingIn(viewer, group, stop) is not { MustAccept: false };
        return Pages.Show<PostFormPage>(Change(viewer, talk, clock, post, AsInput(post), mayNot ? EditPost.NotNow(viewer.T) : new FieldErrors()));
    }

    private static async Task<IResult> Save(long id, PostInput input, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, EditPost edit, IClock clock, CancellationToken stop)
    {
        var result = await edit.Execute(viewer, id, input, stop);
        if (result.Outcome == Editing.NotFound || await Own(viewer, db, id, stop) is not { } post) return Results.NotFound();
        if (result.Outcome == Editing.Invalid)
            return http.Request.WantsJson() ? result.Errors.JsonErrors(viewer.T["The post was not changed."]) : Pages.Invalid<PostFormPage>(Change(viewer, talk, clock, post, input, result.Errors));
        return Pages.Done(http, $"/posts/{id}", result.IsHeld ? "Saved. It waits for a moderator of the group." : "Saved.");
    }

    private static async Task<PostView?> Own(Viewer viewer, GildeDb db, long id, CancellationToken stop) => await PostViews.One(db, viewer, id, stop) is { } post && post.AuthorId == viewer.Id ? post : null;

    private static PostInput AsInput(PostView post) =>
        new(post.Text, post.Title, post.Audience.ToString().ToLowerInvariant(), ContentNote: post.ContentNote, Replies: post.Replies.ToString().ToLowerInvariant());

    private static object Change(Viewer viewer, TalkText talk, IClock clock, PostView post, PostInput input, FieldErrors errors) => new
    {
        Viewer = viewer, Input = input, PostId = (long?)post.Id, post.Kind, Errors = errors, Talk = talk, Now = clock.GetCurrentInstant(),
        Group = post.GroupSlug is null ? null : new Group { Slug = post.GroupSlug, Name = post.Group! }, post.Shared,
    };

    /// <summary>The form with what it is about; null where that does not exist for the viewer.</summary>
    private static async Task<object?> Form(Viewer viewer, GildeDb db, TalkText talk, IClock clock, PostInput input, CancellationToken stop, FieldErrors? errors = null)
    {
        var group = string.IsNullOrEmpty(input.Group) ? null : await db.GroupToWriteIn(viewer, input.Group, stop);
        var shared = input.Shared is { } id && await db.Shareable(viewer, id, stop) is { } found ? await PostViews.One(db, viewer, found.Id, stop) : null;
        if ((group is null && !string.IsNullOrEmpty(input.Group)) || (shared is null && input.Shared is not null)) return null;
        return new { Viewer = viewer, Input = input, Kind = input.Article ? PostKind.Article : PostKind.Post, Group = group, Shared = shared, Errors = errors ?? new FieldErrors(), Talk = talk, Now = clock.GetCurrentInstant() };
    }
}
