using Gilde.Web.Groups;
using Gilde.Web.Posts;

namespace Gilde.Web.Feeds;

/// <summary>A group with what was last said in it, as far as the viewer may read it.</summary>
internal static class GroupMarkdown
{
    public static async Task<IReadOnlyList<PostView>> Newest(GildeDb db, Viewer viewer, GroupView group, CancellationToken stop) =>
        await db.GroupsReadableBy(viewer).AnyAsync(g => g.Id == group.Id, stop) ? await PostViews.Load(db, viewer, await db.PostsReadIn(viewer, group.Id).Take(PublicFeeds.Size).ToListAsync(stop), stop) : [];

    public static string Of(GroupView group, IReadOnlyList<PostView> posts, Uri site, Texts t) =>
        PostMarkdown.OfList(group.Name, string.Join("\n\n", new[] { group.Summary, group.Description }.Where(words => words.Length > 0)), group.Href, posts, site, t);
}
