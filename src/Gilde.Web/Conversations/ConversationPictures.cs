using Gilde.Web.Pictures;

namespace Gilde.Web.Conversations;

/// <summary>A picture of a message is for those who may read the message.</summary>
public sealed class ConversationPictures : IPictureAccess
{
    public bool IsFor(PicturePurpose purpose) => purpose == PicturePurpose.Conversation;

    public async Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop)
    {
        if (!viewer.IsMember) return PictureSight.Nobody;
        return await db.MessagesFor(viewer).AnyAsync(m => m.PictureId == picture.Id, stop) ? PictureSight.Viewer : PictureSight.Nobody;
    }
}
