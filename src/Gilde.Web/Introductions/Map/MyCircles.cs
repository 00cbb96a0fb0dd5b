using System.Text.Json.Serialization;
using Gilde.Graph;
using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions.Map;

/// <summary>A contact of the viewer among the others.</summary>
/// <param name="Warmth">How close to the viewer.</param>
/// <param name="Knows">How many others of those shown they are in contact with, as far as the viewer may know.</param>
public sealed record CircleMember(Person Person, Graph.Warmth Warmth, int Knows);

/// <summary>Contacts who know each other; the last may be those who know none of the others.</summary>
/// <param name="Hub">Who knows most of the circle; null for those without a circle.</param>
/// <param name="Members">The warmest first.</param>
public sealed record Circle(int Number, Person? Hub, IReadOnlyList<CircleMember> Members);

/// <summary>Two contacts of the viewer who are in contact, and how close: of others' ties the step alone.</summary>
public sealed record CircleTie(string One, string Other, Graph.Warmth Warmth);

/// <param name="Contacts">How many contacts the viewer has; the warmest of them are shown.</param>
public sealed record MyCirclesAnswer(int Contacts, IReadOnlyList<Circle> Circles, IReadOnlyList<CircleTie> Ties)
{
    [JsonIgnore]
    public int Shown => Circles.Sum(c => c.Members.Count);

    /// <summary>One circle alone, with the ties within it; everything where there is no such circle.</summary>
    public MyCirclesAnswer Only(int? number)
    {
        if (Circles.FirstOrDefault(c => c.Number == number) is not { } circle) return this;
        var inside = circle.Members.Select(m => m.Person.Handle).ToHashSet();
        return this with { Circles = [circle], Ties = [.. Ties.Where(t => inside.Contains(t.One) && inside.Contains(t.Other))] };
    }
}

/// <summary>The viewer's contacts by closeness, and by who of them knows whom.</summary>
public sealed class MyCircles(GildeDb db, GraphReplica replica)
{
    /// <summary>More are no picture any more.</summary>
    public const int Most = 150;
    private const int SmallestCircle = 3;

    /// <summary>Null while the graph is being read in.</summary>
    public async Task<MyCirclesAnswer?> Execute(Viewer viewer, CancellationToken stop = default)
    {
        if (await replica.Graph(stop) is not { } graph) return null;
        var network = graph.EgoNetwork(viewer.Id, Most);
        var ids = network.Contacts.Select(c => c.Id).ToList();
        var people = await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        var ties = network.Ties.Where(t => people.ContainsKey(ids[t.One]) && people.ContainsKey(ids[t.Other])).ToList();
        var knows = ties.SelectMany(t => (int[])[t.One, t.Other]).CountBy(i => i).ToDictionary();
        var members = network.Contacts.Select((contact, i) => (contact.Community, contact.Id, Knows: knows.GetValueOrDefault(i), Warmth: TieStrength.WarmthOf(contact.Strength)))
            .Where(c => people.ContainsKey(c.Id))
            .Select(c => (c.Community, Member: new CircleMember(people[c.Id] with { Degree = 1 }, c.Warmth, c.Knows))).ToList();
        return new(await db.ContactsOf(viewer).CountAsync(stop), Circles(members), [.. ties.Select(t => new CircleTie(people[ids[t.One]].Handle, people[ids[t.Other]].Handle, TieStrength.WarmthOf(t.Strength)))]);
    }

    private static List<Circle> Circles(IReadOnlyList<(int Community, CircleMember Member)> members)
    {
        var groups = members.GroupBy(m => m.Community, m => m.Member).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var circles = groups.Where(g => g.Count >= SmallestCircle).Select((g, i) => new Circle(i + 1, g.MaxBy(m => m.Knows)!.Person, g)).ToList();
        var loose = groups.Where(g => g.Count < SmallestCircle).SelectMany(g => g).OrderByDescending(m => m.Warmth).ThenBy(m => m.Person.Name, StringComparer.Ordinal).ToList();
        return loose.Count == 0 ? circles : [.. circles, new Circle(circles.Count + 1, null, loose)];
    }
}
