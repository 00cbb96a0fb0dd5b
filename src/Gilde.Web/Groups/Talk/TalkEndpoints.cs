namespace Gilde.Web.Groups.Talk;

/// <summary>What is said in a group, and keeping it in order.</summary>
internal static class TalkEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/groups/{slug}/posts", Posts).RequireRateLimiting(RateLimits.People);
        var members = app.For(Access.Members);
        members.Get("/groups/{slug}/queue", async (string slug, Viewer viewer, GroupPages pages, CancellationToken stop) => await pages.Queue(viewer, slug, StatusCodes.Status200OK, new FieldErrors(), 0, null, stop));
        members.Post("/groups/{slug}/queue/{id:long}/release", async (string slug, long id, HttpContext http, Viewer viewer, GroupPages pages, DecideHeldPost decide, CancellationToken stop) =>
            await (await decide.Release(viewer, slug, id, stop)).After(http, viewer, $"/groups/{slug}/queue", "Released. Everybody in the group reads it now.", (status, errors) => pages.Queue(viewer, slug, status, errors, id, null, stop)));
        members.Post("/groups/{slug}/queue/{id:long}/decline", async (string slug, long id, HttpContext http, Viewer viewer, GroupPages pages, DecideHeldPost decide, CancellationToken stop) =>
        {
            var words = await http.Field("words");
            return await (await decide.Decline(viewer, slug, id, words, stop)).After(http, viewer, $"/groups/{slug}/queue", "Declined. The author reads why.", (status, errors) => pages.Queue(viewer, slug, status, errors, id, words, stop));
        });
        members.Post("/groups/{slug}/posts/{id:long}/pin", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, TendPost tend, CancellationToken stop) =>
            await OnPage(await tend.Pin(viewer, slug, id, await http.IsOn(), stop), slug, http, viewer, db, pages, stop));
        members.Post("/groups/{slug}/posts/{id:long}/lock", async (string slug, long id, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, TendPost tend, CancellationToken stop) =>
            await OnPage(await tend.Lock(viewer, slug, id, await http.IsOn(), stop), slug, http, viewer, db, pages, stop));
        members.Get("/groups/{slug}/posts/{id:long}/move", async (string slug, long id, Viewer viewer, GroupPages pages, CancellationToken stop) => await pages.Move(viewer, slug, id, StatusCodes.Status200OK, new FieldErrors(), stop));
        members.Post("/groups/{slug}/posts/{id:long}/move", async (string slug, long id, HttpContext http, Viewer viewer, GroupPages pages, TendPost tend, CancellationToken stop) =>
        {
            var to = await http.Field("to") ?? "";
            return await (await tend.Move(viewer, slug, id, to, stop)).After(http, viewer, $"/groups/{to}", "The post stands here now.", (status, errors) => pages.Move(viewer, slug, id, status, errors, stop));
        });
        members.Get("/groups/{slug}/figures", Figures);
    }

    private static async Task<IResult> Posts(string slug, string? before, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsRead: true } group) return Results.NotFound();
        return http.Request.WantsJson() ? await pages.Posts(http, viewer, group, before, stop) : await pages.Show(viewer, group, before, stop: stop);
    }

    private static Task<IResult> OnPage(GroupResult result, string slug, HttpContext http, Viewer viewer, GildeDb db, GroupPages pages, CancellationToken stop) =>
        result.After(http, viewer, "/groups/" + slug, "Saved.", async (status, errors) =>
            await db.GroupAt(viewer, slug, stop) is { } group ? await pages.Show(viewer, group, null, status, errors, stop: stop) : Results.NotFound());

    private static async Task<IResult> Figures(string slug, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { IsOwner: true } group) return Results.NotFound();
        return Pages.Show<FiguresPage>(new { Viewer = viewer, Group = group, Weeks = await GroupFigures.Load(db, viewer, group.Id, clock.GetCurrentInstant(), stop) });
    }
}
