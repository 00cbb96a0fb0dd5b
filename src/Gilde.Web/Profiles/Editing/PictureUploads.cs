using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Portrait and cover of one's own profile: set, described, removed.</summary>
public sealed class PictureUploads(GildeDb db, StorePicture store, IClock clock)
{
    /// <summary>Puts an uploaded picture in the place of the one before; null if it was taken, else why not.</summary>
    public async Task<PictureRefusal?> Set(Viewer viewer, PicturePurpose purpose, Stream content, string alternative, CancellationToken stop)
    {
        var upload = await store.Execute(new PictureOrder(viewer.Id, purpose, alternative), content, stop);
        if (upload.Picture is not { } picture) return upload.Refusal;
        await db.Atomically(async () =>
        {
            await db.SaveChangesAsync(stop);
            await Replace(viewer, purpose, picture.Id, stop);
            return 0;
        }, stop);
        return null;
    }

    public async Task<bool> Describe(Viewer viewer, PicturePurpose purpose, string alternative, CancellationToken stop)
    {
        if (await Current(viewer, purpose, stop) is not { } picture) return false;
        picture.Alternative = alternative;
        await db.SaveProfile(clock, viewer, stop);
        return true;
    }

    public Task Remove(Viewer viewer, PicturePurpose purpose, CancellationToken stop) => db.Atomically(async () =>
    {
        await Replace(viewer, purpose, null, stop);
        return 0;
    }, stop);

    public async Task<Picture?> Current(Viewer viewer, PicturePurpose purpose, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        var id = purpose == PicturePurpose.Profile ? me.PictureId : me.CoverId;
        return await db.Pictures.SingleOrDefaultAsync(p => p.Id == id && p.OwnerId == viewer.Id, stop);
    }

    private async Task Replace(Viewer viewer, PicturePurpose purpose, long? id, CancellationToken stop)
    {
        if (await Current(viewer, purpose, stop) is { } before) db.Discard(clock, before);
        var me = await db.Me(viewer, stop);
        if (purpose == PicturePurpose.Profile) me.PictureId = id;
        else me.CoverId = id;
        await db.SaveProfile(clock, viewer, stop);
    }
}
