namespace Gilde.Graph;

/// <summary>The degrees of many people: each by going out from them, until marking all who are two hops from the viewer costs less than to go on so.</summary>
/// <remarks>A viewer with many contacts is soon met by going out, and marking would be dear; for one with few it is the other way round.</remarks>
static unsafe class DegreeSearch
{
    // What a person is taken to cost, in ties looked through, before any was asked about; and what marking a tie and unmarking it costs in the same coin.
    const int TiesAPerson = 4096, TiesAMark = 3;

    /// <param name="view">Whose search it is.</param>
    /// <param name="people">Slots; that of the viewer counts as nobody.</param>
    /// <param name="degrees">One for each; 0 to begin with.</param>
    public static void Find(Viewpoint view, ReadOnlySpan<uint> people, Span<byte> degrees)
    {
        fixed (uint* first = people)
        {
            var each = new Ahead(view, first, people.Length);
            GoOut(view, ref each, degrees);
            if (each.Index < people.Length) LookAtMarks(view, ref each, degrees);
        }
    }

    /// <summary>Stops at the first person from whom on, with all that is left, marking is worth it.</summary>
    static void GoOut(Viewpoint view, ref Ahead each, Span<byte> degrees)
    {
        var search = new OutwardSearch(view);
        while (each.MoveNext())
        {
            var aPerson = (TiesAPerson + search.Looked) / (each.Index + 1);
            if (view.TwoHopTies * TiesAMark < aPerson * (degrees.Length - each.Index)) return;
            if (IsThere(view, each)) degrees[each.Index] = search.Degree(each.Slot, each.Entry);
        }
    }

    static void LookAtMarks(Viewpoint view, ref Ahead each, Span<byte> degrees)
    {
        // With few marks it is cheaper to look at whom they are for than at whom a person's ties hit.
        using var marks = new TwoHopMarks(view, usableOnly: view.TwoHopTies <= degrees.Length - each.Index);
        do
            if (IsThere(view, each)) degrees[each.Index] = marks.Degree(each.Slot, each.Entry);
        while (each.MoveNext());
    }

    static bool IsThere(Viewpoint view, in Ahead each) => each.Slot != view.Viewer && view.Exists(each.Slot, each.Entry);
}
