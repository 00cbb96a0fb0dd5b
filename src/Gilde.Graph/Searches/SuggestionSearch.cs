namespace Gilde.Graph;

/// <summary>People two hops away by the summed strength of the ways to them, each member's weakest ties beyond a cap left out.</summary>
/// <remarks>
/// Common neighbours weighted by tie, as in Liben-Nowell and Kleinberg, "The Link-Prediction Problem for Social Networks" (2007). A cap
/// takes the place of their division by the degree, which would tell of contacts that the viewer may not know of.
/// </remarks>
static unsafe class SuggestionSearch
{
    const int MutualsNamed = 3, FetchAhead = 16;

    // Scores add up as whole numbers, so that the sum does not depend on the order.
    const double Unit = 1L << 30;

    static readonly long[] WorthOfCost =
        [.. Enumerable.Range(0, 2 * TieStrength.Strongest).Select(cost => (long)Math.Round(TieStrength.ValueOfCost(cost) * Unit))];

    public static IReadOnlyList<Suggestion> Find(Viewpoint view, int take, int hubCap)
    {
        var scores = view.Scratch.Scores;
        foreach (var contact in StrongestContacts(view, hubCap)) AddTiesOf(contact);

        var best = new Best<(long Score, long Id, int Slot)>(take, Comparer<(long Score, long Id, int Slot)>.Create((a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Id.CompareTo(b.Id)));
        foreach (var (slot, score) in scores.All)
            if ((!best.IsFull || take == 0 || score >= best.Last.Score) && view.MayUse(slot, view[slot])) best.Offer((score, view.IdOf(slot), slot));
        scores.Clear();
        return [.. best.Items.Select(item => new Suggestion(item.Id, item.Score / Unit, MutualSearch.Find(view, item.Slot, MutualsNamed)))];

        void AddTiesOf(int contact)
        {
            var (own, counted) = (view.OwnCost(contact), 0);
            var ties = view.TiesOf(view[contact]).AsSpan();
            var capped = ties.Length > hubCap;
            if (capped && !view.Ids.InIdOrder) ties = ByIdWithinSteps(view, ties);
            for (var i = 0; i < ties.Length && counted < hubCap; i++)
            {
                if (capped && i + FetchAhead < ties.Length) view.FetchEntry(TieKey.Slot(ties[i + FetchAhead]));
                var slot = TieKey.Slot(ties[i]);
                // Who is of no use is found out at the end; but of more ties than the cap only usable ones may count.
                if (capped && !view.MayUse(slot, view[slot])) continue;
                counted++;
                if (view.StrengthTo(slot) == 0) scores.Add(slot, WorthOfCost[own + TieKey.Cost(ties[i])]);
            }
        }
    }

    static IEnumerable<int> StrongestContacts(Viewpoint view, int cap) =>
        view.Contacts.Where(contact => view.Via[contact]).OrderBy(view.OwnCost).ThenBy(view.IdOf).Take(cap);

    static uint[] ByIdWithinSteps(Viewpoint view, ReadOnlySpan<uint> ties)
    {
        var sorted = ties.ToArray();
        Array.Sort(sorted, (a, b) => TieKey.Step(a) != TieKey.Step(b) ? TieKey.Step(a).CompareTo(TieKey.Step(b)) : view.IdOf(TieKey.Slot(a)).CompareTo(view.IdOf(TieKey.Slot(b))));
        return sorted;
    }
}
