using Gilde.Web.Contacts;
using Gilde.Web.Search;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The viewer's contacts in the order of closeness, for choosing whom to ask.</summary>
public sealed class ClosestContacts(GildeDb db, GraphReplica replica)
{
    private const int Most = 60;

    /// <param name="viewer">Whose.</param>
    /// <param name="name">How their names begin, word by word; nothing for all.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<IReadOnlyList<Person>> Of(Viewer viewer, string? name, CancellationToken stop = default)
    {
        var (all, terms) = (db.ContactsOf(viewer), SearchTerm.Of(name));
        if (terms.Count > 0)
        {
            var named = db.NamedLike(terms);
            all = all.Where(c => named.Contains(c.OtherId));
        }
        var contacts = await all.Select(c => c.OtherId).ToListAsync(stop);
        var nearest = replica.AtHand is { } graph ? graph.Reach(viewer.Id, contacts, Most).Nearest.Select(n => n.Id).ToList() : contacts.Take(Most).ToList();
        var people = await db.PeopleFor(viewer, nearest, stop);
        return [.. nearest.Where(people.ContainsKey).Select(id => people[id])];
    }
}
