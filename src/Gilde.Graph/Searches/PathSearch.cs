using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>The k best paths to one target, by going over the ties of the target or of the viewer, whoever has fewer, strongest first, until none can be warm enough.</summary>
unsafe readonly ref struct PathSearch
{
    readonly Viewpoint view;
    readonly int target;
    readonly MemberBlock targetBlock;
    readonly Best<Route> best;

    PathSearch(Viewpoint view, int target, int k)
    {
        (this.view, this.target) = (view, target);
        targetBlock = view.BlockOf(view[target]);
        best = new(k, view.Routes);
    }

    public static IReadOnlyList<ContactPath> Find(Viewpoint view, int target, int k)
    {
        var search = new PathSearch(view, target, k);
        if (view.StrengthTo(target) != 0) search.best.Offer(Route.Direct(view.OwnCost(target), target));
        if (view[target].LetsContactsBeUsed) search.OfferLongerOnes();
        return [.. search.best.Items.Select(route => route.ToPath(view))];
    }

    void OfferLongerOnes()
    {
        var ties = view.TiesOf(targetBlock.Entry);
        if (ties.Count == 0) return;
        if (ties.Count < view.Contacts.Count) GoOutFromTarget(ties);
        else GoOutFromViewer(ties);
    }

    void GoOutFromTarget(OpenTies ties)
    {
        var last = new Ahead(view, ties.Keys, ties.Count);
        while (last.MoveNext())
        {
            var cost = TieKey.Cost(last.Key);
            if (IsTooCold(cost + view.LeastOwnCost)) return;

            if (view.Via[last.Slot]) best.Offer(Route.Over(view.OwnCost(last.Slot) + cost, last.Slot, target));
            if (view.MayUse(last.Slot, last.Entry)) OfferThreeHops(last.Slot, view.TiesOf(last.Entry), cost);
        }
    }

    void OfferThreeHops(int far, OpenTies ties, int lastCost)
    {
        if (best.IsFull) ties = ties.UpTo(LeftOf(lastCost + view.LeastOwnCost));
        for (var i = ties.Next(0, view.Via); i < ties.Count; i = ties.Next(i + 1, view.Via))
        {
            var contact = TieKey.Slot(ties[i]);
            var cost = view.OwnCost(contact) + TieKey.Cost(ties[i]) + lastCost;
            if (contact == target || IsTooCold(cost) || targetBlock.Bars(contact)) continue;

            best.Offer(Route.Over(cost, contact, far, target));
        }
    }

    void GoOutFromViewer(OpenTies ends)
    {
        var isEnd = view.Scratch.Ends;
        isEnd.MakeRoom(view.SlotCount);
        foreach (var key in ends.AsSpan()) isEnd.Set(TieKey.Slot(key));
        fixed (int* contacts = CollectionsMarshal.AsSpan(view.Contacts))
        {
            var first = new Ahead(view, (uint*)contacts, view.Contacts.Count);
            while (first.MoveNext())
            {
                if (!view.Via[first.Slot] || first.Slot == target) continue;

                var own = view.OwnCost(first.Slot);
                if (isEnd[first.Slot]) best.Offer(Route.Over(own + CostToTarget(first.Slot), first.Slot, target));
                if (!IsTooCold(own + TieKey.Cost(ends[0])) && !targetBlock.Bars(first.Slot)) OfferOver(first.Slot, own, view.TiesOf(first.Entry), TieKey.Cost(ends[0]));
            }
        }
        foreach (var key in ends.AsSpan()) isEnd.Unset(TieKey.Slot(key));
    }

    void OfferOver(int contact, int own, OpenTies ties, int leastLast)
    {
        if (best.IsFull) ties = ties.UpTo(LeftOf(own + leastLast));
        for (var i = ties.Next(0, view.Scratch.Ends); i < ties.Count; i = ties.Next(i + 1, view.Scratch.Ends))
        {
            var far = TieKey.Slot(ties[i]);
            var cost = own + TieKey.Cost(ties[i]) + CostToTarget(far);
            if (!IsTooCold(cost) && view.MayUse(far, view[far])) best.Offer(Route.Over(cost, contact, far, target));
        }
    }

    /// <summary>What the target's tie to one of their contacts costs.</summary>
    int CostToTarget(int contact)
    {
        var keys = targetBlock.Keys(Part.Open);
        return TieKey.Cost(keys[MemberBlock.IndexOf(keys, contact)]);
    }

    bool IsTooCold(int cost) => best.IsFull && LeftOf(cost) < 0;

    /// <summary>How much more a route may cost and still be among the best; only while they are full.</summary>
    int LeftOf(int cost) => best.Items.Count == 0 ? -1 : best.Last.Cost - cost;
}
