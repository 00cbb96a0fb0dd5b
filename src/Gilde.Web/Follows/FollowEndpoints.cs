namespace Gilde.Web.Follows;

/// <summary>Following and muting people and groups, and the list of both.</summary>
public static class FollowEndpoints
{
    public static void AddFollows(this IServiceCollection services)
    {
        services.AddScoped<FollowMember>().AddScoped<FollowGroup>();
        services.AddSingleton<Profiles.IProfileAddition, FollowOnProfile>();
    }

    public static void MapFollows(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Post("/@{handle}/follow", async (string handle, HttpContext http, Viewer viewer, FollowMember follow, CancellationToken stop) =>
        {
            var on = await http.IsOn();
            return await follow.Follow(viewer, handle, on, stop) ? Pages.Done(http, $"/@{handle}", on ? "You will now see here what this person says to everyone." : "You no longer follow this person.") : Results.NotFound();
        }).RequireRateLimiting(RateLimits.People);
        members.Post("/@{handle}/mute", async (string handle, HttpContext http, Viewer viewer, FollowMember follow, CancellationToken stop) =>
        {
            var on = await http.IsOn();
            return await follow.Mute(viewer, handle, on, stop) ? Pages.Done(http, $"/@{handle}", on ? "Muted. You will not see anything more from this person." : "No longer muted.") : Results.NotFound();
        });
        members.Post("/groups/{slug}/follow", async (string slug, HttpContext http, Viewer viewer, FollowGroup follow, CancellationToken stop) =>
        {
            var on = await http.IsOn();
            return await follow.Follow(viewer, slug, on, stop) ? Pages.Done(http, $"/groups/{slug}", on ? "What is said here now comes into your feed." : "You no longer follow this group.") : Results.NotFound();
        });
        members.Post("/groups/{slug}/mute", async (string slug, HttpContext http, Viewer viewer, FollowGroup follow, CancellationToken stop) =>
        {
            var on = await http.IsOn();
            return await follow.Mute(viewer, slug, on, stop) ? Pages.Done(http, $"/groups/{slug}", on ? "What is said here no longer comes into your feed." : "What is said here now comes into your feed.") : Results.NotFound();
        });
        members.Get("/following", async (HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop) =>
        {
            var (people, tags, groups, muted) = (await db.Followed(viewer).ToListAsync(stop), await db.FollowedTags(viewer).ToListAsync(stop), await db.FollowedGroups(viewer).ToListAsync(stop), await db.Muted(viewer).ToListAsync(stop));
            return http.Request.WantsJson()
                ? Results.Json(new { People = people.Select(p => p.Handle), Tags = tags.Select(t => t.Name), Groups = groups.Select(g => g.Slug), Muted = muted.Select(p => p.Handle) })
                : Pages.Show<FollowingPage>(new { Viewer = viewer, People = people, Tags = tags, Groups = groups, Muted = muted });
        });
    }
}
