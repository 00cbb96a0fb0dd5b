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
        var hasBars = person.HasBars;
        var far = new Ahead(view, ties.Keys, ties.Count);
        while (far.MoveNext())
        {
            if (!view.MayUse(far.Slot, far.Entry)) continue;

            var near = view.TiesOf(far.Entry);
            for (var i = near.Next(0, view.Via); i < near.Count; i = near.Next(i + 1, view.Via))
                if (!hasBars || !person.Bars(TieKey.Slot(near[i]))) return true;
        }
        return false;
    }
}
