using Gilde.Web.Feed;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Posts;

namespace Gilde.Web.Groups;

/// <summary>The page that a group opens with, also as the answer to what was not done on it: for its readers what is said there, for all others what it is about.</summary>
internal sealed class GroupPages(GildeDb db, TalkText talk, IClock clock)
{
    public async Task<IResult> Show(Viewer viewer, GroupView group, string? before = null, int status = StatusCodes.Status200OK, FieldErrors? errors = null, string? words = null, CancellationToken stop = default)
    {
        if (!group.IsRead) return await About(viewer, group, status, errors, words, stop);
        var page = await PostList.Load(db, viewer, db.PostsIn(viewer, group.Id, FeedPlace.Parse(before)), stop);
        return Pages.WithStatus<TalkPage>(status, new
        {
            Viewer = viewer, Group = group, Pinned = before is null ? await Pinned(viewer, group, stop) : [], page.Posts, Next = page.After is { } after ? $"{group.Href}?before={after}" : null,
            Frame = PostList.FrameOf(before), NextFrame = PostList.FrameOf(page.After?.ToString()), Declined = group.IsMember ? await db.DeclinedOf(viewer, group.Id).ToListAsync(stop) : [],
            Held = group.Runs ? await db.HeldPosts(viewer, group.Slug).CountAsync(stop) : 0, Talk = talk, Now = clock.GetCurrentInstant(), Errors = errors ?? new FieldErrors(), Words = words,
        });
    }

    public async Task<IResult> About(Viewer viewer, GroupView group, int status = StatusCodes.Status200OK, FieldErrors? errors = null, string? words = null, CancellationToken stop = default) =>
        Pages.WithStatus<AboutPage>(status, new { Viewer = viewer, Group = group, Running = await db.RunningIn(viewer, group, stop), Errors = errors ?? new FieldErrors(), Words = words });

    /// <summary>The same for programs: a list of posts.</summary>
    public async Task<IResult> Posts(HttpContext http, Viewer viewer, GroupView group, string? before, CancellationToken stop)
    {
        var page = await PostList.Load(db, viewer, db.PostsIn(viewer, group.Id, FeedPlace.Parse(before)), stop);
        var pinned = before is null ? await Pinned(viewer, group, stop) : [];
        return http.JsonList(pinned.Concat(page.Posts).Select(PostJson.Of).ToList(), page.After is { } after ? $"{group.Href}/posts?before={after}" : null);
    }

    /// <summary>Moving a post that the viewer keeps in order.</summary>
    public async Task<IResult> Move(Viewer viewer, string slug, long id, int status, FieldErrors errors, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { Runs: true } group || !await db.PostsRunBy(viewer, slug).AnyAsync(p => p.Id == id && p.HeldAt == null, stop) || await PostViews.One(db, viewer, id, stop) is not { } post) return Results.NotFound();
        var from = await db.GroupsOf(viewer).AsNoTracking().SingleAsync(g => g.Id == group.Id, stop);
        var targets = await db.MoveTargets(viewer, from).AsNoTracking().Take(Group.MostOfAMember).ToListAsync(stop);
        return Pages.WithStatus<MovePostPage>(status, new { Viewer = viewer, Group = group, Post = post, Targets = targets, Talk = talk, Now = clock.GetCurrentInstant(), Errors = errors });
    }

    /// <summary>What waits for whoever runs the group.</summary>
    /// <param name="tried">The post that the errors are about.</param>
    public async Task<IResult> Queue(Viewer viewer, string slug, int status, FieldErrors errors, long tried, string? words, CancellationToken stop)
    {
        if (await db.GroupAt(viewer, slug, stop) is not { Runs: true } group) return Results.NotFound();
        var held = await db.HeldRows(viewer, slug).Take(50).AsSplitQuery().ToListAsync(stop);
        var shared = await PostViews.Load(db, viewer, [.. held.Where(p => p.SharedId is not null).Select(p => p.SharedId!.Value).Distinct()], stop);
        return Pages.WithStatus<QueuePage>(status, new { Viewer = viewer, Group = group, Held = held, Shared = shared.ToDictionary(p => p.Id), Talk = talk, Now = clock.GetCurrentInstant(), Errors = errors, Tried = tried, Words = words });
    }

    private async Task<IReadOnlyList<PostView>> Pinned(Viewer viewer, GroupView group, CancellationToken stop) => await PostViews.Load(db, viewer, await db.PinnedIn(viewer, group.Id).ToListAsync(stop), stop);
}
