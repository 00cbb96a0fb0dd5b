namespace Gilde.Graph;

/// <summary>The contacts that a viewer has in common with a person.</summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Strongest">The strongest of them, by the product of both ties, then by id; as many as were asked for or fewer.</param>
public sealed record MutualSummary(int Count, IReadOnlyList<MutualContact> Strongest)
{
    /// <summary>Nobody in common.</summary>
    public static readonly MutualSummary None = new(0, []);
}

/// <summary>Someone who is in contact with the viewer and with the other person.</summary>
/// <param name="Id">Who.</param>
/// <param name="ToViewer">Strength of the tie to the viewer, 1 to 255.</param>
/// <param name="ToPerson">Strength of the tie to the other person, 1 to 255, by its step alone (see <see cref="TieStrength.OfStep"/>).</param>
public readonly record struct MutualContact(long Id, byte ToViewer, byte ToPerson);
