using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

/// <summary>Whom the viewer and somebody both know.</summary>
/// <param name="People">A page of them, the warmest first; null while the graph is being read in.</param>
/// <param name="Count">Of all.</param>
/// <param name="Next">Where the next page begins: after this member.</param>
public sealed record MutualAnswer(Person Target, IReadOnlyList<Person>? People, int Count, long? Next);

/// <summary>Finds all contacts in common that the viewer may know of, page by page.</summary>
public sealed class FindMutual(GildeDb db, GraphReplica replica)
{
    public const int PageSize = 30;

    /// <summary>Null where there is no such person for the viewer.</summary>
    public async Task<MutualAnswer?> With(Viewer viewer, string handle, long? after, CancellationToken stop = default)
    {
        var target = await db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && m.Id != viewer.Id).AsPeople().FirstOrDefaultAsync(stop);
        if (target is null) return null;
        if (await replica.Graph(stop) is not { } graph) return new(target, null, 0, null);

        var mutual = graph.MutualContacts(viewer.Id, target.Id, int.MaxValue);
        // Whoever is no contact in common any more is found at -1: the list then begins anew.
        var ids = mutual.Strongest.Select(m => m.Id).ToList();
        var page = ids.Skip(after is { } last ? ids.IndexOf(last) + 1 : 0).Take(PageSize).ToList();
        var people = await db.MembersVisibleTo(viewer).Where(m => page.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        var next = page.Count == PageSize && page[^1] != ids[^1] ? page[^1] : (long?)null;
        return new(target, [.. page.Where(people.ContainsKey).Select(id => people[id] with { Degree = 1 })], mutual.Count, next);
    }
}
