using Gilde.Web.Follows;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts;

/// <summary>Loads posts as a viewer gets them: one query for the posts, and one more for each kind of addition that some of them has.</summary>
public static class PostViews
{
    /// <summary>Those of the posts that exist for the viewer, in the order of <paramref name="ids"/>.</summary>
    public static async Task<IReadOnlyList<PostView>> Load(GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids, CancellationToken stop = default) =>
        ids.Count == 0 ? [] : await Load(db, viewer, ids, await db.SilenceOf(viewer, stop), stop);

    /// <param name="silence">Of whom the viewer hears nothing.</param>
    internal static async Task<IReadOnlyList<PostView>> Load(GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids, Silence silence, CancellationToken stop)
    {
        var found = await db.PostRows(viewer, ids, silence, stop);
        var shared = found.Where(p => p.SharedId is not null).Select(p => p.SharedId!.Value).Except(ids).Distinct().ToList();
        var posts = (shared.Count == 0 ? found : [.. found, .. await db.PostRows(viewer, shared, silence, stop)]).ToDictionary(p => p.Id);
        await Add(db, viewer, posts, silence, stop);
        return [.. ids.Where(posts.ContainsKey).Select(id => posts[id]).Select(p => p.SharedId is { } of ? p with { Shared = posts.GetValueOrDefault(of) is { IsMuted: false } shared ? shared : null } : p)];
    }

    public static async Task<PostView?> One(GildeDb db, Viewer viewer, long id, CancellationToken stop = default) => (await Load(db, viewer, [id], stop)).SingleOrDefault();

    private static async Task Add(GildeDb db, Viewer viewer, Dictionary<long, PostView> posts, Silence silence, CancellationToken stop)
    {
        var withPictures = posts.Values.Where(p => p.HasPictures).Select(p => p.Id).ToList();
        if (withPictures.Count > 0)
            foreach (var of in (await db.PicturesOf(withPictures).ToListAsync(stop)).GroupBy(p => p.PostId)) posts[of.Key] = posts[of.Key] with { Pictures = [.. of] };
        var withPreviews = posts.Values.Where(p => TalkText.MayLink(p.Text)).Select(p => p.Id).ToList();
        if (withPreviews.Count > 0)
            foreach (var preview in await db.LinkPreviews.AsNoTracking().Where(l => withPreviews.Contains(l.PostId)).ToListAsync(stop)) posts[preview.PostId] = posts[preview.PostId] with { Preview = preview };
        var withPolls = posts.Values.Where(p => p.HasPoll).Select(p => p.Id).ToList();
        if (withPolls.Count > 0)
            foreach (var of in (await db.PollLines(viewer, withPolls).ToListAsync(stop)).GroupBy(l => l.PostId)) posts[of.Key] = posts[of.Key] with { Poll = [.. of] };
        if (silence != Silence.None && posts.Values.Any(p => p.Reactions + p.Comments + p.Shares > 0))
            foreach (var less in await db.Unheard(silence, [.. posts.Keys], stop)) posts[less.PostId] = less.From(posts[less.PostId]);
    }
}
