namespace Gilde.Graph;

/// <summary>Memory that grows by segments of one size and never moves, so that readers need no word of its growth.</summary>
/// <remarks>Only the writer adds. A segment is in the directory before anything is published that lies in it.</remarks>
sealed unsafe class Segments(int bits)
{
    public const int Most = 4096;

    readonly NativeBlock directory = new(Most * (nuint)sizeof(byte*), huge: false);
    readonly List<NativeBlock> blocks = [];

    /// <summary>Where each segment starts; null for one that is not there yet.</summary>
    public byte** Starts => (byte**)directory.Start;

    public int Count { get; private set; }

    public long Bytes => (long)Count << bits;

    /// <summary>Makes room for several segments in a row without memory, to be given some by <see cref="Fill"/>.</summary>
    public void Reserve(int count) => Count += count;

    /// <summary>Adds segments that lie behind one another.</summary>
    /// <returns>The number of the first.</returns>
    /// <exception cref="InvalidOperationException">All are in use.</exception>
    public int Add(int count)
    {
        if (Count + count > Most) throw new InvalidOperationException("The graph has grown beyond what it can address.");

        // The first stays in small pages: most graphs of tests and small communities touch little of it.
        var block = new NativeBlock((nuint)count << bits, huge: Count > 0);
        lock (blocks) blocks.Add(block);
        for (var i = 0; i < count; i++) Starts[Count + i] = block.Start + ((nuint)i << bits);
        Count += count;
        return Count - count;
    }

    /// <summary>Gives a reserved segment its memory.</summary>
    public void Fill(int segment, NativeBlock block)
    {
        lock (blocks) blocks.Add(block);
        Volatile.Write(ref *(nint*)(Starts + segment), (nint)block.Start);
    }
}
