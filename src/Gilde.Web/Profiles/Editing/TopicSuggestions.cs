using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Profiles.Editing;

/// <summary>What others wrote, most used first, for the lists that help typing: only what at least two members show to the whole network.</summary>
public sealed class TopicSuggestions(IMemoryCache cache)
{
    private const int Count = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<string>> For(GildeDb db, TopicKind kind, CancellationToken stop)
    {
        var key = (nameof(TopicSuggestions), kind);
        if (cache.TryGetValue(key, out IReadOnlyList<string>? known) && known is not null) return known;
        return cache.Set(key, await Load(db, kind, stop), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 4 });
    }

    private static async Task<IReadOnlyList<string>> Load(GildeDb db, TopicKind kind, CancellationToken stop)
    {
        var section = kind.Section();
        return await db.TopicsShownToMembers(kind, section)
            .GroupBy(t => t.Text).Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => g.Key).Take(Count).ToListAsync(stop);
    }
}
