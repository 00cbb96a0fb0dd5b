using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Posts;

namespace Gilde.Web.Moderation;

/// <summary>Does to a thing and its author what was decided, and undoes it after an appeal. Within the transaction of the decision.</summary>
public sealed class Measures(GildeDb db, IClock clock)
{
    /// <returns>What was taken away, for the decision to keep.</returns>
    public async Task<string> Take(Viewer by, Case about, Outcome outcome, string why, Instant now, Instant? until, CancellationToken stop)
    {
        var kept = "";
        if (outcome == Outcome.Hidden) await Hide(by, about, now, stop);
        if (outcome == Outcome.Archived && await db.GroupToModerate(about.ObjectId, stop) is { ArchivedAt: null } group) Archive(by, group, now);
        if (outcome.Removes()) kept = (await Remove(by, about, now, stop))?.ToJson() ?? "";
        if (outcome.Suspends() && about.AuthorId is { } author && await db.MemberToChange(author, stop) is { } member)
            await db.Suspend(clock, Actor.Of(by), member, new Suspension { MemberId = author, ById = by.Id, At = now, Until = until, Reason = why });
        return kept;
    }

    public async Task Undo(Viewer by, Case about, Decision decision, CancellationToken stop)
    {
        if (decision.Outcome == Outcome.Hidden && !await db.IsHiddenBesides(about, decision, stop)) await Show(by, about, stop);
        if (decision.Outcome == Outcome.Archived && await db.GroupToModerate(about.ObjectId, stop) is { } group && group.ArchivedAt == decision.At) Archive(by, group, null);
        if (decision.Outcome.Removes() && KeptWords.Read(decision.Kept) is { } kept) await GiveBack(by, about, kept, stop);
        // A later suspension goes on.
        if (decision.Outcome.Suspends() && await db.Suspensions.AnyAsync(s => s.MemberId == about.AuthorId && s.At == decision.At, stop) && await db.MemberToChange(about.AuthorId!.Value, stop) is { } member)
            await db.Unsuspend(clock, Actor.Of(by), member);
    }

    private void Archive(Viewer by, Group group, Instant? since)
    {
        group.ArchivedAt = since;
        db.Record(clock, EventKinds.GroupChanged, by.Id, subject: group.Id);
    }

    private async Task Hide(Viewer by, Case about, Instant now, CancellationToken stop)
    {
        if (about.Kind == CaseKind.Post && await db.PostToModerate(about.ObjectId, stop) is { } post)
        {
            post.HiddenAt ??= now;
            await Announce(by, post, EventKinds.PostRemoved, stop);
        }
        if (about.Kind == CaseKind.Comment && await db.CommentToModerate(about.ObjectId, stop) is { } comment)
        {
            comment.HiddenAt ??= now;
            await Announce(by, comment, stop);
        }
    }

    private async Task Show(Viewer by, Case about, CancellationToken stop)
    {
        if (about.Kind == CaseKind.Post && await db.PostToModerate(about.ObjectId, stop) is { RemovedAt: null } post)
        {
            post.HiddenAt = null;
            await Announce(by, post, EventKinds.PostChanged, stop);
        }
        if (about.Kind == CaseKind.Comment && await db.CommentToModerate(about.ObjectId, stop) is { RemovedAt: null } comment)
        {
            comment.HiddenAt = null;
            await Announce(by, comment, stop);
        }
    }

    private async Task<KeptWords?> Remove(Viewer by, Case about, Instant now, CancellationToken stop)
    {
        switch (about.Kind)
        {
            case CaseKind.Message when await db.MessageToModerate(about.ObjectId, stop) is { RemovedAt: null } message:
                var words = new KeptWords(message.Body);
                await db.Erase(clock, message, by.Id, stop);
                db.Record(clock, EventKinds.MessageRemoved, by.Id, subject: message.Id, parent: message.ConversationId);
                return words;
            case CaseKind.Post when await db.PostToModerate(about.ObjectId, stop) is { RemovedAt: null } post:
                var kept = new KeptWords(post.Text, post.Title, post.ContentNote, post.CoverId);
                post.Remove(by.Id, now);
                await Announce(by, post, EventKinds.PostRemoved, stop);
                return kept;
            case CaseKind.Comment when await db.CommentToModerate(about.ObjectId, stop) is { RemovedAt: null } comment:
                var said = new KeptWords(comment.Text);
                comment.Remove(by.Id, now);
                await Announce(by, comment, stop);
                return said;
            default:
                return null;
        }
    }

    private async Task GiveBack(Viewer by, Case about, KeptWords kept, CancellationToken stop)
    {
        if (about.Kind == CaseKind.Message && await db.MessageToModerate(about.ObjectId, stop) is { RemovedAt: not null } message)
        {
            message.Restore(kept.Text);
            db.Record(clock, EventKinds.MessageRemoved, by.Id, subject: message.Id, parent: message.ConversationId);
        }
        if (about.Kind == CaseKind.Post && await db.PostToModerate(about.ObjectId, stop) is { RemovedAt: not null } post)
        {
            post.Restore(kept.Title, kept.Text, kept.ContentNote, await db.Pictures.AnyAsync(p => p.Id == kept.CoverId, stop) ? kept.CoverId : null);
            await Announce(by, post, EventKinds.PostChanged, stop);
        }
        if (about.Kind == CaseKind.Comment && await db.CommentToModerate(about.ObjectId, stop) is { RemovedAt: not null } comment)
        {
            comment.Restore(kept.Text);
            await Announce(by, comment, stop);
        }
    }

    /// <summary>Open pages learn of it, and what it was shared or counted with counts anew.</summary>
    private async Task Announce(Viewer by, Post post, string kind, CancellationToken stop)
    {
        db.Record(clock, kind, by.Id, subject: post.Id, parent: post.GroupId);
        await db.SaveChangesAsync(stop);
        if (post.SharedId is { } shared) await db.RecountPosts([shared], stop);
    }

    private async Task Announce(Viewer by, Posts.Comments.Comment comment, CancellationToken stop)
    {
        db.Record(clock, EventKinds.CommentChanged, by.Id, subject: comment.Id, parent: comment.PostId);
        await db.SaveChangesAsync(stop);
        await db.RecountPosts([comment.PostId], stop);
    }
}
