using Gilde.Web.Events;

namespace Gilde.Web.Posts.Comments;

/// <summary>What comes of commenting.</summary>
public enum Commenting
{
    Written,
    /// <summary>The post, or the comment that it answers, does not exist for the viewer.</summary>
    NotFound,
    /// <summary>Not this viewer, or not any more: <see cref="CommentResult.Why"/>.</summary>
    Refused,
    Invalid,
    TooMany,
}

public sealed record CommentResult(Commenting Outcome)
{
    public long CommentId { get; init; }
    /// <summary>The comment of the first level that it stands under.</summary>
    public long? ParentId { get; init; }
    public string Why { get; init; } = "";
    public FieldErrors Errors { get; init; } = new();
    public Duration Wait { get; init; }
}

/// <summary>Says something to a post or to a comment on it. Whoever answers an answer stands beside it, under the same comment.</summary>
public sealed class WriteComment(GildeDb db, IClock clock, CommentLimits limits)
{
    public Task<CommentResult> Execute(Viewer viewer, long postId, CommentInput input, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (!await db.PostsVisibleTo(viewer).AnyAsync(p => p.Id == postId, stop)) return new CommentResult(Commenting.NotFound);
        await db.LockForCounts(postId, stop);
        var ground = (await db.GroundOf(viewer, postId))!;
        if (ground.For(viewer) is not Replying.Allowed and var refusal) return new(Commenting.Refused) { Why = ground.Why(refusal, viewer.T) };
        Comment? answered = null;
        if (input.Parent is { } id && (answered = await db.CommentFor(viewer, id, stop)) is not { HiddenAt: null }) return new(Commenting.NotFound);
        if (answered is not null && answered.PostId != postId) return new(Commenting.NotFound);
        if (input.Check(viewer.T) is { Any: true } errors) return new(Commenting.Invalid) { Errors = errors };
        if (limits.Take(viewer) is { } wait) return new(Commenting.TooMany) { Wait = wait };
        return await Write(viewer, ground, input.Words, answered, stop);
    }, stop);

    private async Task<CommentResult> Write(Viewer viewer, CommentGround ground, string words, Comment? answered, CancellationToken stop)
    {
        var comment = new Comment { PostId = ground.PostId, ParentId = answered?.ParentId ?? answered?.Id, AuthorId = viewer.Id, Text = words, At = clock.GetCurrentInstant() };
        db.Add(comment);
        await db.SaveChangesAsync(stop);
        await db.CountComment(ground.PostId, stop);
        db.Record(clock, EventKinds.CommentWritten, viewer.Id, answered?.AuthorId ?? ground.AuthorId, comment.Id, ground.PostId);
        foreach (var member in await db.ReadersNamed(viewer, ground.PostId, TalkText.Read(words).Handles, stop)) db.Record(clock, EventKinds.Mentioned, viewer.Id, member, ground.PostId, comment.Id);
        await db.SaveChangesAsync(stop);
        return new(Commenting.Written) { CommentId = comment.Id, ParentId = comment.ParentId };
    }
}
