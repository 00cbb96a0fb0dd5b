namespace Gilde.Graph;

/// <summary>The tables that a search fills. All are empty between searches.</summary>
sealed class Scratch
{
    /// <summary>The viewer's own ties, as strengths.</summary>
    public SlotTable<byte> Own { get; } = new();

    /// <summary>Those contacts of the viewer whose contacts may be used.</summary>
    public FilteredBits Via { get; } = new(FilteredBits.OfSome);

    /// <summary>The viewer's contacts, as slots.</summary>
    public List<int> Contacts { get; } = [];

    /// <summary>The target's contacts.</summary>
    public FilteredBits Ends { get; } = new(FilteredBits.OfSome);

    public SlotBits Seen { get; } = new();

    /// <summary>The contacts of those contacts (see <see cref="TwoHopMarks"/>).</summary>
    public SlotBits TwoHops { get; } = new();

    /// <summary>The viewer's contacts and all whom <see cref="Approaches"/> holds.</summary>
    public FilteredBits Near { get; } = new(FilteredBits.OfMany);

    /// <summary>The warmest way of two hops (see <see cref="Gilde.Graph.Approaches"/>).</summary>
    public SlotTable<uint> Approaches { get; } = new();

    public List<int> Approached { get; } = [];

    public ScoreTable Scores { get; } = new();
}
