using Gilde.Web.Contacts;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The viewer's contacts in the order of closeness, for choosing whom to ask.</summary>
public sealed class ClosestContacts(GildeDb db, GraphReplica replica)
{
    private const int Most = 60;

    public async Task<IReadOnlyList<Person>> Of(Viewer viewer, CancellationToken stop = default)
    {
        var contacts = await db.ContactsOf(viewer).Select(c => c.OtherId).ToListAsync(stop);
        var nearest = replica.AtHand is { } graph ? graph.Reach(viewer.Id, contacts, Most).Nearest.Select(n => n.Id).ToList() : contacts.Take(Most).ToList();
        var people = await db.PeopleFor(viewer, nearest, stop);
        return [.. nearest.Where(people.ContainsKey).Select(id => people[id])];
    }
}
