using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts.Drafts;

/// <summary>A draft as its author goes on with it.</summary>
public sealed record DraftView(PostDraft Draft, string? GroupSlug, string? Group, IReadOnlyList<PictureView> Pictures, string CoverText)
{
    public long Id => Draft.Id;
    public bool IsArticle => Draft.Kind == PostKind.Article;
    /// <summary>Tells saves apart.</summary>
    public long Seen => Draft.SavedAt.ToUnixTimeTicks();

    /// <summary>What stands in its form.</summary>
    public PostInput Input => new(Draft.Text, Draft.Title, Draft.Audience == PostAudience.Group ? null : Draft.Audience.ToString().ToLowerInvariant(), GroupSlug, ContentNote: Draft.ContentNote, Replies: Draft.Replies.ToString().ToLowerInvariant())
    {
        Article = IsArticle, Draft = Draft.Id, Poll = DraftInput.ReadPoll(Draft.Poll),
    };

    public static async Task<DraftView?> Load(GildeDb db, Viewer viewer, long id, CancellationToken stop = default)
    {
        if (await db.DraftsOf(viewer).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) is not { } draft) return null;
        var group = draft.GroupId is { } groupId ? await db.GroupOfDraft(groupId, stop) : null;
        var cover = draft.CoverId is { } coverId ? await db.Pictures.Where(p => p.Id == coverId).Select(p => p.Alternative).SingleOrDefaultAsync(stop) : null;
        return new(draft, group?.Slug, group?.Name, await db.PicturesOfDraft(id).ToListAsync(stop), cover ?? "");
    }
}
