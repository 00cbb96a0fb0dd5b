using System.Diagnostics.CodeAnalysis;

namespace Gilde.Graph;

/// <summary>One snapshot as one viewer may search it. All rules on what is usable are in here and in <see cref="UsableTies"/>.</summary>
sealed class Viewpoint : IDisposable
{
    readonly Snapshot graph;
    readonly int viewer;
    readonly MemberNode viewerNode;

    Viewpoint(Snapshot graph, int viewer, MemberNode viewerNode, Scratch scratch)
    {
        this.graph = graph;
        this.viewer = viewer;
        this.viewerNode = viewerNode;
        Scratch = scratch;
        Routes = Comparer<Route>.Create(Compare);
        MarkTies(viewerNode.Open);
        MarkTies(viewerNode.Hidden);
    }

    /// <summary>The view of a member; null if there is no such member or they are suspended, and so can find nothing.</summary>
    public static Viewpoint? Of(Snapshot graph, long viewer)
    {
        if (!graph.TryFind(viewer, out var slot) || graph[slot] is not { IsSuspended: false } node) return null;

        var scratch = Scratch.Take();
        scratch.Ties.MakeRoom(graph.Count);
        return new(graph, slot, node, scratch);
    }

    void MarkTies(TieList ties)
    {
        for (var i = 0; i < ties.Slots.Length; i++)
            if (Exists(ties.Slots[i])) Scratch.Ties.Set(ties.Slots[i], ties.Strengths[i]);
    }

    bool Exists(int slot) => slot != viewer && !graph[slot].IsSuspended && !viewerNode.Bars(slot);

    public Scratch Scratch { get; }

    /// <summary>The order of routes: by cost, then fewer hops, then ids along the way.</summary>
    public IComparer<Route> Routes { get; }

    public int SlotCount => graph.Count;

    public long ViewerId => viewerNode.Id;

    public MemberNode this[int slot] => graph[slot];

    public long IdOf(int slot) => graph[slot].Id;

    /// <summary>Finds a person other than the viewer whom the viewer may find at all.</summary>
    public bool TryFind(long id, out int slot) => graph.TryFind(id, out slot) && Exists(slot);

    /// <summary>The viewer's own contacts.</summary>
    public IReadOnlyList<int> Contacts => Scratch.Ties.Slots;

    /// <summary>The strength of the viewer's own tie to someone, 0 if they are not in contact.</summary>
    public byte TieTo(int slot) => Scratch.Ties[slot];

    /// <summary>Whether a member's contacts may be used for the viewer.</summary>
    public bool MayUse(int slot, [NotNullWhen(true)] out MemberNode? node)
    {
        node = graph[slot];
        return slot != viewer && node.LetsContactsBeUsed && !viewerNode.Bars(slot);
    }

    /// <summary>The ties of a member, other than those to the viewer, that are usable for the viewer.</summary>
    public UsableTies TiesOf(int slot) => new(this, graph[slot], contactsOnly: false);

    /// <summary>The ties of a member to contacts of the viewer that are usable for the viewer.</summary>
    public UsableTies TiesToContacts(int slot) => new(this, graph[slot], contactsOnly: true);

    int Compare(Route a, Route b)
    {
        if (a.Cost != b.Cost) return a.Cost.CompareTo(b.Cost);
        if (a.Hops != b.Hops) return a.Hops.CompareTo(b.Hops);
        if (a.First != b.First) return IdOf(a.First).CompareTo(IdOf(b.First));
        if (a.Second != b.Second) return IdOf(a.Second).CompareTo(IdOf(b.Second));
        return a.Target == b.Target ? 0 : IdOf(a.Target).CompareTo(IdOf(b.Target));
    }

    public void Dispose() => Scratch.GiveBack();
}
