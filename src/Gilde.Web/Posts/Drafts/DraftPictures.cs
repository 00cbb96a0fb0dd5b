using Gilde.Web.Formats;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts.Drafts;

/// <summary>Pictures that came with a form, stored and not yet part of a draft; or why they were not taken.</summary>
public sealed record DraftUploads(IReadOnlyList<Picture> Pictures, Picture? Cover, FieldErrors Errors);

/// <summary>The pictures of a draft: taken in, described, put in order, taken away.</summary>
public sealed class DraftPictures(GildeDb db, StorePicture store, IClock clock)
{
    /// <summary>Reads what came with the form; one that cannot be taken refuses all.</summary>
    public async Task<DraftUploads> Store(Viewer viewer, DraftInput input, CancellationToken stop)
    {
        var (pictures, errors) = (new List<Picture>(), new FieldErrors());
        foreach (var file in input.Pictures)
            if (await Take(viewer, PicturePurpose.Post, "picture", file, errors, stop) is { } picture) pictures.Add(picture);
        var cover = input.Cover is { } upload ? await Take(viewer, PicturePurpose.Article, "cover", upload, errors, stop) : null;
        return new(pictures, cover, errors);
    }

    /// <summary>Whether the draft has room for so many more.</summary>
    public async Task<bool> Fit(long draftId, int more, CancellationToken stop) => more + await db.DraftPictures.CountAsync(p => p.DraftId == draftId, stop) <= Post.MaxPictures;

    /// <summary>Makes what came part of the draft, and notes what pictures show. Draft and pictures have their ids.</summary>
    public async Task Attach(PostDraft draft, DraftInput input, DraftUploads uploads, CancellationToken stop)
    {
        var last = await db.DraftPictures.Where(p => p.DraftId == draft.Id).MaxAsync(p => (int?)p.Rank, stop) ?? 0;
        db.AddRange(uploads.Pictures.Select((picture, at) => new DraftPicture { DraftId = draft.Id, PictureId = picture.Id, Rank = last + 1 + at }));
        var kept = await db.PicturesToKeep(draft).ToListAsync(stop);
        foreach (var picture in kept.Where(p => input.Alternatives.ContainsKey(p.Id))) picture.Alternative = VisibleText.Line(input.Alternatives[picture.Id]);
        if (uploads.Cover is { } cover)
        {
            if (kept.Find(p => p.Id == draft.CoverId) is { } before) db.Discard(clock, before);
            draft.CoverId = cover.Id;
        }
        if ((uploads.Cover ?? kept.Find(p => p.Id == draft.CoverId)) is { } shown && input.CoverText is { } words) shown.Alternative = VisibleText.Line(words);
    }

    /// <summary>One place further to the front. False where there is no such picture in a draft of the viewer's.</summary>
    public Task<bool> MoveUp(Viewer viewer, long draftId, long pictureId, CancellationToken stop) => db.Atomically(async () =>
    {
        if (await db.DraftToChange(viewer, draftId, stop) is null) return false;
        var rows = await db.DraftPictures.Where(p => p.DraftId == draftId).OrderBy(p => p.Rank).ThenBy(p => p.PictureId).ToListAsync(stop);
        var at = rows.FindIndex(p => p.PictureId == pictureId);
        if (at < 0) return false;
        if (at > 0) (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
        for (var rank = 0; rank < rows.Count; rank++) rows[rank].Rank = rank;
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    public Task<bool> Remove(Viewer viewer, long draftId, long pictureId, CancellationToken stop) => db.Atomically(async () =>
    {
        if (await db.DraftToChange(viewer, draftId, stop) is not { } draft || await db.PicturesToKeep(draft).SingleOrDefaultAsync(p => p.Id == pictureId, stop) is not { } picture) return false;
        if (draft.CoverId == pictureId) draft.CoverId = null;
        db.Discard(clock, picture);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    private async Task<Picture?> Take(Viewer viewer, PicturePurpose purpose, string field, IFormFile file, FieldErrors errors, CancellationToken stop)
    {
        await using var content = file.OpenReadStream();
        var upload = await store.Execute(new(viewer.Id, purpose), content, stop);
        if (upload.Refusal is { } refusal) errors.Add(field, $"{VisibleText.Line(file.FileName)}: {PictureWords.Why(refusal, viewer.T)}");
        return upload.Picture;
    }
}
