namespace Gilde.Graph;

/// <summary>The degree of one person at a time: goes out from them, with an early end, against the marked contacts of the viewer.</summary>
unsafe ref struct OutwardSearch(Viewpoint view)
{
    readonly Viewpoint view = view;

    /// <summary>How many ties were looked through until now.</summary>
    public long Looked { get; private set; }

    public byte Degree(int person, MemberEntry entry)
    {
        if (view.StrengthTo(person) != 0) return 1;
        if (!entry.LetsContactsBeUsed) return 0;

        var ties = view.TiesOf(entry);
        var hit = ties.Next(0, view.Via);
        Looked += hit;
        if (hit < ties.Count) return 2;
        return IsReachedOverTwo(ties, view.BlockOf(entry)) ? (byte)3 : (byte)0;
    }

    bool IsReachedOverTwo(OpenTies ties, MemberBlock person)
    {
        var far = new Ahead(view, ties.Keys, ties.Count);
        while (far.MoveNext())
        {
            if (!view.MayUse(far.Slot, far.Entry)) continue;
            var near = view.TiesOf(far.Entry);
            var hit = FirstContactFor(view, near, person);
            Looked += hit;
            if (hit < near.Count) return true;
        }
        return false;
    }

    /// <summary>Whether somebody who may be on a path leads from a contact of the viewer to a person.</summary>
    public static bool IsReachedOver(Viewpoint view, MemberEntry far, MemberBlock person)
    {
        var near = view.TiesOf(far);
        return FirstContactFor(view, near, person) < near.Count;
    }

    static int FirstContactFor(Viewpoint view, OpenTies near, MemberBlock person)
    {
        var i = near.Next(0, view.Via);
        while (i < near.Count && person.Bars(TieKey.Slot(near[i]))) i = near.Next(i + 1, view.Via);
        return i;
    }
}
