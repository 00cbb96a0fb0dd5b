namespace Gilde.Graph;

/// <summary>The ties of a member that a viewer's search may go over: not hidden, to someone who lets their contacts be used, nobody blocked.</summary>
/// <remarks>The member must be one whom the viewer may find. A member who does not let their contacts be used has none here.</remarks>
ref struct UsableTies(Viewpoint view, MemberNode member, bool contactsOnly)
{
    readonly int[] slots = member.LetsContactsBeUsed ? member.Open.Slots : [];
    readonly byte[] strengths = member.Open.Strengths;
    int at = -1;

    public UsableTie Current { get; private set; }

    public readonly UsableTies GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++at < slots.Length)
        {
            var slot = slots[at];
            // The viewer's own table first: it is small and near, the other member's node is not.
            if (contactsOnly && view.TieTo(slot) == 0) continue;
            if (!view.MayUse(slot, out var node) || member.Bars(slot)) continue;

            Current = new(slot, node.Id, strengths[at]);
            return true;
        }
        return false;
    }
}

readonly record struct UsableTie(int Slot, long Id, byte Strength)
{
    public int Cost => TieStrength.CostOf(Strength);
}
