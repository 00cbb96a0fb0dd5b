using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts.Drafts;

public enum DraftSaving
{
    Saved,
    /// <summary>The draft is not the viewer's, or the group that it is for does not exist for them.</summary>
    NotFound,
    Invalid,
}

public sealed record DraftSaved(DraftSaving Outcome)
{
    public long Id { get; init; }
    public Instant At { get; init; }
    /// <summary>It had been changed since the form began with it; the newer words stand now.</summary>
    public bool WasChangedElsewhere { get; init; }
    public FieldErrors Errors { get; init; } = new();

    public static DraftSaved Refused(FieldErrors errors) => new(DraftSaving.Invalid) { Errors = errors };
}

/// <summary>Keeps what stands in the form of a post, with the pictures that come along. The last to save wins, and is told where another did so meanwhile.</summary>
public sealed class SaveDraft(GildeDb db, IClock clock, DraftPictures pictures)
{
    public const int MaxDrafts = 100;

    public async Task<DraftSaved> Execute(Viewer viewer, DraftInput input, CancellationToken stop = default)
    {
        if (Check(viewer.T, input) is { Any: true } errors) return DraftSaved.Refused(errors);
        long? group = null;
        if (!string.IsNullOrEmpty(input.Post.Group) && (group = (await db.GroupToWriteIn(viewer, input.Post.Group, stop))?.Id) is null) return new(DraftSaving.NotFound);
        // Before the draft is held: reading pictures takes its time. What has no place is not read at all.
        if (input.HasFiles && await Refusal(viewer, input, input.Id is { } id ? await db.DraftsOf(viewer).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) : null, stop) is { } refusal) return refusal;
        var uploads = await pictures.Store(viewer, input, stop);
        return uploads.Errors.Any ? DraftSaved.Refused(uploads.Errors) : await db.Atomically(() => Save(viewer, input, group, uploads, stop), stop);
    }

    private async Task<DraftSaved> Save(Viewer viewer, DraftInput input, long? group, DraftUploads uploads, CancellationToken stop)
    {
        var draft = input.Id is { } id ? await db.DraftToChange(viewer, id, stop) : null;
        if (await Refusal(viewer, input, draft, stop) is { } refusal) return refusal;
        draft ??= new PostDraft { AuthorId = viewer.Id, Kind = input.Post.Article ? PostKind.Article : PostKind.Post };
        var elsewhere = draft.Id != 0 && input.Seen is { } seen && seen != draft.SavedAt.ToUnixTimeTicks();
        Fill(draft, input.Post, group);
        if (draft.Id == 0) db.Add(draft);
        await db.SaveChangesAsync(stop);
        await pictures.Attach(draft, input, uploads, stop);
        await db.SaveChangesAsync(stop);
        return new(DraftSaving.Saved) { Id = draft.Id, At = draft.SavedAt, WasChangedElsewhere = elsewhere };
    }

    /// <summary>Why there is no room for it, if there is none.</summary>
    private async Task<DraftSaved?> Refusal(Viewer viewer, DraftInput input, PostDraft? draft, CancellationToken stop)
    {
        if (draft is null && input.Id is not null) return new(DraftSaving.NotFound);
        if (draft is null && await db.DraftsOf(viewer).CountAsync(stop) >= MaxDrafts) return DraftSaved.Refused(new FieldErrors().Add("", viewer.T["You keep {0} drafts already. Please publish or delete some.", MaxDrafts]));
        if (!await pictures.Fit(draft?.Id ?? 0, input.Pictures.Count, stop)) return DraftSaved.Refused(new FieldErrors().Add("picture", viewer.T["A post has at most {0} pictures.", Post.MaxPictures]));
        return null;
    }

    private void Fill(PostDraft draft, PostInput post, long? group)
    {
        (draft.Title, draft.Text, draft.ContentNote) = (VisibleText.Line(post.Title ?? ""), VisibleText.Block(post.Text ?? ""), VisibleText.Line(post.ContentNote ?? ""));
        (draft.GroupId, draft.Poll, draft.SavedAt) = (group, DraftInput.WritePoll(post.Poll), clock.GetCurrentInstant());
        draft.Audience = group is not null ? PostAudience.Group : Choice(post.Audience, PostAudience.Members) is not PostAudience.Group and var audience ? audience : PostAudience.Members;
        draft.Replies = Choice(post.Replies, ReplyControl.Everyone);
    }

    private static T Choice<T>(string? value, T usual) where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : usual;

    /// <summary>A draft may be unfinished, but not longer than what it is to become.</summary>
    private static FieldErrors Check(Texts t, DraftInput input)
    {
        var (errors, post) = (new FieldErrors(), input.Post);
        errors.AtMost(post.Article ? Post.MaxArticle : Post.MaxText, t, "text", VisibleText.Block(post.Text ?? "")).AtMost(Post.MaxTitle, t, "title", post.Title ?? "").AtMost(Post.MaxContentNote, t, "contentNote", post.ContentNote ?? "");
        if (post.Poll is { } poll && (poll.Words.Count > Poll.MaxOptions || poll.Words.Any(o => o.Length > Poll.MaxOption))) poll.Check(t, errors);
        foreach (var words in input.Alternatives.Values.Append(input.CoverText)) errors.AtMost(Picture.MaxAlternative, t, "picture", words ?? "");
        return errors;
    }
}
