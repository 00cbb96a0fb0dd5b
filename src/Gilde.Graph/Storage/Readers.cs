using System.Collections.Concurrent;

namespace Gilde.Graph;

/// <summary>All who read a graph, at rest or at work.</summary>
sealed class Readers
{
    readonly ConcurrentStack<Reader> idle = new();
    readonly Lock adding = new();
    volatile Reader[] all = [];

    public Reader Take()
    {
        if (idle.TryPop(out var reader)) return reader;

        reader = new();
        lock (adding) all = [.. all, reader];
        return reader;
    }

    public void GiveBack(Reader reader)
    {
        reader.Leave();
        idle.Push(reader);
    }

    /// <summary>The oldest version that a search uses or, begun now, would use.</summary>
    public long Oldest(long published)
    {
        Interlocked.MemoryBarrier();
        var oldest = published;
        foreach (var reader in all) oldest = Math.Min(oldest, reader.Seen);
        return oldest;
    }
}
