using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Posts.Previews;

/// <summary>Plans a look at the first link of what was said to everybody or to all members; for what was said to fewer, nothing is fetched.</summary>
public sealed class PreviewReader(IClock clock) : IEventReader
{
    /// <summary>Older posts stay as they are when a reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(1);

    public string Name => "post-previews";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var posts = batch.Where(e => e.Kind == EventKinds.PostPublished && e.At > now - News).Select(e => e.ObjectId ?? 0).ToList();
        if (posts.Count == 0) return;
        foreach (var post in (await db.OpenTexts(posts).ToListAsync(stop)).Where(p => TalkText.Read(p.Text).Link is not null))
            db.Enqueue(clock, FetchPreview.JobKind, post.Id, $"{FetchPreview.JobKind}:{post.Id}");
    }
}
