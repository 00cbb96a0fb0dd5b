namespace Gilde.Graph;

/// <summary>The degrees of a whole set, and the nearest of it.</summary>
unsafe readonly ref struct ReachSearch
{
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
        var degrees = new byte[people.Length];
        DegreeSearch.Find(view, people, degrees);
        var byDegree = new List<uint>[] { [], [], [], [] };
        for (var i = 0; i < people.Length; i++) byDegree[degrees[i]].Add(people[i]);
        return [.. byDegree.Select(list => list.ToArray())];
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
