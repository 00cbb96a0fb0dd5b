using Gilde.Web.Groups;
using Gilde.Web.Posts;

namespace Gilde.Web.Feeds;

/// <summary>What stands in feeds and site maps: what everybody may see, whoever asks. Who may not see some of it gets that much less.</summary>
internal static class PublicPostScopes
{
    public static readonly Viewer Everybody = new();

    public static IQueryable<Post> PublicPosts(this GildeDb db, Viewer viewer)
    {
        var all = db.PostsVisibleTo(Everybody);
        return viewer.IsMember ? all.Where(p => db.PostsVisibleTo(viewer).Any(mine => mine.Id == p.Id)) : all;
    }

    public static IQueryable<Group> PublicGroups(this GildeDb db, Viewer viewer) =>
        db.GroupsReadableBy(Everybody).Where(g => db.GroupsVisibleTo(viewer).Any(mine => mine.Id == g.Id));

    public static IQueryable<Post> NewestFirst(this IQueryable<Post> posts) => posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);

    /// <summary>What the viewer may read in a group.</summary>
    public static IQueryable<long> PostsReadIn(this GildeDb db, Viewer viewer, long groupId) => db.PostsVisibleTo(viewer).Where(p => p.GroupId == groupId).NewestFirst().Select(p => p.Id);

    /// <summary>Public posts of somebody, outside groups.</summary>
    public static IQueryable<long> PublicPostsBy(this GildeDb db, Viewer viewer, long authorId) => db.PublicPosts(viewer).Where(p => p.AuthorId == authorId && p.GroupId == null).NewestFirst().Select(p => p.Id);

    public static IQueryable<long> PublicPostsIn(this GildeDb db, Viewer viewer, long groupId) => db.PublicPosts(viewer).Where(p => p.GroupId == groupId).NewestFirst().Select(p => p.Id);

    public static IQueryable<long> PublicPostsUnder(this GildeDb db, Viewer viewer, long tagId) =>
        db.PostTags.Where(t => t.TagId == tagId && db.PublicPosts(viewer).Any(p => p.Id == t.PostId)).OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.PostId).Select(t => t.PostId);

    /// <summary>The names of the tags that posts stand under.</summary>
    public static async Task<ILookup<long, string>> TagsOf(this GildeDb db, IReadOnlyCollection<long> posts, CancellationToken stop) =>
        (await (from x in db.PostTags join t in db.Tags on x.TagId equals t.Id where posts.Contains(x.PostId) orderby t.Name select new { x.PostId, t.Name }).ToListAsync(stop)).ToLookup(x => x.PostId, x => x.Name);
}
