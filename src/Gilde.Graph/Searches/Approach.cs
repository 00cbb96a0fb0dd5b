namespace Gilde.Graph;

/// <summary>The warmest way of two hops from the viewer to someone: over which contact, at what cost. <c>default</c> is none.</summary>
readonly record struct Approach
{
    readonly int contactPlusOne;

    public Approach(int contact, int cost)
    {
        contactPlusOne = contact + 1;
        Cost = cost;
    }

    public bool Exists => contactPlusOne > 0;

    public int Contact => contactPlusOne - 1;

    public int Cost { get; }
}
