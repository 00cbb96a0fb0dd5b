namespace Gilde.Graph.Tests;

/// <summary>The rules of the contact graph written down plainly: all chains of members are tried, and those that the rules forbid thrown away.</summary>
class OracleGraph
{
    public Dictionary<(long, long), (byte Strength, bool Hidden)> Contacts { get; private init; } = [];
    public Dictionary<long, MemberFlags> Flags { get; private init; } = [];
    public HashSet<(long, long)> Blocks { get; private init; } = [];

    public OracleGraph Copy() => new() { Contacts = new(Contacts), Flags = new(Flags), Blocks = [.. Blocks] };

    static (long, long) Pair(long a, long b) => (Math.Min(a, b), Math.Max(a, b));

    public void SetContact(long a, long b, byte strength, bool hidden) => Contacts[Pair(a, b)] = (strength, hidden);

    public void RemoveContact(long a, long b) => Contacts.Remove(Pair(a, b));

    public void SetMember(long id, MemberFlags flags) => Flags[id] = flags;

    public void Block(long a, long b) => Blocks.Add((a, b));

    public void Unblock(long a, long b) => Blocks.Remove((a, b));

    public void RemoveMember(long id)
    {
        foreach (var pair in Contacts.Keys.Where(pair => pair.Item1 == id || pair.Item2 == id).ToList()) Contacts.Remove(pair);
        Flags.Remove(id);
        Blocks.RemoveWhere(block => block.Item1 == id || block.Item2 == id);
    }

    /// <summary>All paths of one to three hops that a viewer may use, in the promised order.</summary>
    public List<ContactPath> Paths(long viewer) =>
        [.. Chains([viewer], 3).Where(chain => IsAllowed(viewer, chain)).Select(chain => Path(viewer, chain))
            .OrderBy(Cost).ThenBy(path => path.Hops.Count)
            .ThenBy(path => path.Members[1]).ThenBy(path => path.Members[^2]).ThenBy(path => path.Target)];

    IEnumerable<long[]> Chains(long[] start, int hopsLeft) => hopsLeft == 0 ? [] :
        from pair in Contacts.Keys
        where pair.Item1 == start[^1] || pair.Item2 == start[^1]
        let next = pair.Item1 == start[^1] ? pair.Item2 : pair.Item1
        where !start.Contains(next)
        from chain in Chains([.. start, next], hopsLeft - 1).Prepend([.. start, next])
        select chain;

    bool IsAllowed(long viewer, long[] chain) =>
        chain.All(id => !FlagsOf(id).HasFlag(MemberFlags.Suspended))
        && chain.All(one => chain.All(other => !Blocks.Contains((one, other))))
        && chain.Zip(chain.Skip(1)).All(hop => IsUsable(viewer, hop.First, hop.Second));

    bool IsUsable(long viewer, long x, long y) =>
        viewer == x || viewer == y || (!Contacts[Pair(x, y)].Hidden && FlagsOf(x) == MemberFlags.None && FlagsOf(y) == MemberFlags.None);

    MemberFlags FlagsOf(long id) => Flags.GetValueOrDefault(id);

    ContactPath Path(long viewer, long[] chain) => new([.. chain.Zip(chain.Skip(1)).Select(hop =>
        new PathHop(hop.First, hop.Second, KnownStrength(viewer, hop.First, hop.Second), IsShown(viewer, hop.First, hop.Second)))]);

    // Of others' ties a viewer learns the step alone, in answers and in their order.
    byte KnownStrength(long viewer, long x, long y) => Contacts[Pair(x, y)].Strength is var exact && (viewer == x || viewer == y)
        ? exact : TieStrength.OfStep(TieStrength.WarmthOf(exact));

    bool IsShown(long viewer, long x, long y) => viewer == x || viewer == y || IsContact(viewer, x) || IsContact(viewer, y);

    bool IsContact(long viewer, long other) => Contacts.ContainsKey(Pair(viewer, other)) && IsAllowed(viewer, [viewer, other]);

    static int Cost(ContactPath path) => path.Hops.Sum(hop => 255 - hop.Strength);
}
