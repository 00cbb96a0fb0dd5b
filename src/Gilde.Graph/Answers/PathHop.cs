namespace Gilde.Graph;

/// <summary>One step of a path: a contact between two members.</summary>
public readonly record struct PathHop
{
    /// <summary>Makes a step.</summary>
    /// <param name="from">The member nearer to the viewer.</param>
    /// <param name="to">The member nearer to the target.</param>
    /// <param name="strength">How strong the tie is, 1 to 255 (see <see cref="TieStrength"/>).</param>
    /// <param name="shown">Whether the viewer may be told of this contact.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> equals <paramref name="to"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    public PathHop(long from, long to, byte strength, bool shown)
    {
        if (from == to) throw new ArgumentException("A step leads from one member to another.", nameof(to));
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        From = from;
        To = to;
        Strength = strength;
        Shown = shown;
    }

    /// <summary>The member nearer to the viewer.</summary>
    public long From { get; }

    /// <summary>The member nearer to the target.</summary>
    public long To { get; }

    /// <summary>How strong the tie is, 1 to 255: exactly for a tie of the viewer, by the strength that stands for its step (<see cref="TieStrength.OfStep"/>) for any other.</summary>
    public byte Strength { get; }

    /// <summary>Whether the viewer may be told that these two are in contact: only if the viewer is one of them or in contact with one of them.</summary>
    public bool Shown { get; }

    /// <summary>The step as <c>from →strength→ to</c>, in brackets where it is not shown; for logs of tests.</summary>
    public override string ToString() => Shown ? $"{From} →{Strength}→ {To}" : $"({From} →{Strength}→ {To})";
}
