using Gilde.Web.Events;
using Gilde.Web.Groups.Talk;

namespace Gilde.Web.Posts;

public enum Editing { Saved, Unchanged, Invalid, NotFound }

public sealed record EditResult(Editing Outcome)
{
    public FieldErrors Errors { get; init; } = new();
    /// <summary>It waits for a moderator of its group, as new words do there.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>The author changes the words of a post, in a group for as long as they may write there. What it said before stays to be read.</summary>
public sealed class EditPost(GildeDb db, IClock clock)
{
    public Task<EditResult> Execute(Viewer viewer, long postId, PostInput input, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.OwnPost(viewer, postId, stop) is not { } post) return new EditResult(Editing.NotFound);
        var writing = post.GroupId is { } group ? await db.WritingIn(viewer, group, stop) : null;
        if (post.GroupId is not null && writing is not { MustAccept: false }) return new EditResult(Editing.Invalid) { Errors = NotNow(viewer.T) };
        var bare = post.Kind == PostKind.Share || await db.PostPictures.AnyAsync(p => p.PostId == postId, stop) || await db.Polls.AnyAsync(p => p.PostId == postId, stop);
        var content = PostContent.Read(viewer.T, input with { Group = post.GroupId is null ? null : "-" }, post.Kind, bare);
        if (content.Errors.Any) return new EditResult(Editing.Invalid) { Errors = content.Errors };
        var saysTheSame = (post.Title, post.Text, post.ContentNote) == (content.Title, content.Text, content.ContentNote);
        if (saysTheSame && (post.Audience, post.Replies) == (content.Audience, content.Replies)) return new EditResult(Editing.Unchanged);
        if (!saysTheSame) await Rewrite(viewer, post, content, stop);
        if (!saysTheSame && writing is { IsHeld: true } && post.HeldAt is null) Hold(viewer, post);
        (post.Audience, post.Replies) = (content.Audience, content.Replies);
        post.Version++;
        db.Record(clock, EventKinds.PostChanged, viewer.Id, subject: post.Id, parent: post.GroupId);
        await db.SaveChangesAsync(stop);
        return new EditResult(Editing.Saved) { IsHeld = post.HeldAt is not null };
    }, stop);

    /// <summary>Why nothing can be changed just now.</summary>
    internal static FieldErrors NotNow(Texts t) =>
        new FieldErrors().Add("", t["This cannot be changed just now: the group is archived, you are not in it any more, or you have not accepted its rules yet. You can delete it at any time."]);

    private void Hold(Viewer viewer, Post post)
    {
        post.HeldAt = clock.GetCurrentInstant();
        db.Record(clock, EventKinds.PostHeld, viewer.Id, null, post.Id, post.GroupId);
    }

    private async Task Rewrite(Viewer viewer, Post post, PostContent content, CancellationToken stop)
    {
        var (before, after) = (TalkText.Read(post.Text), TalkText.Read(content.Text));
        db.Add(new PostRevision { PostId = post.Id, Version = post.Version, Title = post.Title, Text = post.Text, ContentNote = post.ContentNote, At = post.EditedAt ?? post.PublishedAt });
        (post.Title, post.Text, post.ContentNote, post.EditedAt) = (content.Title, content.Text, content.ContentNote, clock.GetCurrentInstant());
        var tags = await db.TagsNamed(after.Tags, stop);
        await db.PostTags.Where(t => t.PostId == post.Id && !tags.Contains(t.TagId)).ExecuteDeleteAsync(stop);
        var kept = await db.PostTags.Where(t => t.PostId == post.Id).Select(t => t.TagId).ToListAsync(stop);
        foreach (var tag in tags.Except(kept)) db.Add(new PostTag { PostId = post.Id, TagId = tag, PublishedAt = post.PublishedAt });
        foreach (var member in await db.Named(viewer, [.. after.Handles.Except(before.Handles)], stop)) db.Record(clock, EventKinds.Mentioned, viewer.Id, member, post.Id);
    }
}
