namespace Gilde.Graph;

/// <summary>The warmest route to each of many targets, the best few of them, by meeting in the middle: the viewer's ways of two hops and the targets' own ties.</summary>
unsafe readonly ref struct SetSearch
{
    // Enough for the whole of most members' two hops; those with more begin with their closest contacts and mostly need no more.
    const long FirstTies = 1 << 18;

    readonly Viewpoint view;
    readonly Approaches approaches;

    SetSearch(Viewpoint view, Approaches approaches) => (this.view, this.approaches) = (view, approaches);

    /// <summary>The best routes in an order that goes by cost first, one a target.</summary>
    public static IReadOnlyList<Route> Find(Viewpoint view, uint[] targets, int k, IComparer<Route> order)
    {
        if (k == 0 || targets.Length == 0) return [];

        using var approaches = new Approaches(view);
        var search = new SetSearch(view, approaches);
        approaches.AddSome(FirstTies);
        var best = search.BestOf(targets, new(k, order), int.MaxValue);
        var most = best.IsFull ? best.Last.Cost : int.MaxValue;
        if (most < approaches.LeastUnknown + TieStep.Costs[0]) return best.Items;

        approaches.AddUpTo(most - TieStep.Costs[0]);
        return search.BestOf(targets, new(k, order), most).Items;
    }

    Best<Route> BestOf(uint[] targets, Best<Route> best, int mostCost)
    {
        fixed (uint* slots = targets)
        {
            var each = new Ahead(view, slots, targets.Length, linesAhead: 1);
            while (each.MoveNext())
            {
                if (!view.Exists(each.Slot, each.Entry)) continue;
                if (best.IsFull) mostCost = Math.Min(mostCost, best.Last.Cost);
                if (WarmestTo(each.Slot, each.Entry, mostCost) is { } route) best.Offer(route);
            }
        }
        return best;
    }

    Route? WarmestTo(int target, MemberEntry entry, int mostCost)
    {
        Route? warmest = null;
        if (view.StrengthTo(target) != 0) Offer(Route.Direct(view.OwnCost(target), target), ref warmest, ref mostCost);
        if (!entry.LetsContactsBeUsed) return warmest;

        var ties = view.TiesOf(entry).UpTo(mostCost - view.LeastOwnCost);
        for (var i = ties.Next(0, approaches.Near); i < ties.Count; i = ties.Next(i + 1, approaches.Near))
        {
            var (far, last) = (TieKey.Slot(ties[i]), TieKey.Cost(ties[i]));
            if (last + view.LeastOwnCost > mostCost) break;

            if (view.Via[far]) Offer(Route.Over(view.OwnCost(far) + last, far, target), ref warmest, ref mostCost);
            if (approaches.TryGet(far, out var contact, out var cost) && IsBetter(Route.Over(cost + last, contact, far, target), warmest, mostCost))
                OfferOver(far, last, contact, cost, view.BlockOf(entry), target, ref warmest, ref mostCost);
        }
        return warmest;
    }

    /// <summary>Offers the warmest way over somebody; where the contact on it may not be, the warmest over another.</summary>
    void OfferOver(int far, int last, int contact, int cost, MemberBlock targetBlock, int target, ref Route? warmest, ref int mostCost)
    {
        var entry = view[far];
        if (!view.MayUse(far, entry)) return;
        if (contact != target && !targetBlock.Bars(contact))
        {
            Offer(Route.Over(cost + last, contact, far, target), ref warmest, ref mostCost);
            return;
        }

        var ties = view.TiesOf(entry).UpTo(mostCost - last - view.LeastOwnCost);
        for (var i = ties.Next(0, view.Via); i < ties.Count; i = ties.Next(i + 1, view.Via))
        {
            var other = TieKey.Slot(ties[i]);
            if (other != target && !targetBlock.Bars(other))
                Offer(Route.Over(view.OwnCost(other) + TieKey.Cost(ties[i]) + last, other, far, target), ref warmest, ref mostCost);
        }
    }

    bool IsBetter(Route route, Route? warmest, int mostCost) =>
        route.Cost <= mostCost && (warmest is not { } other || view.Routes.Compare(route, other) < 0);

    void Offer(Route route, ref Route? warmest, ref int mostCost)
    {
        if (!IsBetter(route, warmest, mostCost)) return;
        warmest = route;
        mostCost = route.Cost;
    }
}
