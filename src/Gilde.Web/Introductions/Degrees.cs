using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

/// <summary>How near somebody is to the viewer.</summary>
/// <param name="Degree">1 to 3 hops, 0 if farther or the viewer.</param>
/// <param name="Mutual">Contacts in common that the viewer may know of.</param>
/// <param name="Closest">Of these the one whom both know best.</param>
public sealed record Nearness(byte Degree, int Mutual, Person? Closest)
{
    public static readonly Nearness None = new(0, 0, null);
}

/// <summary>Degree and contacts in common for the people of a page, for any list of people.</summary>
public sealed class Degrees(GildeDb db, GraphReplica replica)
{
    /// <summary>One entry for each of the people; none of them is near while the graph is being read in.</summary>
    public async Task<IReadOnlyDictionary<long, Nearness>> Of(Viewer viewer, IReadOnlyCollection<long> people, CancellationToken stop = default)
    {
        var ids = people.Distinct().ToArray();
        if (!viewer.IsMember || await replica.Graph(stop) is not { } graph) return ids.ToDictionary(id => id, _ => Nearness.None);

        var degrees = new byte[ids.Length];
        graph.Degrees(viewer.Id, ids, degrees);
        var mutual = ids.ToDictionary(id => id, id => graph.MutualContacts(viewer.Id, id, 1));
        var closest = mutual.Values.SelectMany(m => m.Strongest).Select(c => c.Id).Distinct().ToList();
        var named = await db.MembersVisibleTo(viewer).Where(m => closest.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        return ids.Select((id, i) => (id, new Nearness(degrees[i], mutual[id].Count, mutual[id].Strongest is [var best, ..] ? named.GetValueOrDefault(best.Id) : null)))
            .ToDictionary(n => n.id, n => n.Item2);
    }

    /// <summary>The degrees for the badges of a page, by one call of the graph; it is not waited for, so all are 0 while it is being read in.</summary>
    public IReadOnlyDictionary<long, byte> Near(Viewer viewer, IEnumerable<long> people)
    {
        var ids = people.Distinct().ToArray();
        var near = new byte[ids.Length];
        if (viewer.IsMember && ids.Length > 0) replica.AtHand?.Degrees(viewer.Id, ids, near);
        return ids.Select((id, i) => (id, near[i])).ToDictionary(n => n.id, n => n.Item2);
    }

    /// <summary>People with their degrees.</summary>
    public IReadOnlyList<Person> Mark(Viewer viewer, IReadOnlyList<Person> people)
    {
        var near = Near(viewer, people.Select(p => p.Id));
        return [.. people.Select(p => p with { Degree = near[p.Id] })];
    }

    /// <summary>The degrees alone, in the order of the people; for sorting many.</summary>
    public async Task<byte[]> Alone(Viewer viewer, long[] people, CancellationToken stop = default)
    {
        var degrees = new byte[people.Length];
        if (viewer.IsMember && await replica.Graph(stop) is { } graph) graph.Degrees(viewer.Id, people, degrees);
        return degrees;
    }
}
