using System.Runtime.CompilerServices;

namespace Gilde.Graph;

/// <summary>Goes over members by slot and has their entries and the start of their ties fetched into the cache before they are needed.</summary>
unsafe ref struct Ahead
{
    // So far ahead that memory has answered by then, and no farther than a core can have fetches under way.
    public const int LinesAhead = 4;

    const int EntryAhead = 16, TiesAhead = 8, Line = 64;

    readonly Viewpoint view;
    readonly uint* keys;
    readonly int count;
    readonly int linesAhead;
    Entries entries;
    int at = -1;

    [InlineArray(TiesAhead)]
    struct Entries
    {
        MemberEntry first;
    }

    /// <param name="view">Whose search it is.</param>
    /// <param name="keys">Keys of ties or plain slots.</param>
    /// <param name="count">How many.</param>
    /// <param name="linesAhead">How many cache lines of each member's ties to fetch.</param>
    public Ahead(Viewpoint view, uint* keys, int count, int linesAhead = LinesAhead)
    {
        (this.view, this.count, this.linesAhead) = (view, count, linesAhead);
        this.keys = keys;
        for (var i = 0; i < Math.Min(EntryAhead, count); i++) view.FetchEntry(TieKey.Slot(keys[i]));
        for (var i = 0; i < Math.Min(TiesAhead, count); i++) FetchTies(i);
    }

    public readonly uint Key => keys[at];

    public readonly int Slot => TieKey.Slot(keys[at]);

    public MemberEntry Entry { get; private set; }

    public readonly int Index => at;

    public bool MoveNext()
    {
        if (++at >= count) return false;

        Entry = entries[at % TiesAhead];
        if (at + EntryAhead < count) view.FetchEntry(TieKey.Slot(keys[at + EntryAhead]));
        if (at + TiesAhead < count) FetchTies(at + TiesAhead);
        return true;
    }

    void FetchTies(int index)
    {
        var entry = view[TieKey.Slot(keys[index])];
        entries[index % TiesAhead] = entry;
        if (linesAhead == 0) return;

        var ties = view.TiesOf(entry);
        var lines = Math.Min(linesAhead, ((ties.Count * sizeof(uint)) + Line - 1) / Line);
        for (var line = 0; line < lines; line++) Scan.Prefetch((byte*)ties.Keys + (line * Line));
    }
}
