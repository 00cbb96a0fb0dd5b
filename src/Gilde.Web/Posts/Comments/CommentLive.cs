using Gilde.Web.Follows;
using Gilde.Web.Events;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Posts.Comments;

/// <summary>
/// What others say is announced on the open pages of a post and comes in when its reader asks for it; what stands there already changes where it stands.
/// </summary>
public sealed class CommentLive(IClock clock) : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.CommentWritten, EventKinds.CommentChanged, EventKinds.CommentReacted];

    public Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop) =>
        Task.FromResult<IReadOnlyCollection<(Event, long)>>([]);

    public long? WatchedPost(Event e) => e.ParentId;

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        var (post, comment) = (e.ParentId ?? 0, e.ObjectId ?? 0);
        if (e.Kind == EventKinds.CommentWritten) await Announce(page, e, post, comment, stop);
        else if (e.Kind == EventKinds.CommentChanged) await Redraw(page, post, comment, stop);
        else if (await Visible(page, post, comment, stop) is { IsRemoved: false } row) await page.Replace<CommentReactions>($"reactions-{row.Id}", new { page.Viewer, Comment = row });
    }

    /// <summary>Comments where they belong, on a page that does not show them yet.</summary>
    public async Task Show(LivePage page, long postId, IReadOnlyList<long> ids, bool newestFirst, CancellationToken stop)
    {
        if (await PostViews.One(page.Db, page.Viewer, postId, stop) is not { } post || await page.Db.GroundOf(page.Viewer, postId) is not { } ground) return;
        var rows = await page.Db.CommentRows(page.Viewer, ids, (await page.Db.SilenceOf(page.Viewer)).Ids, stop);
        foreach (var row in ids.Where(rows.ContainsKey).Select(id => rows[id]))
        {
            if (row.ParentId is { } parent) await page.Append<CommentBody>($"answers-{parent}", Body(page, ground, row));
            else if (newestFirst) await page.Prepend<CommentItem>($"comments-{postId}", Item(page, ground, row));
            else await page.Append<CommentItem>($"comments-{postId}", Item(page, ground, row));
            page.Remove($"new-comment-{row.Id}");
        }
        await page.Replace<CommentCount>($"comment-count-{postId}", new { page.Viewer, PostId = postId, Count = post.Comments });
        page.Remove($"no-comments-{postId}");
    }

    /// <summary>A comment as it is now, or nothing where it no longer stands.</summary>
    public async Task Redraw(LivePage page, long postId, long id, CancellationToken stop)
    {
        if (!await page.Db.PostsVisibleTo(page.Viewer).AnyAsync(p => p.Id == postId, stop)) return;
        var row = await CommentsView.One(page.Db, page.Viewer, postId, id, stop);
        if (row is null || (row.IsRemoved && (row.ParentId is not null || !await page.Db.CommentsVisibleTo(page.Viewer, postId).AnyAsync(c => c.ParentId == id && c.RemovedAt == null, stop))))
        {
            page.Remove($"talk-{id}");
            page.Remove($"comment-{id}");
        }
        else if (await page.Db.GroundOf(page.Viewer, postId) is { } ground) await page.Replace<CommentBody>($"comment-{id}", Body(page, ground, row));
        if (row?.IsRemoved != false && await PostViews.One(page.Db, page.Viewer, postId, stop) is { } post)
            await page.Replace<CommentCount>($"comment-count-{postId}", new { page.Viewer, PostId = postId, Count = post.Comments });
    }

    private static async Task Announce(LivePage page, Event e, long postId, long id, CancellationToken stop)
    {
        // The writer's own page has it from the answer to the form.
        if (e.ActorId == page.Viewer.Id || await Visible(page, postId, id, stop) is not { IsRemoved: false }) return;
        await page.Append<CommentArrival>($"arrivals-{postId}", new { Id = id });
    }

    private static async Task<CommentRow?> Visible(LivePage page, long postId, long id, CancellationToken stop) =>
        await page.Db.PostsVisibleTo(page.Viewer).AnyAsync(p => p.Id == postId, stop) ? await CommentsView.One(page.Db, page.Viewer, postId, id, stop) : null;

    private object Body(LivePage page, CommentGround ground, CommentRow row) => new { page.Viewer, Ground = ground, Comment = row, Now = clock.GetCurrentInstant() };

    private object Item(LivePage page, CommentGround ground, CommentRow row) => new { page.Viewer, Ground = ground, Line = new CommentLine(row, [], 0), Now = clock.GetCurrentInstant() };
}
