using Gilde.Web.Pictures;

namespace Gilde.Web.Conversations;

/// <summary>A picture of a message is for those who may read the message, and for moderators when it was reported.</summary>
public sealed class ConversationPictures : IPictureAccess
{
    public bool IsFor(PicturePurpose purpose) => purpose == PicturePurpose.Conversation;

    public async Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop)
    {
        if (!viewer.IsMember) return PictureSight.Nobody;
        if (await db.MessagesFor(viewer).AnyAsync(m => m.PictureId == picture.Id, stop)) return PictureSight.Viewer;
        return viewer.IsModerator && await db.Reports.AnyAsync(r => r.PictureId == picture.Id, stop) ? PictureSight.Viewer : PictureSight.Nobody;
    }
}
