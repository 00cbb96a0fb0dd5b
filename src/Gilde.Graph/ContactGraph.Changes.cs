namespace Gilde.Graph;

public sealed partial class ContactGraph
{
    bool Change(Func<SnapshotEdit, bool> change)
    {
        lock (writing)
        {
            var edit = current.Edit();
            var changed = change(edit);
            current = edit.Finish();
            return changed;
        }
    }

    bool ChangePair(long a, long b, Func<SnapshotEdit, int, int, bool> change)
    {
        var known = current;
        return known.TryFind(a, out var slotA) && known.TryFind(b, out var slotB) && Change(edit => change(edit, slotA, slotB));
    }

    internal static void ThrowIfSame(long a, long b)
    {
        if (a == b) throw new ArgumentException("Nobody is in contact with themselves, or blocks themselves.", nameof(b));
    }

    internal static void ThrowIfUndefined(MemberFlags flags)
    {
        const MemberFlags all = MemberFlags.ContactsHidden | MemberFlags.OutOfIntroductions | MemberFlags.Suspended;
        if ((flags & ~all) != 0) throw new ArgumentOutOfRangeException(nameof(flags), flags, "Unknown flags.");
    }
}
