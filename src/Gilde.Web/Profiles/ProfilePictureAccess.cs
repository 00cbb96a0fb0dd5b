using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles;

/// <summary>Portrait and cover are seen by those who may see the profile that shows them.</summary>
public sealed class ProfilePictureAccess : IPictureAccess
{
    public bool IsFor(PicturePurpose purpose) => purpose is PicturePurpose.Profile or PicturePurpose.Cover;

    public async Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop)
    {
        var shown = await db.ProfilesVisibleTo(viewer)
            .Where(m => m.Id == picture.OwnerId && (m.PictureId == picture.Id || m.CoverId == picture.Id))
            .Select(m => new { Closed = m.ClosedAt != null })
            .FirstOrDefaultAsync(stop);
        if (shown is null) return PictureSight.Nobody;
        // A block must hold at once for the two, so nothing between us and a member's browser keeps their answer.
        return shown.Closed || viewer.IsMember ? PictureSight.Viewer : PictureSight.Everyone;
    }
}
