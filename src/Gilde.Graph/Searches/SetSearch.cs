namespace Gilde.Graph;

/// <summary>Searches for many targets at once: the viewer's two hops are gone over once, then each target's ties are looked up in them.</summary>
sealed class SetSearch
{
    readonly Viewpoint view;
    readonly Marks<Approach> approaches;
    readonly Marks<bool> seen;

    public SetSearch(Viewpoint view)
    {
        this.view = view;
        approaches = view.Scratch.Approaches;
        approaches.MakeRoom(view.SlotCount);
        seen = view.Scratch.Seen;
        seen.MakeRoom(view.SlotCount);
        foreach (var contact in view.Contacts) Approach(contact);
    }

    void Approach(int contact)
    {
        var first = TieStrength.CostOf(view.TieTo(contact));
        foreach (var second in view.TiesOf(contact))
        {
            var approach = new Approach(contact, first + second.Cost);
            if (IsBetter(approach, approaches[second.Slot])) approaches.Set(second.Slot, approach);
        }
    }

    bool IsBetter(Approach one, Approach other) => !other.Exists || one.Cost < other.Cost
        || (one.Cost == other.Cost && view.IdOf(one.Contact) < view.IdOf(other.Contact));

    public IReadOnlyList<ContactPath> WarmestToAny(IReadOnlyCollection<long> targets, int k)
    {
        var best = new Best<Route>(k, view.Routes);
        foreach (var id in targets)
            if (IsNew(id, out var target) && RoutesTo(target).Warmest(view.Routes) is { } route) best.Offer(route);
        return [.. best.Items.Select(route => route.ToPath(view))];
    }

    public ReachSummary Reach(IReadOnlyCollection<long> people, int take)
    {
        Span<int> counts = stackalloc int[ContactPath.LongestHops + 1];
        var nearest = new Best<Route>(take, Comparer<Route>.Create(CompareNearness));
        foreach (var id in people)
        {
            if (!IsNew(id, out var person) || RoutesTo(person).Shortest is not { } route) continue;
            counts[route.Hops]++;
            nearest.Offer(route);
        }
        return new(counts[1], counts[2], counts[3],
            [.. nearest.Items.Select(route => new ReachedMember(view.IdOf(route.Target), (byte)route.Hops, TieStrength.ValueOfCost(route.Cost)))]);
    }

    int CompareNearness(Route a, Route b)
    {
        if (a.Hops != b.Hops) return a.Hops.CompareTo(b.Hops);
        return a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : view.IdOf(a.Target).CompareTo(view.IdOf(b.Target));
    }

    bool IsNew(long id, out int slot)
    {
        if (!view.TryFind(id, out slot) || seen[slot]) return false;
        seen.Set(slot, true);
        return true;
    }

    BestByHops RoutesTo(int target)
    {
        var routes = new BestByHops();
        if (view.TieTo(target) is not 0 and var direct) routes.One = Route.Direct(TieStrength.CostOf(direct), target);

        foreach (var last in view.TiesOf(target))
        {
            if (view.TieTo(last.Slot) is not 0 and var first)
                routes.OfferTwo(Route.Over(TieStrength.CostOf(first) + last.Cost, last.Slot, target), view.Routes);
            if (ApproachTo(last.Slot, target) is { Exists: true } approach)
                routes.OfferThree(Route.Over(approach.Cost + last.Cost, approach.Contact, last.Slot, target), view.Routes);
        }
        return routes;
    }

    /// <summary>The best way of two hops to the member before the target, not over the target or anyone barred from them.</summary>
    Approach ApproachTo(int far, int target)
    {
        var approach = approaches[far];
        if (!approach.Exists || IsAllowed(approach.Contact, target)) return approach;

        approach = default;
        foreach (var middle in view.TiesToContacts(far))
        {
            var other = new Approach(middle.Slot, TieStrength.CostOf(view.TieTo(middle.Slot)) + middle.Cost);
            if (IsAllowed(middle.Slot, target) && IsBetter(other, approach)) approach = other;
        }
        return approach;
    }

    bool IsAllowed(int contact, int target) => contact != target && !view[target].Bars(contact);
}
