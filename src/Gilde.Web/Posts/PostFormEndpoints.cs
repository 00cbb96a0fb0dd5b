using Gilde.Web.Groups;

namespace Gilde.Web.Posts;

/// <summary>Writing, sharing and changing posts.</summary>
internal static class PostFormEndpoints
{
    public static void MapPostForms(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/posts/new", New);
        members.Post("/posts", Publish).RequireRateLimiting(RateLimits.People);
        members.Get("/posts/{id:long}/edit", Edit);
        members.Post("/posts/{id:long}/edit", Save).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> New(string? group, long? share, string? text, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop) =>
        await Form(viewer, db, talk, clock, new PostInput(text, Group: group, Shared: share), stop) is { } view ? Pages.Show<PostFormPage>(view) : Results.NotFound();

    private static async Task<IResult> Publish(PostInput input, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, PublishPost publish, IClock clock, CancellationToken stop)
    {
        var result = await publish.Execute(viewer, input, stop);
        switch (result.Outcome)
        {
            case Publishing.Published when http.Request.WantsJson():
                return Results.Created($"/posts/{result.PostId}", new { result.PostId });
            case Publishing.Published:
                return Pages.SeeOther($"/posts/{result.PostId}", "Published.");
            case Publishing.NotFound:
                return Results.NotFound();
            case Publishing.TooMany:
                http.RetryAfter(result.Wait);
                return await Again(StatusCodes.Status429TooManyRequests, new FieldErrors().Add("", viewer.T["You have posted very often within the hour. Please wait a while."]));
            default:
                return await Again(StatusCodes.Status422UnprocessableEntity, result.Errors);
        }

        async Task<IResult> Again(int status, FieldErrors errors)
        {
            if (http.Request.WantsJson()) return Results.ValidationProblem(errors.All.ToDictionary(e => e.Key, e => new[] { e.Value }), title: viewer.T["The post was not published."], statusCode: status);
            return await Form(viewer, db, talk, clock, input, stop, errors) is { } view ? Pages.WithStatus<PostFormPage>(status, view) : Results.NotFound();
        }
    }

    private static async Task<IResult> Edit(long id, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop) =>
        await Own(viewer, db, id, stop) is { } post ? Pages.Show<PostFormPage>(Change(viewer, talk, clock, post, AsInput(post), new FieldErrors())) : Results.NotFound();

    private static async Task<IResult> Save(long id, PostInput input, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, EditPost edit, IClock clock, CancellationToken stop)
    {
        var result = await edit.Execute(viewer, id, input, stop);
        if (result.Outcome == Editing.NotFound || await Own(viewer, db, id, stop) is not { } post) return Results.NotFound();
        if (result.Outcome == Editing.Invalid)
            return http.Request.WantsJson() ? result.Errors.JsonErrors(viewer.T["The post was not changed."]) : Pages.Invalid<PostFormPage>(Change(viewer, talk, clock, post, input, result.Errors));
        return Pages.Done(http, $"/posts/{id}", "Saved.");
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
        return new { Viewer = viewer, Input = input, Group = group, Shared = shared, Errors = errors ?? new FieldErrors(), Talk = talk, Now = clock.GetCurrentInstant() };
    }
}
