namespace Gilde.Graph;

/// <summary>The k best paths to one target: all of them, but for those that a bound shows to be too cold.</summary>
static class PathSearch
{
    public static IReadOnlyList<ContactPath> Find(Viewpoint view, int target, int k)
    {
        var best = new Best<Route>(k, view.Routes);
        var leastToContact = LeastToContact(view);
        if (view.TieTo(target) is not 0 and var direct) best.Offer(Route.Direct(TieStrength.CostOf(direct), target));

        foreach (var last in view.TiesOf(target))
        {
            if (view.TieTo(last.Slot) is not 0 and var first)
                best.Offer(Route.Over(TieStrength.CostOf(first) + last.Cost, last.Slot, target));
            if (!IsTooCold(best, last.Cost + leastToContact))
                OfferThreeHops(view, target, last, best);
        }
        return [.. best.Items.Select(route => route.ToPath(view))];
    }

    static void OfferThreeHops(Viewpoint view, int target, UsableTie last, Best<Route> best)
    {
        foreach (var middle in view.TiesToContacts(last.Slot))
        {
            var cost = TieStrength.CostOf(view.TieTo(middle.Slot)) + middle.Cost + last.Cost;
            if (middle.Slot == target || IsTooCold(best, cost) || view[target].Bars(middle.Slot)) continue;

            best.Offer(Route.Over(cost, middle.Slot, last.Slot, target));
        }
    }

    static bool IsTooCold(Best<Route> best, int cost) => best.IsFull && (best.Items.Count == 0 || cost > best.Last.Cost);

    static int LeastToContact(Viewpoint view)
    {
        var least = TieStrength.Strongest - TieStrength.Weakest;
        foreach (var contact in view.Contacts) least = Math.Min(least, TieStrength.CostOf(view.TieTo(contact)));
        return least;
    }
}
