using System.Collections.Concurrent;

namespace Gilde.Graph;

/// <summary>The whole graph at one moment. Never changed: a change copies the few blocks of nodes that it touches and shares the rest.</summary>
/// <remarks>
/// Members are numbered by slots from 0 in order of first sight. The map from ids to slots only grows and is shared by all snapshots: a slot
/// that a snapshot does not have yet is a member it does not know.
/// </remarks>
sealed class Snapshot(ConcurrentDictionary<long, int> slots, MemberNode[][] blocks, int count, long contactCount)
{
    public const int BlockBits = 8;
    public const int BlockSize = 1 << BlockBits;

    public static Snapshot OfNobody() => new(new(), [], 0, 0);

    /// <summary>The number of slots.</summary>
    public int Count { get; } = count;

    public long ContactCount { get; } = contactCount;

    public MemberNode this[int slot] => blocks[slot >> BlockBits][slot & (BlockSize - 1)];

    public bool TryFind(long id, out int slot) => slots.TryGetValue(id, out slot) && slot < Count;

    public SnapshotEdit Edit() => new(slots, (MemberNode[][])blocks.Clone(), Count, ContactCount);
}
