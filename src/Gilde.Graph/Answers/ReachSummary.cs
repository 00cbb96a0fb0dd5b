namespace Gilde.Graph;

/// <summary>How many people of a set a viewer reaches, and the nearest of them.</summary>
/// <param name="First">How many are contacts of the viewer.</param>
/// <param name="Second">How many are reached over two hops and no fewer.</param>
/// <param name="Third">How many are reached over three hops and no fewer.</param>
/// <param name="Nearest">The nearest, by degree, then by the product of the warmest path of so many hops, then by id; as many as were asked for or fewer.</param>
public sealed record ReachSummary(int First, int Second, int Third, IReadOnlyList<ReachedMember> Nearest)
{
    /// <summary>Nobody is reached.</summary>
    public static readonly ReachSummary None = new(0, 0, 0, []);

    /// <summary>How many are reached over one to three hops.</summary>
    public int Total => First + Second + Third;
}

/// <summary>Someone whom a viewer reaches.</summary>
/// <param name="Id">Who.</param>
/// <param name="Degree">Over how many hops at least, 1 to 3.</param>
/// <param name="Product">The product of the ties of the warmest path of so many hops, above 0 and at most 1.</param>
public readonly record struct ReachedMember(long Id, byte Degree, double Product);
