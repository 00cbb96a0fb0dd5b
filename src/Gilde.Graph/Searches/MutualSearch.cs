namespace Gilde.Graph;

/// <summary>Contacts in common: the person's ties that end at a marked contact of the viewer.</summary>
static class MutualSearch
{
    static readonly Comparer<MutualContact> StrongestFirst = Comparer<MutualContact>.Create((a, b) =>
        CostOf(a) != CostOf(b) ? CostOf(a).CompareTo(CostOf(b)) : a.Id.CompareTo(b.Id));

    public static MutualSummary Find(Viewpoint view, int person, int take)
    {
        var strongest = new Best<MutualContact>(take, StrongestFirst);
        var count = 0;
        foreach (var tie in view.TiesToContacts(person))
        {
            count++;
            strongest.Offer(new(tie.Id, view.TieTo(tie.Slot), tie.Strength));
        }
        return count == 0 ? MutualSummary.None : new(count, [.. strongest.Items]);
    }

    static int CostOf(MutualContact mutual) => TieStrength.CostOf(mutual.ToViewer) + TieStrength.CostOf(mutual.ToPerson);
}
