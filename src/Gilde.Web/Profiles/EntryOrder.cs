using Gilde.Web.Formats;

namespace Gilde.Web.Profiles;

/// <summary>Entries in the order of their owner; before one was chosen, what goes on first, then the newest.</summary>
public static class EntryOrder
{
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> entries, Func<T, PartialDate?> from, Func<T, PartialDate?> to) where T : IProfileEntry =>
    [
        .. entries.OrderBy(e => e.Rank)
            .ThenBy(e => to(e) is null ? 0 : 1)
            .ThenByDescending(to)
            .ThenByDescending(from)
            .ThenByDescending(e => e.Id),
    ];
}
