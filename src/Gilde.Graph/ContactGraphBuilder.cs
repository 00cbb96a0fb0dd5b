namespace Gilde.Graph;

/// <summary>Takes in a whole network, in any order, and makes a <see cref="ContactGraph"/> of it at once.</summary>
/// <remarks>
/// The result is the same as that of the graph's own methods called in the same order, where a later call for the same contact or member wins. It needs about
/// 9 bytes a contact while it takes in and 16 more while it builds. Not for several threads.
/// </remarks>
public sealed class ContactGraphBuilder
{
    readonly IdMap arrivals = new();
    readonly List<(int A, int B)> blocks = [];
    // 0 where only a contact or a block named the member, otherwise the flags plus 1.
    byte[] flags = new byte[64];
    TieRows? rows = new();

    /// <summary>Sets all flags of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="flags"/> has bits without a name.</exception>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public void SetMember(long id, MemberFlags flags)
    {
        _ = Rows;
        ContactGraph.ThrowIfUndefined(flags);
        var slot = arrivals.SlotOf(id);
        if (slot >= this.flags.Length) Array.Resize(ref this.flags, Math.Max(slot + 1, this.flags.Length * 2));
        this.flags[slot] = (byte)(flags + 1);
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
        var into = Rows;
        ContactGraph.ThrowIfSame(a, b);
        ArgumentOutOfRangeException.ThrowIfZero(strength);
        into.Add(arrivals.SlotOf(a), arrivals.SlotOf(b), strength, hidden);
    }

    /// <summary>Notes that <paramref name="a"/> blocks <paramref name="b"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="a"/> equals <paramref name="b"/>.</exception>
    /// <exception cref="InvalidOperationException">The graph was built already.</exception>
    public void Block(long a, long b)
    {
        _ = Rows;
        ContactGraph.ThrowIfSame(a, b);
        blocks.Add((arrivals.SlotOf(a), arrivals.SlotOf(b)));
    }

    /// <summary>Makes the graph. The builder cannot be used again.</summary>
    /// <exception cref="InvalidOperationException">The graph was built already, or it has more members or contacts than fit.</exception>
    public ContactGraph Build()
    {
        var store = new GraphStore();
        var slotOf = InIdOrder(store.Ids);
        store.Table.MakeRoom(store.Ids.SlotCount);
        for (var slot = 0; slot < Math.Min(flags.Length, arrivals.SlotCount); slot++)
            if (flags[slot] > 0) store.SetFirst(slotOf(slot), (MemberFlags)(flags[slot] - 1));
        Rows.MoveInto(store, slotOf);
        rows = null;

        var writer = new Writer(store);
        foreach (var (a, b) in blocks) writer.SetBlock(slotOf(a), slotOf(b));
        writer.Commit();
        writer.Clean();
        return new(store);
    }

    /// <summary>Gives the members slots in the order of their ids.</summary>
    /// <returns>From the slot of arrival to the slot in the graph.</returns>
    Func<int, int> InIdOrder(IdMap ids)
    {
        var (pages, places) = (arrivals.Pages.ToArray(), new int[arrivals.Pages.Length]);
        foreach (var arrival in Enumerable.Range(0, pages.Length).OrderBy(arrival => pages[arrival])) places[arrival] = ids.AddPage(pages[arrival]);
        return slot => (places[slot >> IdMap.PageBits] << IdMap.PageBits) | (slot & ((1 << IdMap.PageBits) - 1));
    }

    TieRows Rows => rows ?? throw new InvalidOperationException("The graph was built already.");
}
