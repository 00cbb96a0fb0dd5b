using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Search;

/// <summary>What many members can do, as examples of what one may search for. Only of what all members may see, so it is the same for everybody.</summary>
public sealed class PopularPhrases(GildeDb db, IMemoryCache cache)
{
    private const int Shown = 5, AtLeast = 2;
    private static readonly TimeSpan Remember = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<string>> Skills(CancellationToken stop = default) =>
        await cache.GetOrCreateAsync(typeof(PopularPhrases), async entry =>
        {
            entry.SetSize(1).SetAbsoluteExpiration(Remember);
            return await db.CommonSkills(AtLeast).Take(Shown).ToListAsync(stop);
        }) ?? [];
}
