using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Profiles;

/// <summary>Profiles as viewers get them. One short query says which and what they are to each other; the sections stay in memory until the profile's version rises.</summary>
public sealed class ProfileShelf(IMemoryCache cache)
{
    /// <summary>A sheet with its views weighs about as much as this many sessions in the cache.</summary>
    private const int Weight = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The profile with this handle for the viewer; null if there is none or they may not see it.</summary>
    public async Task<ProfileView?> Find(GildeDb db, Viewer viewer, string handle, CancellationToken stop = default)
    {
        var key = await db.FindProfile(viewer, handle);
        return key is null ? null : (await Sheet(db, key.Id, key.Version, stop)).For(key.Relation);
    }

    /// <summary>The viewer's own profile as others would get it.</summary>
    public async Task<ProfileView> Own(GildeDb db, Viewer viewer, Relation seenAs = Relation.Self, CancellationToken stop = default)
    {
        var version = (await db.Me(viewer, stop)).Version;
        return (await Sheet(db, viewer.Id, version, stop)).For(seenAs);
    }

    private async ValueTask<ProfileSheet> Sheet(GildeDb db, long id, long version, CancellationToken stop)
    {
        var key = (nameof(ProfileSheet), id, version);
        if (cache.TryGetValue(key, out ProfileSheet? known) && known is not null) return known;
        var sheet = await ProfileSheetReader.Read(db, id, stop);
        return cache.Set(key, sheet, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = Weight });
    }
}
