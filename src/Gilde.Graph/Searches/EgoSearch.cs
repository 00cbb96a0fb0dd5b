namespace Gilde.Graph;

/// <summary>The viewer's contacts, the ties among them, and the communities these make.</summary>
static class EgoSearch
{
    public static EgoNetwork Find(Viewpoint view, int take)
    {
        var slots = view.Scratch.Contacts.ToArray();
        Array.Sort(slots, (a, b) => view.StrengthTo(a) != view.StrengthTo(b) ? view.StrengthTo(b).CompareTo(view.StrengthTo(a)) : view.IdOf(a).CompareTo(view.IdOf(b)));
        if (slots.Length > take) slots = slots[..take];

        var ties = TiesAmong(view, slots);
        var communities = Communities.Of(slots.Length, ties);
        return new([.. slots.Select((slot, i) => new EgoContact(view.IdOf(slot), view.StrengthTo(slot), communities[i]))], ties);
    }

    static List<EgoTie> TiesAmong(Viewpoint view, int[] slots)
    {
        var indexOf = new Dictionary<int, int>(slots.Length);
        for (var i = 0; i < slots.Length; i++) indexOf.Add(slots[i], i);

        var found = new List<EgoTie>();
        for (var one = 0; one < slots.Length; one++)
        {
            var entry = view[slots[one]];
            if (!entry.LetsContactsBeUsed) continue;

            var ties = view.TiesOf(entry);
            for (var i = ties.Next(0, view.Via); i < ties.Count; i = ties.Next(i + 1, view.Via))
                if (indexOf.TryGetValue(TieKey.Slot(ties[i]), out var other) && one < other) found.Add(new(one, other, TieStep.Strengths[TieKey.Step(ties[i])]));
        }
        // The order of a member's ties follows their exact strength, which is not the viewer's to know.
        found.Sort((a, b) => a.One != b.One ? a.One.CompareTo(b.One) : a.Other.CompareTo(b.Other));
        return found;
    }
}
