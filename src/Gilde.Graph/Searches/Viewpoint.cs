using System.Runtime.CompilerServices;

namespace Gilde.Graph;

/// <summary>The graph at one moment as one viewer may search it. All rules on what is usable are in here.</summary>
/// <remarks>Of open ties alone a search of third parties reads anything; ties to somebody blocked are not among them.</remarks>
sealed unsafe class Viewpoint : IDisposable
{
    readonly GraphStore store;
    readonly Reader reader;
    readonly long version;
    readonly byte** table;
    readonly byte** slabs;
    readonly int viewer;
    readonly MemberEntry viewerEntry;
    readonly bool viewerHasBars;
    readonly int slotCount;

    Viewpoint(GraphStore store, Reader reader, long version, long viewerId, int viewer)
    {
        (this.store, this.reader, this.version, this.viewer) = (store, reader, version, viewer);
        table = store.Table.Starts;
        slabs = store.Slabs.Starts;
        slotCount = store.Ids.SlotCount;
        ViewerId = viewerId;
        viewerEntry = this[viewer];
        viewerHasBars = BlockOf(viewerEntry).HasBars;
        Routes = Comparer<Route>.Create(Compare);
    }

    /// <summary>The view of a member; null if there is no such member or they are suspended, and so can find nothing.</summary>
    public static Viewpoint? Of(GraphStore store, long viewerId)
    {
        if (!store.Ids.TryFind(viewerId, out var viewer)) return null;

        var reader = store.Readers.Take();
        var view = new Viewpoint(store, reader, reader.Enter(ref store.Version), viewerId, viewer);
        if (!view.viewerEntry.IsSuspended && !view.viewerEntry.IsBlank)
        {
            view.MarkContacts();
            return view;
        }
        view.Dispose();
        return null;
    }

    void MarkContacts()
    {
        Scratch.Own.MakeRoom(slotCount);
        Scratch.Via.MakeRoom(slotCount);
        Mark(Part.Open);
        if (viewerEntry.HasHeader) Mark(Part.Hidden);
    }

    void Mark(Part part)
    {
        var block = BlockOf(viewerEntry);
        var keys = block.Keys(part);
        var strengths = block.Strengths(part);
        fixed (uint* first = keys)
        {
            var contacts = new Ahead(this, first, keys.Length, linesAhead: 0);
            while (contacts.MoveNext()) Mark(contacts.Slot, contacts.Entry, strengths[contacts.Index]);
        }
    }

    void Mark(int contact, MemberEntry entry, byte strength)
    {
        if (entry.IsSuspended) return;
        Scratch.Own[contact] = strength;
        Scratch.Contacts.Add(contact);
        if (!entry.LetsContactsBeUsed) return;

        Scratch.Via.Set(contact);
        LeastOwnCost = Math.Min(LeastOwnCost, TieStrength.CostOf(strength));
        TwoHopTies += entry.OpenTies;
    }

    public Scratch Scratch => reader.Scratch;

    public int SlotCount => slotCount;

    public int Viewer => viewer;

    public long ViewerId { get; }

    public IdMap Ids => store.Ids;

    /// <summary>The order of routes: by cost, then fewer hops, then ids along the way.</summary>
    public IComparer<Route> Routes { get; }

    /// <summary>What the viewer's strongest tie to somebody who may be on the way costs; more than any route if there is none.</summary>
    public int LeastOwnCost { get; private set; } = int.MaxValue / 4;

    /// <summary>How many ties those have over whom the viewer may go.</summary>
    public long TwoHopTies { get; private set; }

    public MemberEntry this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bits = Volatile.Read(ref *MemberTable.At(table, slot));
            return new((bits & MemberEntry.OlderBit) == 0 ? bits : reader.Recall(store.Old, slot, version, bits));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OpenTies TiesOf(MemberEntry entry)
    {
        var segment = slabs[entry.Offset >> Slabs.SegmentGranuleBits];
        if (segment == null) return entry.OpenTies == 0 ? default : new((uint*)(store.Slabs.At(entry.Offset) + entry.HeaderBytes), entry.OpenTies);
        return new((uint*)(segment + ((nuint)(entry.Offset & ((1u << Slabs.SegmentGranuleBits) - 1)) << SizeClasses.GranuleBits) + entry.HeaderBytes), entry.OpenTies);
    }

    public MemberBlock BlockOf(MemberEntry entry) => store.Block(entry);

    public void FetchEntry(int slot) => Scan.Prefetch(MemberTable.At(table, slot));

    public long IdOf(int slot) => store.Ids.IdOf(slot);

    /// <summary>Finds a person other than the viewer whom the viewer may find at all.</summary>
    public bool TryFind(long id, out int slot) =>
        TryFindSlot(id, out slot) && Exists(slot, this[slot]);

    /// <summary>Finds where somebody other than the viewer would be, whether the viewer may find them or not.</summary>
    public bool TryFindSlot(long id, out int slot) => store.Ids.TryFind(id, out slot) && slot < slotCount && slot != viewer;

    /// <summary>Whether somebody other than the viewer exists for the viewer.</summary>
    public bool Exists(int slot, MemberEntry entry) => !entry.IsSuspended && !IsBarred(slot);

    /// <summary>The viewer's own contacts.</summary>
    public List<int> Contacts => Scratch.Contacts;

    /// <summary>The strength of the viewer's own tie to someone, 0 if they are not in contact.</summary>
    public byte StrengthTo(int slot) => Scratch.Own[slot];

    public int OwnCost(int contact) => TieStrength.CostOf(Scratch.Own[contact]);

    /// <summary>The viewer's contacts over whom a path may go.</summary>
    public FilteredBits Via => Scratch.Via;

    /// <summary>Whether a path may go over a member, as far as that depends on them and the viewer alone.</summary>
    public bool MayUse(int slot, MemberEntry entry) => entry.LetsContactsBeUsed && slot != viewer && !IsBarred(slot);

    bool IsBarred(int slot) => viewerHasBars && BlockOf(viewerEntry).Bars(slot);

    int Compare(Route a, Route b)
    {
        if (a.Cost != b.Cost) return a.Cost.CompareTo(b.Cost);
        if (a.Hops != b.Hops) return a.Hops.CompareTo(b.Hops);
        if (a.First != b.First) return IdOf(a.First).CompareTo(IdOf(b.First));
        if (a.Second != b.Second) return IdOf(a.Second).CompareTo(IdOf(b.Second));
        return a.Target == b.Target ? 0 : IdOf(a.Target).CompareTo(IdOf(b.Target));
    }

    public void Dispose()
    {
        foreach (var contact in Scratch.Contacts)
        {
            Scratch.Own[contact] = 0;
            Scratch.Via.Unset(contact);
        }
        Scratch.Contacts.Clear();
        store.Readers.GiveBack(reader);
    }
}
