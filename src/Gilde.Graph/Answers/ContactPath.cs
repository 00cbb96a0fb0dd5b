namespace Gilde.Graph;

/// <summary>A way of one to three hops from a viewer to a target over people each of whom is in contact with the next. Immutable; equal if all hops are.</summary>
/// <remarks>
/// The path names everyone on it, because a request must be able to travel it. What the <em>viewer</em> may see is less: of
/// a member for whom <see cref="IsNamed"/> is false, only "a contact of" the member before.
/// </remarks>
public sealed class ContactPath : IEquatable<ContactPath>
{
    /// <summary>The longest path, in hops.</summary>
    public const int LongestHops = 3;

    /// <summary>Makes a path from its hops, viewer's end first.</summary>
    /// <exception cref="ArgumentException">There are none or more than <see cref="LongestHops"/>, they do not join, or someone is on the path twice.</exception>
    public ContactPath(params ReadOnlySpan<PathHop> hops)
    {
        if (hops.Length is 0 or > LongestHops) throw new ArgumentException("A path has one to three hops.", nameof(hops));

        Hops = [.. hops];
        Members = [hops[0].From, .. Hops.Select(hop => hop.To)];
        for (var i = 1; i < hops.Length; i++)
            if (hops[i].From != hops[i - 1].To) throw new ArgumentException("Each hop starts where the one before ends.", nameof(hops));
        if (Members.Distinct().Count() != Members.Count) throw new ArgumentException("Nobody is on a path twice.", nameof(hops));
        Product = TieStrength.ValueOfCost(Hops.Sum(hop => TieStrength.CostOf(hop.Strength)));
    }

    /// <summary>The steps, viewer's end first; one to three.</summary>
    public IReadOnlyList<PathHop> Hops { get; }

    /// <summary>Everyone on the path, the viewer first and the target last; two to four.</summary>
    public IReadOnlyList<long> Members { get; }

    /// <summary>Where the path ends.</summary>
    public long Target => Members[^1];

    /// <summary>The product of the values of all ties on the path, above 0 and at most 1 (see <see cref="TieStrength"/>).</summary>
    public double Product { get; }

    /// <summary>Whether the viewer may see who the member at a place is: the viewer and the target always, anyone between them if both hops that meet in them are shown.</summary>
    /// <param name="place">The index in <see cref="Members"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public bool IsNamed(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Members.Count);
        return place == 0 || place == Members.Count - 1 || (Hops[place - 1].Shown && Hops[place].Shown);
    }

    /// <inheritdoc/>
    public bool Equals(ContactPath? other) => other is not null && Hops.SequenceEqual(other.Hops);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContactPath);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hops.Count, Hops[0], Hops[^1]);

    /// <summary>The hops, one after the other; for logs of tests.</summary>
    public override string ToString() => string.Join(", ", Hops);
}
