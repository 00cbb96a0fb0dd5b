namespace Gilde.Web.Pictures;

/// <summary>Who may see a picture.</summary>
public enum PictureSight { Nobody, Viewer, Everyone }

/// <summary>Says for the pictures of one or more purposes who may see them. Each feature that has pictures registers one.</summary>
public interface IPictureAccess
{
    bool IsFor(PicturePurpose purpose);
    /// <summary>What this viewer may see; <see cref="PictureSight.Everyone"/> lets caches between server and browser keep it for a day.</summary>
    Task<PictureSight> Of(GildeDb db, Viewer viewer, Picture picture, CancellationToken stop);
}
