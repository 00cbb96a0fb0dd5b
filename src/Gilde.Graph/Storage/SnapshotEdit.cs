using System.Collections.Concurrent;

namespace Gilde.Graph;

/// <summary>A change under way: readers see nothing of it until <see cref="Finish"/>'s snapshot is published.</summary>
sealed class SnapshotEdit(ConcurrentDictionary<long, int> slots, MemberNode[][] blocks, int count, long contactCount)
{
    readonly HashSet<int> ownBlocks = [];

    public long ContactCount { get; set; } = contactCount;

    public MemberNode this[int slot]
    {
        get => blocks[slot >> Snapshot.BlockBits][slot & (Snapshot.BlockSize - 1)];
        set => OwnBlock(slot >> Snapshot.BlockBits)[slot & (Snapshot.BlockSize - 1)] = value;
    }

    MemberNode[] OwnBlock(int number)
    {
        if (ownBlocks.Add(number)) blocks[number] = (MemberNode[])blocks[number].Clone();
        return blocks[number];
    }

    public int SlotOf(long id)
    {
        if (slots.TryGetValue(id, out var slot)) return slot;

        slot = count++;
        if (slot >> Snapshot.BlockBits == blocks.Length)
        {
            ownBlocks.Add(blocks.Length);
            blocks = [.. blocks, new MemberNode[Snapshot.BlockSize]];
        }
        this[slot] = new(id);
        slots[id] = slot;
        return slot;
    }

    public Snapshot Finish() => new(slots, blocks, count, ContactCount);
}
