using System.Globalization;
using Gilde.Web.Feeds;
using Gilde.Web.Formats;
using Gilde.Web.Introductions;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Groups;

/// <summary>The list of groups, the page of one, who is in it, and founding one.</summary>
internal static class GroupEndpoints
{
    /// <summary>Above the largest picture taken, so that one that is too large gets a sentence instead of a broken connection.</summary>
    internal const long MaxRequest = 40 << 20;
    private const int SeatsAPage = 40;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/groups", List).RequireRateLimiting(RateLimits.People);
        members.Get("/groups/new", (Viewer viewer) => Pages.Show<FoundGroupPage>(new { Viewer = viewer }));
        members.Post("/groups", Found).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.Heavy);
        app.For(Access.Anyone).Get("/groups/{slug}", Show).RequireRateLimiting(RateLimits.People);
        app.For(Access.Anyone).Get("/groups/{slug}/about", async (string slug, Viewer viewer, GildeDb db, GroupPages pages, CancellationToken stop) =>
            await db.GroupAt(viewer, slug, stop) is { } group ? await pages.About(viewer, group, stop: stop) : Results.NotFound()).RequireRateLimiting(RateLimits.People);
        members.Get("/groups/{slug}/members", Members).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, IClock clock, string? q, string? after, CancellationToken stop)
    {
        var words = VisibleText.Cut(VisibleText.Line(q ?? ""), GroupDirectory.MaxLength);
        var page = await GroupDirectory.Load(db, viewer, words, after, stop);
        var next = page.After is null ? null : "/groups" + (words.Length > 0 ? QueryString.Create("q", words) : QueryString.Empty).Add("after", page.After);
        return http.Request.WantsJson() ? http.JsonList([.. page.Mine, .. page.Groups], next)
            : Pages.Show<GroupsPage>(new { Viewer = viewer, Directory = page, Now = clock.GetCurrentInstant(), Words = words, After = after, Next = next });
    }

    private static async Task<IResult> Found(HttpContext http, Viewer viewer, FoundGroup found, [FromForm] GroupInput? input, CancellationToken stop)
    {
        await using var picture = await http.Picture();
        var result = await found.Execute(viewer, input ?? new(), picture, stop);
        if (result.Outcome == GroupOutcome.Done && http.Request.WantsJson()) return Results.Created("/groups/" + result.Slug, new { result.Slug });
        return await result.After(http, viewer, "/groups/" + result.Slug, "The group is founded. Now invite people.",
            (status, errors) => Task.FromResult<IResult>(Pages.WithStatus<FoundGroupPage>(status, new { Viewer = viewer, Input = input ?? new(), Errors = errors })));
    }

    private static async Task<IResult> Show(string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, Settings settings, string? before, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { } group) return Results.NotFound();
        if (http.Request.WantsMarkdown()) return Results.Text(GroupMarkdown.Of(group, await GroupMarkdown.Newest(db, viewer, group, stop), settings.Address, viewer.T), "text/markdown", System.Text.Encoding.UTF8);
        return http.Request.WantsJson() ? Results.Json(group) : await pages.Show(viewer, group, before, stop: stop);
    }

    private static async Task<IResult> Members(string slug, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, string? q, string? after, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        var words = VisibleText.Cut(VisibleText.Line(q ?? ""), 100);
        var seats = db.SeatsIn(viewer, group.Id);
        var pattern = LikePattern.InAnyCase(words);
        if (words.Length > 0) seats = seats.Where(s => EF.Functions.Like(s.Name.ToLower(), pattern, LikePattern.Escape));
        if (Position(after) is { } from) seats = seats.Where(s => s.Role < from.Role || (s.Role == from.Role && s.Id < from.Id));
        var found = await seats.Take(SeatsAPage + 1).ToListAsync(stop);
        var cursor = found.Count > SeatsAPage ? $"{(int)found[SeatsAPage - 1].Role}-{found[SeatsAPage - 1].Id}" : null;
        var next = cursor is null ? null : $"{group.Href}/members" + (words.Length > 0 ? QueryString.Create("q", words) : QueryString.Empty).Add("after", cursor);
        var shown = found.Take(SeatsAPage).ToList();
        return http.Request.WantsJson() ? http.JsonList(shown, next)
            : Pages.Show<GroupMembersPage>(new { Viewer = viewer, Group = group, Seats = shown, Near = degrees.Near(viewer, shown.Select(s => s.Id)), Words = words, After = after, Next = next, NextFrame = cursor });
    }

    /// <summary>The picture that was sent along; null for none.</summary>
    internal static async Task<Stream?> Picture(this HttpContext http) => (await http.Form()).Files["picture"] is { Length: > 0 } file ? file.OpenReadStream() : null;

    private static (GroupRole Role, long Id)? Position(string? after) =>
        after?.Split('-') is [var role, var id] && int.TryParse(role, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ((GroupRole)rank, number) : null;
}
