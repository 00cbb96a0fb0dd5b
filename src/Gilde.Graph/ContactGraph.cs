namespace Gilde.Graph;

/// <summary>Who is in contact with whom, how closely, and what of it may be used for whom: held in memory, asked by many, changed by one.</summary>
/// <remarks>
/// <para>
/// Members are known by their ids alone. A member comes into being by the first call that names them. Contacts are mutual:
/// (a, b) and (b, a) are the same contact.
/// </para>
/// <para>
/// <b>What a viewer can find.</b> A contact X–Y is usable for viewer V if V is X or Y, or if the contact is not hidden and both X and Y let their
/// contacts be used (no <see cref="MemberFlags"/>). A path is a chain of usable contacts of one to three hops on which nobody is suspended, nobody appears
/// twice, and no two people have blocked one another in either direction. Every answer is made of such paths: a
/// hidden contact, a block, a suspended or unknown member change it exactly as if the contact or the member did not exist.
/// </para>
/// <para>
/// <b>Threads.</b> Any number of threads may ask at any time; they never wait, neither for each other nor for a change. Changes may come from any thread and are applied
/// one after the other. Every answer is exact for the graph as it stood at one moment between the call and its return, and a
/// change is seen wholly or not at all.
/// </para>
/// <para>
/// <b>Order.</b> Paths are ordered by the product of their ties' values, the highest first; equal ones by fewer hops, then by the ids along the path.
/// The order does not depend on the order in which the graph was built.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var graph = new ContactGraph();
/// graph.SetContact(1, 2, TieStrength.FromValue(0.8), hidden: false);
/// graph.SetContact(2, 3, TieStrength.FromValue(0.5), hidden: false);
/// var path = graph.WarmestPaths(viewer: 1, target: 3, k: 5)[0];   // 1 → 2 → 3, Product ≈ 0.4
/// </code>
/// </example>
public sealed partial class ContactGraph
{
    readonly Lock writing = new();
    volatile Snapshot current;

    /// <summary>Makes an empty graph. For a whole network at once, <see cref="ContactGraphBuilder"/> is faster.</summary>
    public ContactGraph() : this(Snapshot.OfNobody())
    {
    }

    internal ContactGraph(Snapshot first) => current = first;

    /// <summary>The number of contacts, hidden and suspended ones included; each counts once.</summary>
    public long ContactCount => current.ContactCount;

    /// <summary>Adds a contact or changes it.</summary>
    /// <param name="a">One side.</param>
    /// <param name="b">The other side.</param>
    /// <param name="strength">How strong the tie is, 1 to 255 (see <see cref="TieStrength"/>).</param>
    /// <param name="hidden">Whether at least one of the two hides this contact.</param>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    public bool SetContact(long a, long b, byte strength, bool hidden)
    {
        ThrowIfSame(a, b);
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        return Change(edit =>
        {
            int slotA = edit.SlotOf(a), slotB = edit.SlotOf(b);
            if (edit[slotA].HasTie(slotB, strength, hidden)) return false;

            if (!edit[slotA].HasTie(slotB)) edit.ContactCount++;
            edit[slotA] = edit[slotA].WithTie(slotB, strength, hidden);
            edit[slotB] = edit[slotB].WithTie(slotA, strength, hidden);
            return true;
        });
    }

    /// <summary>Ends a contact.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveContact(long a, long b) => ChangePair(a, b, (edit, slotA, slotB) =>
    {
        if (!edit[slotA].HasTie(slotB)) return false;

        edit[slotA] = edit[slotA].WithoutTie(slotB);
        edit[slotB] = edit[slotB].WithoutTie(slotA);
        edit.ContactCount--;
        return true;
    });

    /// <summary>Sets all flags of a member at once.</summary>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="flags"/> has bits without a name.</exception>
    public bool SetMember(long id, MemberFlags flags)
    {
        ThrowIfUndefined(flags);
        return Change(edit =>
        {
            var slot = edit.SlotOf(id);
            if (edit[slot].Flags == flags) return false;

            edit[slot] = edit[slot] with { Flags = flags };
            return true;
        });
    }

    /// <summary>Forgets a member: contacts, flags, and blocks in both directions.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    public bool RemoveMember(long id) => current.TryFind(id, out _) && Change(edit =>
    {
        var slot = edit.SlotOf(id);
        var gone = edit[slot];
        edit[slot] = new(id);
        foreach (var other in gone.Open.Slots.Concat(gone.Hidden.Slots))
        {
            edit[other] = edit[other].WithoutTie(slot);
            edit.ContactCount--;
        }
        foreach (var other in gone.Blocks.Concat(gone.BlockedBy))
            edit[other] = edit[other] with { Blocks = edit[other].Blocks.Without(slot), BlockedBy = edit[other].BlockedBy.Without(slot) };
        return !gone.IsBlank;
    });

    /// <summary>Notes that one member blocks another. A contact between them stays noted but is of no use to anyone meanwhile.</summary>
    /// <param name="a">Who blocks.</param>
    /// <param name="b">Who is blocked.</param>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    public bool Block(long a, long b)
    {
        ThrowIfSame(a, b);
        return Change(edit =>
        {
            int slotA = edit.SlotOf(a), slotB = edit.SlotOf(b);
            if (edit[slotA].Blocks.Holds(slotB)) return false;

            edit[slotA] = edit[slotA] with { Blocks = edit[slotA].Blocks.With(slotB) };
            edit[slotB] = edit[slotB] with { BlockedBy = edit[slotB].BlockedBy.With(slotA) };
            return true;
        });
    }

    /// <summary>Takes the block of <paramref name="b"/> by <paramref name="a"/> back. One in the other direction stays.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Unblock(long a, long b) => ChangePair(a, b, (edit, slotA, slotB) =>
    {
        if (!edit[slotA].Blocks.Holds(slotB)) return false;

        edit[slotA] = edit[slotA] with { Blocks = edit[slotA].Blocks.Without(slotB) };
        edit[slotB] = edit[slotB] with { BlockedBy = edit[slotB].BlockedBy.Without(slotA) };
        return true;
    });
}
