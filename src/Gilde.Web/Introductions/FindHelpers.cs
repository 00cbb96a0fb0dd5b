using Gilde.Web.Contacts;
using Gilde.Web.Profiles;
using Gilde.Web.Search;

namespace Gilde.Web.Introductions;

/// <summary>A contact of the viewer who may know somebody: for what both have, or only because they are close to the viewer.</summary>
public sealed record Helper(Person Person, Reason? Shared);

/// <summary>What helps where no route leads: the person as the viewer may see them, and whom to ask.</summary>
public sealed record Help(ProfileView Profile, IReadOnlyList<Helper> Helpers);

/// <summary>
/// Who of the viewer's contacts may know somebody to whom no route leads. It rests on profiles and on the viewer's own contacts alone, never on the contacts
/// of others: what these hide can change nothing here.
/// </summary>
public sealed class FindHelpers(GildeDb db, GraphReplica replica, ProfileShelf shelf)
{
    private const int Most = 3, LookedAt = 400;
    private static readonly PhraseKind[] Telling = [PhraseKind.Firm, PhraseKind.Former, PhraseKind.Place, PhraseKind.Education, PhraseKind.Skill];

    /// <summary>Null where the person is gone meanwhile.</summary>
    public async Task<Help?> For(Viewer viewer, Person target, CancellationToken stop = default)
    {
        if (await shelf.Find(db, viewer, target.Handle, stop) is not { } profile) return null;
        var shared = await Shared(viewer, target.Id, stop);
        var ids = shared.Keys.Concat(await Closest(viewer, stop)).Distinct().Take(Most).ToList();
        var people = await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        return new(profile, [.. ids.Where(people.ContainsKey).Select(id => new Helper(people[id] with { Degree = 1 }, shared.GetValueOrDefault(id)))]);
    }

    /// <summary>Contacts who have something in common with the person, what tells most first.</summary>
    private async Task<Dictionary<long, Reason>> Shared(Viewer viewer, long target, CancellationToken stop)
    {
        var own = db.ContactsOf(viewer);
        var theirs = db.SearchPhrasesVisibleTo(viewer).Where(p => p.MemberId == target && Telling.Contains(p.Kind));
        var rows = await db.SearchPhrasesVisibleTo(viewer).Where(p => theirs.Any(t => t.Kind == p.Kind && t.Key == p.Key) && own.Any(c => c.OtherId == p.MemberId))
            .OrderBy(p => p.Id).Select(p => new { p.MemberId, p.Kind, p.Text }).Take(LookedAt).ToListAsync(stop);
        return rows.GroupBy(r => r.MemberId).Select(g => (Id: g.Key, Best: g.MinBy(r => Array.IndexOf(Telling, r.Kind))!, Count: g.Count()))
            .OrderBy(g => Array.IndexOf(Telling, g.Best.Kind)).ThenByDescending(g => g.Count).ThenBy(g => g.Id).Take(Most)
            .ToDictionary(g => g.Id, g => new Reason(g.Best.Kind, g.Best.Text));
    }

    private async Task<IEnumerable<long>> Closest(Viewer viewer, CancellationToken stop)
    {
        if (replica.AtHand is not { } graph) return [];
        var contacts = await db.ContactsOf(viewer).Select(c => c.OtherId).ToListAsync(stop);
        return graph.Reach(viewer.Id, contacts, Most).Nearest.Select(n => n.Id);
    }
}
