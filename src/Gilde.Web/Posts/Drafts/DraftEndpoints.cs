using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Posts.Drafts;

public static class DraftEndpoints
{
    /// <summary>Eight pictures and a cover of the largest size taken.</summary>
    internal const long MaxRequest = 100L << 20;

    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/drafts", List);
        members.Post("/drafts", Save).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.People);
        members.Get("/drafts/{id:long}", Show);
        members.Post("/drafts/{id:long}/remove", async (long id, HttpContext http, Viewer viewer, DeleteDraft delete, CancellationToken stop) =>
            await delete.Execute(viewer, id, stop) ? Pages.Done(http, "/drafts", "The draft is deleted.") : Results.NotFound());
        members.Post("/drafts/schedule", Schedule).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.People);
        members.Post("/drafts/{id:long}/unschedule", async (long id, HttpContext http, Viewer viewer, ScheduleDraft schedule, CancellationToken stop) =>
            await schedule.Cancel(viewer, id, stop) ? Pages.Done(http, "/drafts", "It is a draft again and goes out when you publish it.") : Results.NotFound());
        members.Post("/drafts/{id:long}/pictures", Upload).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var drafts = await db.DraftsOf(viewer).AsNoTracking().OrderByDescending(d => d.SavedAt).ToListAsync(stop);
        if (http.Request.WantsJson()) return http.JsonList(drafts.Select(d => new { d.Id, Kind = d.Kind, d.Title, d.Text, d.SavedAt, d.DueAt, d.Refusal }).ToList(), null);
        return Pages.Show<DraftsPage>(new { Viewer = viewer, Drafts = drafts });
    }

    private static async Task<IResult> Show(long id, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, CancellationToken stop)
    {
        if (await DraftView.Load(db, viewer, id, stop) is not { } draft) return Results.NotFound();
        if (http.Request.WantsJson()) return Results.Json(new { draft.Id, draft.Draft.Kind, draft.Draft.Title, draft.Draft.Text, draft.Draft.SavedAt, draft.Draft.DueAt, draft.Draft.Refusal, draft.Pictures });
        return Pages.Show<PostFormPage>(PostFormEndpoints.Continue(viewer, talk, clock, draft, draft.Input, new FieldErrors()));
    }

    private static async Task<IResult> Save(DraftInput input, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, SaveDraft save, DraftPictures pictures, CancellationToken stop)
    {
        if (input.IsBlank && !http.Request.WantsJson()) return Pages.SeeOther((input.Post.Article ? "/articles/new" : "/posts/new") + (input.Post.Group is { Length: > 0 } group ? QueryString.Create("group", group) : ""));
        var saved = await save.Execute(viewer, input, stop);
        if (saved.Outcome == DraftSaving.NotFound) return Results.NotFound();
        if (saved.Outcome == DraftSaving.Invalid) return await PostFormEndpoints.Refused(http, viewer, db, talk, clock, input, saved.Errors, stop);
        if (input.Up is { } up) return await pictures.MoveUp(viewer, saved.Id, up, stop) ? Pages.SeeOther($"/drafts/{saved.Id}#pictures") : Results.NotFound();
        if (input.Drop is { } drop) return await pictures.Remove(viewer, saved.Id, drop, stop) ? Pages.SeeOther($"/drafts/{saved.Id}#pictures") : Results.NotFound();
        if (!http.Request.WantsJson()) return Pages.SeeOther($"/drafts/{saved.Id}", saved.WasChangedElsewhere ? Elsewhere : "Saved as a draft.");
        return Results.Json(new DraftState(saved.Id, saved.At.ToUnixTimeTicks(), viewer.T["Saved at {0}", saved.At.InZone(viewer.Zone).ToString("HH:mm", CultureInfo.InvariantCulture)], saved.WasChangedElsewhere ? viewer.T[Elsewhere] : null));
    }

    private static async Task<IResult> Schedule(DraftInput input, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, SaveDraft save, ScheduleDraft schedule, CancellationToken stop)
    {
        var saved = await save.Execute(viewer, input, stop);
        if (saved.Outcome == DraftSaving.NotFound) return Results.NotFound();
        if (saved.Outcome == DraftSaving.Invalid) return await PostFormEndpoints.Refused(http, viewer, db, talk, clock, input, saved.Errors, stop);
        var planned = await schedule.Execute(viewer, saved.Id, input.Due, stop);
        if (planned.Outcome == Scheduling.NotFound) return Results.NotFound();
        if (planned.Outcome == Scheduling.Invalid) return await PostFormEndpoints.Refused(http, viewer, db, talk, clock, input with { Id = saved.Id }, planned.Errors, stop);
        return http.Request.WantsJson() ? Results.Json(new { saved.Id, planned.Due }) : Pages.SeeOther("/drafts", "It goes out on {0}.", values: viewer.Moment(planned.Due));
    }

    /// <summary>Pictures alone; what else stands in the form is not looked at.</summary>
    private static async Task<IResult> Upload(long id, HttpContext http, Viewer viewer, GildeDb db, TalkText talk, IClock clock, SaveDraft save, CancellationToken stop)
    {
        if (await DraftView.Load(db, viewer, id, stop) is not { } draft) return Results.NotFound();
        var form = await http.Form();
        var input = new DraftInput(draft.Input, id) { Pictures = [.. form.Files.GetFiles("picture").Where(f => f.Length > 0).Take(Post.MaxPictures + 1)] };
        var saved = await save.Execute(viewer, input, stop);
        if (saved.Outcome == DraftSaving.Invalid) return await PostFormEndpoints.Refused(http, viewer, db, talk, clock, input, saved.Errors, stop);
        return http.Request.WantsJson() ? Results.Json(await db.PicturesOfDraft(id).ToListAsync(stop), statusCode: StatusCodes.Status201Created) : Pages.SeeOther($"/drafts/{id}");
    }

    private const string Elsewhere = "This draft was also changed elsewhere. What you wrote here stands now.";

    /// <summary>What a form that saves while one types is told.</summary>
    private sealed record DraftState(long Id, long Seen, string Words, string? Warning);
}
