namespace Gilde.Graph;

/// <summary>A viewer's contacts and who of them knows whom, as far as the viewer may know. Without the viewer, who knows all of them.</summary>
/// <param name="Contacts">The strongest first, then by id.</param>
/// <param name="Ties">Between two of the contacts, each once.</param>
public sealed record EgoNetwork(IReadOnlyList<EgoContact> Contacts, IReadOnlyList<EgoTie> Ties)
{
    /// <summary>No contacts.</summary>
    public static readonly EgoNetwork None = new([], []);
}

/// <summary>A contact of the viewer.</summary>
/// <param name="Id">Who.</param>
/// <param name="Strength">Of the viewer's own tie, 1 to 255.</param>
/// <param name="Community">Those who know each other better than the others share a number, from 0 for the largest community on. Whoever knows none of the others is alone.</param>
public readonly record struct EgoContact(long Id, byte Strength, int Community);

/// <summary>Two contacts of the viewer who are in contact.</summary>
/// <param name="One">Index of the one, lower than <paramref name="Other"/>.</param>
/// <param name="Other">Index of the other.</param>
/// <param name="Strength">1 to 255, by its step alone (see <see cref="TieStrength.OfStep"/>).</param>
public readonly record struct EgoTie(int One, int Other, byte Strength);
