namespace Gilde.Graph;

/// <summary>People two hops away by the summed strength of the ways to them, each member's weakest ties beyond a cap left out.</summary>
/// <remarks>
/// Common neighbours weighted by tie, as in Liben-Nowell and Kleinberg, "The Link-Prediction Problem for Social Networks" (2007). A cap
/// takes the place of their division by the degree, which would tell of contacts that the viewer may not know of.
/// </remarks>
static class SuggestionSearch
{
    const int MutualsNamed = 3;

    // Scores add up as whole numbers, so that the sum does not depend on the order.
    const double Unit = 1L << 30;

    static readonly long[] WorthOfCost =
        [.. Enumerable.Range(0, 2 * TieStrength.Strongest).Select(cost => (long)Math.Round(TieStrength.ValueOfCost(cost) * Unit))];

    public static IReadOnlyList<Suggestion> Find(Viewpoint view, int take, int hubCap)
    {
        var scores = view.Scratch.Scores;
        scores.MakeRoom(view.SlotCount);
        foreach (var first in StrongestContacts(view, hubCap))
            foreach (var second in Strongest(TiesOf(view, first.Slot), hubCap))
                if (view.TieTo(second.Slot) == 0)
                    scores.Set(second.Slot, scores[second.Slot] + WorthOfCost[first.Cost + second.Cost]);

        var best = new Best<(long Score, long Id, int Slot)>(take, Comparer<(long Score, long Id, int Slot)>.Create((a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Id.CompareTo(b.Id)));
        foreach (var slot in scores.Slots) best.Offer((scores[slot], view.IdOf(slot), slot));
        return [.. best.Items.Select(item => new Suggestion(item.Id, item.Score / Unit, MutualSearch.Find(view, item.Slot, MutualsNamed)))];
    }

    static List<UsableTie> StrongestContacts(Viewpoint view, int cap)
    {
        var ties = new List<UsableTie>();
        foreach (var slot in view.Contacts)
            if (view.MayUse(slot, out var node)) ties.Add(new(slot, node.Id, view.TieTo(slot)));
        return Strongest(ties, cap);
    }

    static List<UsableTie> TiesOf(Viewpoint view, int slot)
    {
        var ties = new List<UsableTie>();
        foreach (var tie in view.TiesOf(slot)) ties.Add(tie);
        return ties;
    }

    static List<UsableTie> Strongest(List<UsableTie> ties, int cap)
    {
        if (ties.Count <= cap) return ties;

        ties.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Id.CompareTo(b.Id));
        return ties[..cap];
    }
}
