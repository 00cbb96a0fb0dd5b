using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>All contacts of those over whom the viewer may go, marked, so that the degree of a person costs a look at their own ties alone. Unmarked when done.</summary>
unsafe readonly ref struct TwoHopMarks : IDisposable
{
    // Clearing a word of all costs so much less than going to one of a tie.
    const int WordsATie = 8;

    readonly Viewpoint view;
    readonly bool usableOnly;

    /// <param name="view">Whose search it is.</param>
    /// <param name="usableOnly">Whether to mark those alone who may be on a path: looks at each when marking rather than when hit.</param>
    public TwoHopMarks(Viewpoint view, bool usableOnly)
    {
        (this.view, this.usableOnly) = (view, usableOnly);
        Marks.MakeRoom(view.SlotCount);
        fixed (int* contacts = CollectionsMarshal.AsSpan(view.Contacts))
        {
            var via = new Ahead(view, (uint*)contacts, view.Contacts.Count);
            while (via.MoveNext())
            {
                if (!via.Entry.LetsContactsBeUsed) continue;
                if (usableOnly) MarkUsable(view.TiesOf(via.Entry));
                else MarkAll(view.TiesOf(via.Entry));
            }
        }
    }

    SlotBits Marks => view.Scratch.TwoHops;

    void MarkAll(OpenTies ties)
    {
        var words = Marks.Words;
        for (var i = 0; i < ties.Count; i++) words[TieKey.Slot(ties[i]) >> 5] |= 1u << (int)(ties[i] & 31);
    }

    void MarkUsable(OpenTies ties)
    {
        var far = new Ahead(view, ties.Keys, ties.Count, linesAhead: 0);
        while (far.MoveNext())
            if (view.MayUse(far.Slot, far.Entry)) Marks.Set(far.Slot);
    }

    public byte Degree(int person, MemberEntry entry)
    {
        if (view.StrengthTo(person) != 0) return 1;
        if (!entry.LetsContactsBeUsed) return 0;
        // Who is marked is a contact of a contact.
        if (Marks[person]) return 2;
        var ties = view.TiesOf(entry);
        for (var i = ties.Next(0, Marks); i < ties.Count; i = ties.Next(i + 1, Marks))
            if (LeadsOn(TieKey.Slot(ties[i]), person, entry)) return 3;
        return 0;
    }

    bool LeadsOn(int far, int person, MemberEntry entry)
    {
        var between = view[far];
        return (usableOnly || view.MayUse(far, between)) && (!entry.HasFullHeader || OutwardSearch.IsReachedOver(view, between, view.BlockOf(entry)));
    }

    public void Dispose()
    {
        if (view.TwoHopTies * WordsATie > view.SlotCount / 32)
        {
            Marks.Clear(view.SlotCount);
            return;
        }
        var words = Marks.Words;
        foreach (var contact in view.Contacts)
        {
            if (!view.Via[contact]) continue;
            var ties = view.TiesOf(view[contact]);
            for (var i = 0; i < ties.Count; i++) words[TieKey.Slot(ties[i]) >> 5] = 0;
        }
    }
}
