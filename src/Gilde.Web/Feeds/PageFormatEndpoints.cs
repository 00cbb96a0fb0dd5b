using System.Text;
using Gilde.Web.Groups;
using Gilde.Web.Posts;

namespace Gilde.Web.Feeds;

/// <summary>The pages of a post, a group and a tag also as Markdown and JSON, by suffix. Who may see the page may have it so.</summary>
internal static class PageFormatEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get("/posts/{id:long}.{format}", Post).RequireRateLimiting(RateLimits.People);
        anyone.Get("/groups/{slug}.{format}", Group).RequireRateLimiting(RateLimits.People);
        anyone.Get("/tags/{tag}.{format}", Tagged).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Post(long id, string format, HttpContext http, Viewer viewer, GildeDb db, Settings settings, CancellationToken stop)
    {
        if (await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        return Answer(http, format, () => PostMarkdown.Of(post, settings.Address, viewer.T), () => PostJson.Of(post));
    }

    private static async Task<IResult> Group(string slug, string format, HttpContext http, Viewer viewer, GildeDb db, Settings settings, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { } group) return Results.NotFound();
        var posts = await GroupMarkdown.Newest(db, viewer, group, stop);
        return Answer(http, format, () => GroupMarkdown.Of(group, posts, settings.Address, viewer.T), () => new { Group = group, Posts = posts.Select(PostJson.Of) });
    }

    private static async Task<IResult> Tagged(string tag, string format, HttpContext http, Viewer viewer, GildeDb db, Settings settings, CancellationToken stop)
    {
        var key = TalkText.TagKey(tag);
        if (await db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, stop) is not { } known) return Results.NotFound();
        var posts = (await PostList.Load(db, viewer, db.PostsUnder(viewer, known.Id, null), stop)).Posts;
        if (posts.Count == 0) return Results.NotFound();
        return Answer(http, format, () => PostMarkdown.OfList("#" + known.Name, "", "/tags/" + Uri.EscapeDataString(key), posts, settings.Address, viewer.T), () => posts.Select(PostJson.Of));
    }

    private static IResult Answer(HttpContext http, string format, Func<string> markdown, Func<object> json)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return format switch
        {
            "md" => Results.Text(markdown(), "text/markdown", Encoding.UTF8),
            "json" => Results.Json(json()),
            _ => Results.NotFound(),
        };
    }
}
