using Gilde.Web.Groups.Talk;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts;

/// <summary>A picture of a post is for those who may read the post, or decide about it; one of a draft for its author.</summary>
public sealed class PostPictureAccess : IPictureAccess
{
    private static readonly Viewer Anybody = new();

    public bool IsFor(PicturePurpose purpose) => purpose is PicturePurpose.Post or PicturePurpose.Article;

    public async Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop)
    {
        if (await db.PostsWith(Anybody, picture.Id).AnyAsync(stop)) return viewer.IsMember && !await db.PostsWith(viewer, picture.Id).AnyAsync(stop) ? PictureSight.Nobody : PictureSight.Everyone;
        if (!viewer.IsMember) return PictureSight.Nobody;
        return picture.OwnerId == viewer.Id || await db.PostsWith(viewer, picture.Id).AnyAsync(stop) || await db.HeldWith(viewer, picture.Id).AnyAsync(stop) ? PictureSight.Viewer : PictureSight.Nobody;
    }
}
