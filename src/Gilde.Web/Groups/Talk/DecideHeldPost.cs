using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Groups.Talk;

/// <summary>Whoever runs a group lets a held post through, or declines it with a sentence to its author. For others it is published only now.</summary>
public sealed class DecideHeldPost(GildeDb db, IClock clock)
{
    public Task<GroupResult> Release(Viewer viewer, string slug, long postId, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.HeldPosts(viewer, slug).SingleOrDefaultAsync(p => p.Id == postId, stop) is not { } post) return GroupResult.NotFound;
        var (heldAt, now) = (post.HeldAt!.Value, clock.GetCurrentInstant());
        post.HeldAt = null;
        await db.ProlongPoll(clock, post.Id, heldAt, stop);
        db.Record(clock, EventKinds.PostReleased, viewer.Id, post.AuthorId, post.Id, post.GroupId);
        if (heldAt == post.PublishedAt) await Publish(post, now, stop);
        // Others have read it before: it waited again because its words were changed.
        else db.Record(clock, EventKinds.PostChanged, post.AuthorId, subject: post.Id, parent: post.GroupId);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);

    private async Task Publish(Post post, Instant now, CancellationToken stop)
    {
        post.PublishedAt = now;
        await db.PostTags.Where(t => t.PostId == post.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.PublishedAt, now), stop);
        await db.Announce(clock, post, stop);
    }

    public Task<GroupResult> Decline(Viewer viewer, string slug, long postId, string? words, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.HeldPosts(viewer, slug).SingleOrDefaultAsync(p => p.Id == postId, stop) is not { } post) return GroupResult.NotFound;
        var why = VisibleText.Line(words ?? "");
        if (why.Length == 0) return GroupResult.Invalid("words", viewer.T["Please say in a sentence why; the author reads it."]);
        if (new FieldErrors().AtMost(PostDecline.MaxWords, viewer.T, "words", why) is { Any: true } errors) return GroupResult.Invalid(errors);
        db.Add(new PostDecline { PostId = post.Id, ById = viewer.Id, At = clock.GetCurrentInstant(), Words = why });
        db.Record(clock, EventKinds.PostDeclined, viewer.Id, post.AuthorId, post.Id, post.GroupId);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}
