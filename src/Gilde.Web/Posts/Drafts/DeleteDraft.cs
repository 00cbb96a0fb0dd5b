using Gilde.Web.Pictures;

namespace Gilde.Web.Posts.Drafts;

/// <summary>Throws a draft away with its pictures. False where it is not the viewer's.</summary>
public sealed class DeleteDraft(GildeDb db, IClock clock)
{
    public Task<bool> Execute(Viewer viewer, long id, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.DraftToChange(viewer, id, stop) is not { } draft) return false;
        foreach (var picture in await db.PicturesToKeep(draft).ToListAsync(stop)) db.Discard(clock, picture);
        db.Remove(draft);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}
