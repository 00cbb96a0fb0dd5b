namespace Gilde.Graph;

/// <summary>Degrees by going out from the person asked about, with an early end, against the marked contacts of the viewer.</summary>
static unsafe class DegreeSearch
{
    public static byte Degree(Viewpoint view, int person)
    {
        if (view.StrengthTo(person) != 0) return 1;

        var entry = view[person];
        if (!entry.LetsContactsBeUsed) return 0;

        var ties = view.TiesOf(entry);
        if (ties.Next(0, view.Via) < ties.Count) return 2;
        return IsReachedOverTwo(view, ties, view.BlockOf(entry)) ? (byte)3 : (byte)0;
    }

    static bool IsReachedOverTwo(Viewpoint view, OpenTies ties, MemberBlock person)
    {
        var far = new Ahead(view, ties.Keys, ties.Count);
        while (far.MoveNext())
            if (view.MayUse(far.Slot, far.Entry) && HasContactFor(view, view.TiesOf(far.Entry), person)) return true;
        return false;
    }

    /// <summary>Whether somebody who may be on a path leads from a contact of the viewer to a person.</summary>
    public static bool IsReachedOver(Viewpoint view, int far, MemberBlock person) => HasContactFor(view, view.TiesOf(view[far]), person);

    static bool HasContactFor(Viewpoint view, OpenTies near, MemberBlock person)
    {
        var i = near.Next(0, view.Via);
        while (i < near.Count && person.Bars(TieKey.Slot(near[i]))) i = near.Next(i + 1, view.Via);
        return i < near.Count;
    }
}
