namespace Gilde.Graph;

/// <summary>The best route to one target for each number of hops.</summary>
struct BestByHops
{
    Route? two, three;

    public Route? One { get; set; }

    public void OfferTwo(Route route, IComparer<Route> order) => two = Better(two, route, order);

    public void OfferThree(Route route, IComparer<Route> order) => three = Better(three, route, order);

    public readonly Route? Shortest => One ?? two ?? three;

    public readonly Route? Warmest(IComparer<Route> order) => Better(Better(One, two, order), three, order);

    static Route? Better(Route? a, Route? b, IComparer<Route> order)
    {
        if (a is not { } one) return b;
        if (b is not { } other) return a;
        return order.Compare(one, other) <= 0 ? a : b;
    }
}
