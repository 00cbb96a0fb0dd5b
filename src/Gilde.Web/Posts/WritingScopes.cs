using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Profiles;

namespace Gilde.Web.Posts;

/// <summary>What the operations that write posts ask and change.</summary>
internal static class WritingScopes
{
    /// <summary>When the viewer published since a moment, newest first.</summary>
    public static IQueryable<Instant> LastPosts(this GildeDb db, Viewer viewer, Instant since) =>
        db.Posts.Where(p => p.AuthorId == viewer.Id && p.PublishedAt > since).OrderByDescending(p => p.PublishedAt).Select(p => p.PublishedAt);

    /// <summary>The group with this address, if the viewer belongs to it and it is not archived.</summary>
    public static Task<Group?> GroupToWriteIn(this GildeDb db, Viewer viewer, string slug, CancellationToken stop) =>
        db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Slug == slug && g.ArchivedAt == null && db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id), stop);

    /// <summary>Tells of a post, and of who is named in it: when others get to read it.</summary>
    public static async Task Announce(this GildeDb db, IClock clock, Post post, CancellationToken stop)
    {
        var shared = await db.Posts.Where(p => p.Id == post.SharedId).Select(p => (long?)p.AuthorId).SingleOrDefaultAsync(stop);
        db.Record(clock, EventKinds.PostPublished, post.AuthorId, shared, post.Id, post.GroupId);
        foreach (var member in await db.Named(new Viewer { Id = post.AuthorId }, TalkText.Read(post.Text).Handles, stop)) db.Record(clock, EventKinds.Mentioned, post.AuthorId, member, post.Id);
    }

    /// <summary>What is shared when the viewer shares a post: that one, or what it shares itself. Only what everybody or all members may read.</summary>
    public static async Task<Post?> Shareable(this GildeDb db, Viewer viewer, long id, CancellationToken stop)
    {
        var posts = db.PostsVisibleTo(viewer).AsNoTracking().Where(p => p.Audience == PostAudience.Everyone || p.Audience == PostAudience.Members);
        var post = await posts.SingleOrDefaultAsync(p => p.Id == id, stop);
        return post?.Kind == PostKind.Share ? await posts.SingleOrDefaultAsync(p => p.Id == post.SharedId, stop) : post;
    }

    /// <summary>The viewer's own post, to change it.</summary>
    public static Task<Post?> OwnPost(this GildeDb db, Viewer viewer, long id, CancellationToken stop) =>
        db.Posts.SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == viewer.Id && p.RemovedAt == null, stop);

    /// <summary>What stands first on the viewer's page.</summary>
    public static IQueryable<Post> Pinned(this GildeDb db, Viewer viewer) => db.Posts.Where(p => p.AuthorId == viewer.Id && p.GroupId == null && p.PinnedAt != null);

    /// <summary>Ids of tags with these names; those that nobody has used yet are made. Two who begin the same one at once get the same.</summary>
    public static async Task<IReadOnlyList<long>> TagsNamed(this GildeDb db, IReadOnlyList<string> names, CancellationToken stop)
    {
        if (names.Count == 0) return [];
        var keys = names.Select(TalkText.TagKey).ToList();
        var known = await db.Tags.Where(t => keys.Contains(t.Key)).Select(t => new { t.Id, t.Key }).ToListAsync(stop);
        if (known.Count == keys.Count) return [.. known.Select(t => t.Id)];
        foreach (var name in names.Where(n => known.All(k => k.Key != TalkText.TagKey(n))))
            await db.Database.ExecuteSqlAsync($"INSERT INTO tags (key, name) VALUES ({TalkText.TagKey(name)}, {name}) ON CONFLICT (key) DO NOTHING", stop);
        return await db.Tags.Where(t => keys.Contains(t.Key)).Select(t => t.Id).ToListAsync(stop);
    }

    /// <summary>Who is meant by these handles, of those who exist for the viewer.</summary>
    public static async Task<IReadOnlyList<long>> Named(this GildeDb db, Viewer viewer, IReadOnlyList<string> handles, CancellationToken stop) =>
        handles.Count == 0 ? [] : await db.MembersVisibleTo(viewer).Where(m => handles.Contains(m.Handle) && m.Id != viewer.Id).Select(m => m.Id).ToListAsync(stop);

    public static Task<int> CountShare(this GildeDb db, long postId, int by, CancellationToken stop) =>
        db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Shares, p => p.Shares + by), stop);
}
