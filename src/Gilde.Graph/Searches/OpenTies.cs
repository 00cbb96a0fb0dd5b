namespace Gilde.Graph;

/// <summary>The open ties of one member, strongest step first, by slot within a step.</summary>
unsafe readonly struct OpenTies(uint* keys, int count)
{
    public readonly uint* Keys = keys;

    public readonly int Count = count;

    public uint this[int index] => Keys[index];

    public ReadOnlySpan<uint> AsSpan() => new(Keys, Count);

    /// <summary>Those that cost at most so much.</summary>
    public OpenTies UpTo(int cost) => new(Keys, Scan.CountUpTo(cost, Keys, Count));

    /// <summary>The first from a place on that leads to a marked slot; <see cref="Count"/> if there is none.</summary>
    public int Next(int from, FilteredBits marks) => Scan.Next(Keys, from, Count, marks);

    /// <summary>The first from a place on that leads to a marked slot; <see cref="Count"/> if there is none.</summary>
    public int Next(int from, SlotBits marks) => Scan.Next(Keys, from, Count, marks);
}
