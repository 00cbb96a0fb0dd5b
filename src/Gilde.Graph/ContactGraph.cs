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
/// <b>What an answer tells of others' ties.</b> How strong a tie is, only its two owners may know; anyone else may know its <see cref="Warmth"/>, one of four steps.
/// So in every answer the viewer's own ties count with their exact strength, and every other tie with the strength that stands for its step
/// (<see cref="TieStrength.OfStep"/>): in products, in the strengths that answers name, and in every order, limit and cap. Two graphs that differ in nothing but the
/// exact strengths of others' ties within their steps give the viewer the same answers, to the last bit, and take the same way to them.
/// </para>
/// <para>
/// <b>Order.</b> Paths are ordered by the product of their ties' values, the highest first; equal ones by fewer hops, then by the ids along the path.
/// The order does not depend on the order in which the graph was built.
/// </para>
/// <para>
/// <b>Memory and time.</b> Five bytes a contact and side, and a little for blocks' ends, 8 bytes a member and next to nothing for ids, as long as they come without large
/// gaps; all of it outside of the garbage collector's memory, given back when the graph is collected. A change costs the copying of two members' contacts. Up to a
/// billion members, 32 GiB of contacts, and 16 million contacts a member.
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
    readonly GraphStore store;
    readonly Writer writer;

    /// <summary>Makes an empty graph. For a whole network at once, <see cref="ContactGraphBuilder"/> is faster.</summary>
    public ContactGraph() : this(new GraphStore())
    {
    }

    internal ContactGraph(GraphStore store) => (this.store, writer) = (store, new(store));

    internal GraphStore Store => store;

    /// <summary>The number of contacts, hidden and suspended ones included; each counts once.</summary>
    public long ContactCount => store.ContactCount;

    /// <summary>The number of members whom <see cref="SetMember"/> made known and who are neither suspended nor removed.</summary>
    public long MemberCount => store.MemberCount;

    /// <summary>The ids of those whom <see cref="MemberCount"/> counts, as they are while this runs.</summary>
    public long[] Members()
    {
        var members = new List<long>((int)store.MemberCount);
        members.AddRange(Listed());
        return [.. members];
    }

    /// <summary>How many bytes the graph takes, free room between contacts included, the tables of running searches not.</summary>
    public long Bytes => store.Bytes;

    /// <summary>Adds a contact or changes it.</summary>
    /// <param name="a">One side.</param>
    /// <param name="b">The other side.</param>
    /// <param name="strength">How strong the tie is, 1 to 255 (see <see cref="TieStrength"/>).</param>
    /// <param name="hidden">Whether at least one of the two hides this contact.</param>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is 0.</exception>
    /// <exception cref="InvalidOperationException">The graph has no room for more members, or one of the two none for more contacts.</exception>
    public bool SetContact(long a, long b, byte strength, bool hidden)
    {
        ThrowIfSame(a, b);
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        lock (writing) return Committed(writer.SetTie(writer.SlotOf(a), writer.SlotOf(b), strength, hidden));
    }

    /// <summary>Ends a contact.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveContact(long a, long b)
    {
        lock (writing) return writer.TryFind(a, out var slotA) && writer.TryFind(b, out var slotB) && Committed(writer.RemoveTie(slotA, slotB));
    }

    /// <summary>Sets all flags of a member at once, and so makes the member known, with or without contacts.</summary>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="flags"/> has bits without a name.</exception>
    public bool SetMember(long id, MemberFlags flags)
    {
        ThrowIfUndefined(flags);
        lock (writing) return Committed(writer.SetFlags(writer.SlotOf(id), flags));
    }

    /// <summary>Forgets a member: contacts, flags, and blocks in both directions.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    public bool RemoveMember(long id)
    {
        lock (writing) return writer.TryFind(id, out var slot) && Committed(writer.Forget(slot));
    }

    /// <summary>Notes that one member blocks another. A contact between them stays noted but is of no use to anyone meanwhile.</summary>
    /// <param name="a">Who blocks.</param>
    /// <param name="b">Who is blocked.</param>
    /// <returns>Whether this changed anything.</returns>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    public bool Block(long a, long b)
    {
        ThrowIfSame(a, b);
        lock (writing) return Committed(writer.SetBlock(writer.SlotOf(a), writer.SlotOf(b)));
    }

    /// <summary>Takes the block of <paramref name="b"/> by <paramref name="a"/> back. One in the other direction stays.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Unblock(long a, long b)
    {
        lock (writing) return writer.TryFind(a, out var slotA) && writer.TryFind(b, out var slotB) && Committed(writer.RemoveBlock(slotA, slotB));
    }

    bool Committed(bool changed)
    {
        if (changed) writer.Commit();
        return changed;
    }

    internal static void ThrowIfSame(long a, long b)
    {
        if (a == b) throw new ArgumentException("Nobody is in contact with themselves, or blocks themselves.", nameof(b));
    }

    internal static void ThrowIfUndefined(MemberFlags flags)
    {
        const MemberFlags all = MemberFlags.ContactsHidden | MemberFlags.OutOfIntroductions | MemberFlags.Suspended;
        if ((flags & ~all) != 0) throw new ArgumentOutOfRangeException(nameof(flags), flags, "Unknown flags.");
    }
}
