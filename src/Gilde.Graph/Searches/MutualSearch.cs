namespace Gilde.Graph;

/// <summary>Contacts in common: the person's ties that end at a marked contact of the viewer.</summary>
static class MutualSearch
{
    static readonly Comparer<MutualContact> StrongestFirst = Comparer<MutualContact>.Create((a, b) =>
        CostOf(a) != CostOf(b) ? CostOf(a).CompareTo(CostOf(b)) : a.Id.CompareTo(b.Id));

    public static MutualSummary Find(Viewpoint view, int person, int take)
    {
        var entry = view[person];
        if (!entry.LetsContactsBeUsed) return MutualSummary.None;

        var (ties, count, strongest) = (view.TiesOf(entry), 0, new Best<MutualContact>(take, StrongestFirst));
        for (var i = ties.Next(0, view.Via); i < ties.Count; i = ties.Next(i + 1, view.Via))
        {
            count++;
            var slot = TieKey.Slot(ties[i]);
            strongest.Offer(new(view.IdOf(slot), view.StrengthTo(slot), TieStep.Strengths[TieKey.Step(ties[i])]));
        }
        return count == 0 ? MutualSummary.None : new(count, [.. strongest.Items]);
    }

    static int CostOf(MutualContact mutual) => TieStrength.CostOf(mutual.ToViewer) + TieStrength.CostOf(mutual.ToPerson);
}
