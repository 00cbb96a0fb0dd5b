namespace Gilde.Graph;

/// <summary>What the warmest way of two hops from the viewer costs, to everybody there is one to: filled contact by contact, the closest first, as far as needed.</summary>
/// <remarks>Whether the member at the end may be on a path is left to those who use a way, since most are not used.</remarks>
sealed unsafe class Approaches(Viewpoint view) : IDisposable
{
    const int FetchAhead = 16;
    // No way costs as much.
    const int Everything = 10_000;

    readonly int[] contacts = [.. view.Contacts.Where(contact => view.Via[contact]).OrderBy(view.OwnCost)];
    int next;

    /// <summary>Ways that are not in the table yet cost this at least.</summary>
    public int LeastUnknown => next == contacts.Length ? Everything : view.OwnCost(contacts[next]) + TieStep.Costs[0];

    /// <summary>The cost of the warmest known way to a member over somebody; a lower bound where some contact may not be used.</summary>
    public bool TryGet(int slot, out int cost)
    {
        cost = view.Scratch.Approaches[slot] - 1;
        return cost >= 0;
    }

    /// <summary>Adds the ways over the next contacts until so many ties were looked at.</summary>
    public void AddSome(long ties)
    {
        view.Scratch.Approaches.MakeRoom(view.SlotCount);
        while (next < contacts.Length && ties > 0) ties -= Add(contacts[next++], Everything);
    }

    /// <summary>Adds all ways that cost at most so much.</summary>
    public void AddUpTo(int cost)
    {
        while (next < contacts.Length) Add(contacts[next++], cost);
    }

    int Add(int contact, int mostCost)
    {
        var own = view.OwnCost(contact);
        if (own > mostCost) return 0;

        var (ties, costs) = (view.TiesOf(view[contact]).UpTo(mostCost - own), view.Scratch.Approaches);
        for (var i = 0; i < ties.Count; i++)
        {
            if (i + FetchAhead < ties.Count) Scan.Prefetch(costs.Values + TieKey.Slot(ties[i + FetchAhead]));
            var (slot, marked) = (TieKey.Slot(ties[i]), (ushort)(own + TieKey.Cost(ties[i]) + 1));
            ref var known = ref costs[slot];
            if (known == 0) view.Scratch.Approached.Add(slot);
            else if (known <= marked) continue;
            known = marked;
        }
        return ties.Count;
    }

    public void Dispose()
    {
        foreach (var slot in view.Scratch.Approached) view.Scratch.Approaches[slot] = 0;
        view.Scratch.Approached.Clear();
    }
}
