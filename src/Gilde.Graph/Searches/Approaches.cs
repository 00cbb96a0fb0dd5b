namespace Gilde.Graph;

/// <summary>The warmest way of two hops from the viewer to everybody there is one to: filled contact by contact, the closest first, as far as needed.</summary>
/// <remarks>
/// In the table, a way is its cost in the upper 9 bits and, below, the place of its contact among the viewer's, plus 1. Whether the member at its end may be on a path is
/// left to those who use a way, since most are not used.
/// </remarks>
sealed unsafe class Approaches(Viewpoint view) : IDisposable
{
    const int FetchAhead = 16, CostBit = 23;
    const uint PlaceMask = (1u << CostBit) - 1;
    // No way costs as much.
    const int Everything = 10_000;

    readonly int[] contacts = [.. view.Contacts.Where(contact => view.Via[contact]).OrderBy(view.OwnCost).ThenBy(view.IdOf)];
    int next;

    /// <summary>The viewer's contacts and all in the table: small enough to stay near the core, where the table is not.</summary>
    public FilteredBits Near => view.Scratch.Near;

    /// <summary>Ways that are not in the table yet cost this at least.</summary>
    public int LeastUnknown => next == contacts.Length ? Everything : view.OwnCost(contacts[next]) + TieStep.Costs[0];

    /// <summary>The warmest known way to a member: over whom, of several as warm the one with the lowest id, and what it costs.</summary>
    public bool TryGet(int slot, out int contact, out int cost)
    {
        var way = view.Scratch.Approaches[slot];
        (contact, cost) = way == 0 ? (0, 0) : (contacts[(way & PlaceMask) - 1], (int)(way >> CostBit));
        return way != 0;
    }

    /// <summary>Adds the ways over the next contacts until so many ties were looked at.</summary>
    public void AddSome(long ties)
    {
        view.Scratch.Approaches.MakeRoom(view.SlotCount);
        Near.MakeRoom(view.SlotCount);
        foreach (var contact in contacts) Near.Set(contact);
        while (next < contacts.Length && ties > 0) ties -= Add(next++, Everything);
    }

    /// <summary>Adds all ways that cost at most so much.</summary>
    public void AddUpTo(int cost)
    {
        while (next < contacts.Length) Add(next++, cost);
    }

    int Add(int place, int mostCost)
    {
        var own = view.OwnCost(contacts[place]);
        if (own > mostCost) return 0;

        var (ties, ways) = (view.TiesOf(view[contacts[place]]).UpTo(mostCost - own), view.Scratch.Approaches);
        for (var i = 0; i < ties.Count; i++)
        {
            if (i + FetchAhead < ties.Count) Scan.Prefetch(ways.Values + TieKey.Slot(ties[i + FetchAhead]));
            var (slot, cost) = (TieKey.Slot(ties[i]), own + TieKey.Cost(ties[i]));
            ref var known = ref ways[slot];
            if (known == 0)
            {
                view.Scratch.Approached.Add(slot);
                Near.Set(slot);
            }
            else if (known >> CostBit < cost || (known >> CostBit == cost && IsLower(known, place))) continue;
            known = ((uint)cost << CostBit) | (uint)(place + 1);
        }
        return ties.Count;
    }

    bool IsLower(uint known, int place) => view.IdOf(contacts[(known & PlaceMask) - 1]) < view.IdOf(contacts[place]);

    public void Dispose()
    {
        foreach (var slot in view.Scratch.Approached) view.Scratch.Approaches[slot] = 0;
        view.Scratch.Approached.Clear();
        Near.Clear(view.SlotCount);
    }
}
