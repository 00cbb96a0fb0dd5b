using Gilde.Web.Events;

namespace Gilde.Web.Posts.Comments;

/// <summary>Its author changes a comment, for as long as they could write one there. What it said before stays to be read.</summary>
public sealed class EditComment(GildeDb db, IClock clock, CommentLimits limits)
{
    public async Task<CommentResult> Execute(Viewer viewer, long id, CommentInput input, CancellationToken stop = default)
    {
        if (await db.CommentFor(viewer, id, stop) is not { } found || found.AuthorId != viewer.Id) return new(Commenting.NotFound);
        if (input.Check(viewer.T) is { Any: true } errors) return new(Commenting.Invalid) { Errors = errors };
        return await db.Atomically(() => Change(viewer, found, input.Words, stop), stop);
    }

    private async Task<CommentResult> Change(Viewer viewer, Comment found, string words, CancellationToken stop)
    {
        await db.LockForCounts(found.PostId, stop);
        if (await db.CommentToChange(found.Id, stop) is not { } comment) return new(Commenting.NotFound);
        var done = new CommentResult(Commenting.Written) { CommentId = comment.Id, ParentId = comment.ParentId };
        if (comment.Text == words) return done;
        var ground = (await db.GroundOf(viewer, comment.PostId))!;
        if (ground.For(viewer) is not Replying.Allowed and var refusal) return new(Commenting.Refused) { Why = ground.Why(refusal, viewer.T) };
        if (limits.Take(viewer) is { } wait) return new(Commenting.TooMany) { Wait = wait };
        var named = TalkText.Read(words).Handles.Except(TalkText.Read(comment.Text).Handles).ToList();
        db.Add(new CommentRevision { CommentId = comment.Id, At = comment.EditedAt ?? comment.At, Text = comment.Text });
        (comment.Text, comment.EditedAt) = (words, clock.GetCurrentInstant());
        db.Record(clock, EventKinds.CommentChanged, viewer.Id, subject: comment.Id, parent: comment.PostId);
        foreach (var member in await db.ReadersNamed(viewer, comment.PostId, named, stop)) db.Record(clock, EventKinds.Mentioned, viewer.Id, member, comment.PostId, comment.Id);
        await db.SaveChangesAsync(stop);
        return done;
    }
}
