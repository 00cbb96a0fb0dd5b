namespace Gilde.Graph;

/// <summary>Degrees by going out from the person asked about, with an early end, against the marked contacts of the viewer.</summary>
static class DegreeSearch
{
    public static byte Degree(Viewpoint view, int person)
    {
        if (view.TieTo(person) != 0) return 1;

        foreach (var _ in view.TiesToContacts(person)) return 2;

        foreach (var far in view.TiesOf(person))
            foreach (var near in view.TiesToContacts(far.Slot))
                if (!view[person].Bars(near.Slot)) return 3;

        return 0;
    }
}
