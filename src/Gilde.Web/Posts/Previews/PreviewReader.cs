using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Posts.Previews;

/// <summary>
/// Plans a look at the first link of what was said to everybody or to all members, and at another one that an edit puts in its place; for what was said to fewer,
/// nothing is fetched.
/// </summary>
public sealed class PreviewReader(IClock clock) : IEventReader
{
    /// <summary>Older posts stay as they are when a reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(1);

    public string Name => "post-previews";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var since = clock.GetCurrentInstant() - News;
        var posts = batch.Where(e => e.Kind is EventKinds.PostPublished or EventKinds.PostChanged && e.At > since).Select(e => e.ObjectId ?? 0).Distinct().ToList();
        if (posts.Count == 0) return;
        foreach (var post in await db.OpenTexts(posts).ToListAsync(stop))
        {
            var link = TalkText.Read(post.Text).Link;
            var shown = post.Preview ?? (post.Before is null ? null : TalkText.Read(post.Before).Link);
            if (shown == link) continue;
            await db.ForgetPreview(post.Id, stop);
            if (link is not null) db.Enqueue(clock, FetchPreview.JobKind, post.Id, $"{FetchPreview.JobKind}:{post.Id}:{post.Version}");
        }
    }
}
