using System.Collections.Concurrent;

namespace Gilde.Graph;

/// <summary>Takes in a whole network, in any order, and makes a <see cref="ContactGraph"/> of it at once.</summary>
/// <remarks>
/// The result is the same as that of the graph's own methods called in the same order, where a later call for the same contact or member wins. It needs about
/// 12 bytes a contact while it takes in and 20 more while it builds. Not for several threads.
/// </remarks>
public sealed class ContactGraphBuilder
{
    readonly ConcurrentDictionary<long, int> slots = new();
    readonly List<MemberNode> members = [];
    ContactRows contacts = new();
    bool built;

    /// <summary>Sets all flags of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="flags"/> has bits without a name.</exception>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public void SetMember(long id, MemberFlags flags)
    {
        ThrowIfBuilt();
        ContactGraph.ThrowIfUndefined(flags);
        var slot = SlotOf(id);
        members[slot] = members[slot] with { Flags = flags };
    }

    /// <summary>Adds a contact.</summary>
    /// <param name="a">One side.</param>
    /// <param name="b">The other side.</param>
    /// <param name="strength">How strong the tie is, 1 to 255 (see <see cref="TieStrength"/>).</param>
    /// <param name="hidden">Whether at least one of the two hides this contact.</param>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public void SetContact(long a, long b, byte strength, bool hidden)
    {
        ThrowIfBuilt();
        ContactGraph.ThrowIfSame(a, b);
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        contacts.Add(new(SlotOf(a), SlotOf(b), strength, hidden));
    }

    /// <summary>Notes that <paramref name="a"/> blocks <paramref name="b"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public void Block(long a, long b)
    {
        ThrowIfBuilt();
        ContactGraph.ThrowIfSame(a, b);
        int slotA = SlotOf(a), slotB = SlotOf(b);
        members[slotA] = members[slotA] with { Blocks = members[slotA].Blocks.With(slotB) };
        members[slotB] = members[slotB] with { BlockedBy = members[slotB].BlockedBy.With(slotA) };
    }

    /// <summary>Makes the graph. The builder cannot be used again.</summary>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public ContactGraph Build()
    {
        ThrowIfBuilt();
        built = true;
        var ends = contacts.AddTies(members);
        contacts = new();
        var blocks = members.Chunk(Snapshot.BlockSize).ToArray();
        if (blocks.Length > 0) Array.Resize(ref blocks[^1], Snapshot.BlockSize);
        return new(new Snapshot(slots, blocks, members.Count, ends / 2));
    }

    int SlotOf(long id)
    {
        if (slots.TryGetValue(id, out var slot)) return slot;

        slot = members.Count;
        members.Add(new(id));
        slots[id] = slot;
        return slot;
    }

    void ThrowIfBuilt()
    {
        if (built) throw new InvalidOperationException("The graph was built already.");
    }
}
