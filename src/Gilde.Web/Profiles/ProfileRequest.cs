using Gilde.Web.Pictures;

namespace Gilde.Web.Profiles;

/// <summary>What the routes of a profile are given.</summary>
internal sealed record ProfileRequest(
    string Handle, string? As, HttpContext Http, Viewer Viewer, GildeDb Db, ProfileShelf Shelf, ProfileBodies Bodies, PictureFolder Pictures,
    IEnumerable<IProfileAddition> Additions, Settings Settings, IClock Clock, CancellationToken Stop);
