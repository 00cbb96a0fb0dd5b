namespace Gilde.Graph;

/// <summary>Everything a graph keeps: table, blocks, ids and what they were before.</summary>
/// <remarks>
/// A change makes new blocks, notes the old entries in <see cref="Old"/>, puts the new ones in the table and then raises the version. A search settles on a version
/// and, where an entry is marked as changed lately, asks <see cref="Old"/> what it was then. So it sees one moment of the whole graph and waits for nobody.
/// </remarks>
sealed class GraphStore
{
    public long Version = 1;

    public IdMap Ids { get; } = new();

    public MemberTable Table { get; } = new();

    public Slabs Slabs { get; } = new();

    public OldEntries Old { get; } = new();

    public Readers Readers { get; } = new();

    public long ContactCount { get; set; }

    /// <summary>Members who exist for others.</summary>
    public long MemberCount { get; set; }

    public long Bytes => Table.Bytes + Slabs.Bytes + Ids.Bytes;

    /// <summary>Makes a member known in a graph that nobody reads yet.</summary>
    public void SetFirst(int slot, MemberFlags flags)
    {
        var entry = Table[slot].AsSet(flags);
        Table.Set(slot, entry.Bits);
        if (entry.IsListed) MemberCount++;
    }

    public unsafe MemberBlock Block(MemberEntry entry) => new(entry, entry.Offset == 0 ? null : Slabs.At(entry.Offset));
}
