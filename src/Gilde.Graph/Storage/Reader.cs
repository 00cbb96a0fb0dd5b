namespace Gilde.Graph;

/// <summary>One search at a time: the version that it looks at, and the tables that it fills. Kept for the next, since making the tables anew costs more than most searches.</summary>
sealed class Reader
{
    public const long Idle = long.MaxValue;

    readonly (int Slot, long Version, ulong Entry)[] recalled = new (int, long, ulong)[256];

    // On a cache line of its own, so that readers do not slow one another.
    readonly long[] seen = new long[24];

    public Reader() => Seen = Idle;

    ref long Place => ref seen[12];

    /// <summary>The version in use, <see cref="Idle"/> if none.</summary>
    public long Seen
    {
        get => Volatile.Read(ref Place);
        private set => Interlocked.Exchange(ref Place, value);
    }

    public Scratch Scratch { get; } = new();

    /// <summary>Settles on the newest version and keeps it from being given up.</summary>
    public long Enter(ref long published)
    {
        long version;
        // Seen is told first and compared after: a writer that did not see it has published something newer meanwhile.
        do Seen = version = Volatile.Read(ref published);
        while (Volatile.Read(ref published) != version);
        return version;
    }

    /// <summary>The entry of a slot at this reader's version, noted for the next time: that of somebody who changes all the time takes long to find.</summary>
    public ulong Recall(OldEntries old, int slot, long version, ulong current)
    {
        ref var known = ref recalled[slot % recalled.Length];
        if (known.Slot != slot || known.Version != version) known = (slot, version, old.At(slot, version, current));
        return known.Entry;
    }

    public void Leave() => Volatile.Write(ref Place, Idle);
}
