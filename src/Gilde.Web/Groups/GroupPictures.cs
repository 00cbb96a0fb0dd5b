using Gilde.Web.Pictures;

namespace Gilde.Web.Groups;

/// <summary>The picture of a group is for those for whom the group exists.</summary>
public sealed class GroupPictureAccess : IPictureAccess
{
    public bool IsFor(PicturePurpose purpose) => purpose == PicturePurpose.Group;

    public async Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop)
    {
        if (!await db.GroupsVisibleTo(viewer).AnyAsync(g => g.PictureId == picture.Id, stop)) return PictureSight.Nobody;
        return viewer.IsMember ? PictureSight.Viewer : PictureSight.Everyone;
    }
}

/// <summary>What became of a picture for a group.</summary>
public sealed record GroupPicture(long? Id, PictureRefusal? Refusal);

/// <summary>Takes and throws away the pictures of groups.</summary>
public sealed class GroupPictures(GildeDb db, StorePicture store, IClock clock)
{
    /// <summary>Stores an upload, before the group that it is for is changed; null where there is none.</summary>
    public async Task<GroupPicture?> Take(Viewer viewer, Stream? content, CancellationToken stop)
    {
        if (content is null) return null;
        var upload = await store.Execute(new PictureOrder(viewer.Id, PicturePurpose.Group), content, stop);
        await db.SaveChangesAsync(stop);
        return new(upload.Picture?.Id, upload.Refusal);
    }

    /// <summary>Throws one away that came to nothing.</summary>
    public async Task DropAlone(long? id, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await Drop(id, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Throws one away in the unit of work.</summary>
    public async Task Drop(long? id, CancellationToken stop)
    {
        if (id is { } known && await db.Pictures.SingleOrDefaultAsync(p => p.Id == known && p.Purpose == PicturePurpose.Group, stop) is { } picture) db.Discard(clock, picture);
    }
}
