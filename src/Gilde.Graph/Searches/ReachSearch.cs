namespace Gilde.Graph;

/// <summary>The degrees of a whole set, and the nearest of it.</summary>
unsafe readonly ref struct ReachSearch
{
    // So many ties of the viewer's contacts a person are worth marking; beyond, each person is searched alone and, with so many about, soon found.
    const int TiesAPerson = 256;

    readonly Viewpoint view;
    readonly Comparer<Route> nearest;
    readonly uint[][] byDegree;

    ReachSearch(Viewpoint view, uint[][] byDegree)
    {
        (this.view, this.byDegree) = (view, byDegree);
        nearest = Comparer<Route>.Create((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : view.IdOf(a.Target).CompareTo(view.IdOf(b.Target)));
    }

    public static ReachSummary Find(Viewpoint view, IReadOnlyCollection<long> people, int take)
    {
        var search = new ReachSearch(view, ByDegree(view, SlotSet.Of(view, people)));
        return new(search.byDegree[1].Length, search.byDegree[2].Length, search.byDegree[3].Length, search.Nearest(take));
    }

    static uint[][] ByDegree(Viewpoint view, uint[] people)
    {
        var byDegree = new List<uint>[] { [], [], [], [] };
        var marked = view.TwoHopTies <= (long)people.Length * TiesAPerson;
        // With few marks it is cheaper to look at whom they are for than at whom a person's ties hit.
        var sure = view.TwoHopTies <= people.Length;
        if (marked) MarkTwoHops(view, sure);
        fixed (uint* slots = people)
        {
            var each = new Ahead(view, slots, people.Length);
            while (each.MoveNext())
                if (view.Exists(each.Slot, each.Entry)) byDegree[marked ? Degree(view, each.Slot, each.Entry, sure) : DegreeSearch.Degree(view, each.Slot)].Add((uint)each.Slot);
        }
        if (marked) view.Scratch.TwoHops.Clear(view.SlotCount);
        return [.. byDegree.Select(list => list.ToArray())];
    }

    static void MarkTwoHops(Viewpoint view, bool usableOnly)
    {
        view.Scratch.TwoHops.MakeRoom(view.SlotCount);
        foreach (var contact in view.Contacts)
        {
            if (!view.Via[contact]) continue;
            var ties = view.TiesOf(view[contact]);
            if (!usableOnly)
            {
                for (var i = 0; i < ties.Count; i++) view.Scratch.TwoHops.Set(TieKey.Slot(ties[i]));
                continue;
            }
            var far = new Ahead(view, ties.Keys, ties.Count, linesAhead: 0);
            while (far.MoveNext())
                if (view.MayUse(far.Slot, far.Entry)) view.Scratch.TwoHops.Set(far.Slot);
        }
    }

    static byte Degree(Viewpoint view, int person, MemberEntry entry, bool sure)
    {
        if (view.StrengthTo(person) != 0) return 1;
        if (!entry.LetsContactsBeUsed) return 0;
        // Who is marked is a contact of a contact.
        if (view.Scratch.TwoHops[person]) return 2;
        var ties = view.TiesOf(entry);
        for (var i = ties.Next(0, view.Scratch.TwoHops); i < ties.Count; i = ties.Next(i + 1, view.Scratch.TwoHops))
            if (TieKey.Slot(ties[i]) is var far && (sure || view.MayUse(far, view[far])) && (!entry.HasFullHeader || DegreeSearch.IsReachedOver(view, far, view.BlockOf(entry)))) return 3;
        return 0;
    }

    List<ReachedMember> Nearest(int take)
    {
        var reached = new List<ReachedMember>();
        for (var degree = 1; degree <= ContactPath.LongestHops && reached.Count < take; degree++)
            foreach (var route in NearestOf(degree, take - reached.Count))
                reached.Add(new(view.IdOf(route.Target), (byte)route.Hops, TieStrength.ValueOfCost(route.Cost)));
        return reached;
    }

    // Nobody at degree 3 has a shorter route, so the warmest of all is the warmest of three hops.
    IReadOnlyList<Route> NearestOf(int degree, int take)
    {
        if (degree == 3) return SetSearch.Find(view, byDegree[3], take, nearest);

        var best = new Best<Route>(take, nearest);
        fixed (uint* slots = byDegree[degree])
        {
            var each = new Ahead(view, slots, byDegree[degree].Length, linesAhead: degree == 1 ? 0 : Ahead.LinesAhead);
            while (each.MoveNext())
            {
                if (degree == 1) best.Offer(Route.Direct(view.OwnCost(each.Slot), each.Slot));
                else OfferTwoHops(each.Slot, view.TiesOf(each.Entry), best);
            }
        }
        return best.Items;
    }

    void OfferTwoHops(int person, OpenTies ties, Best<Route> best)
    {
        var warmest = best.IsFull ? best.Last.Cost + 1 : int.MaxValue;
        if (best.IsFull) ties = ties.UpTo(best.Last.Cost - view.LeastOwnCost);
        for (var i = ties.Next(0, view.Via); i < ties.Count; i = ties.Next(i + 1, view.Via))
            warmest = Math.Min(warmest, view.OwnCost(TieKey.Slot(ties[i])) + TieKey.Cost(ties[i]));
        if (warmest < int.MaxValue) best.Offer(Route.Over(warmest, person, person));
    }
}
