namespace Gilde.Graph;

/// <summary>The changes there are. Each tells whether it changed anything; none is visible before <see cref="Commit"/>.</summary>
sealed partial class Writer
{
    public bool SetTie(int a, int b, byte strength, bool hidden)
    {
        Fetch(a, b);
        var part = PartFor(hidden, this[a].Bars(b));
        if (this[a].TryFindTie(b, out var before, out var index))
        {
            if (before == part && this[a].Strengths(part)[index] == strength) return false;
        }
        else
        {
            store.ContactCount++;
        }
        PutTie(a, b, part, strength);
        PutTie(b, a, part, strength);
        return true;
    }

    static Part PartFor(bool hidden, bool barred) => (hidden, barred) switch
    {
        (false, false) => Part.Open,
        (true, false) => Part.Hidden,
        (false, true) => Part.BarredOpen,
        (true, true) => Part.BarredHidden,
    };

    void PutTie(int slot, int other, Part part, byte strength)
    {
        var edit = new BlockEdit().Put(part, TieKey.Of(other, strength), strength);
        if (this[slot].TryFindTie(other, out var before, out var index)) edit = edit.Take(before, index);
        Edit(slot, edit);
    }

    public bool RemoveTie(int a, int b)
    {
        Fetch(a, b);
        if (!this[a].TryFindTie(b, out _, out _)) return false;

        TakeTie(a, b);
        TakeTie(b, a);
        store.ContactCount--;
        return true;
    }

    void TakeTie(int slot, int other)
    {
        if (this[slot].TryFindTie(other, out var part, out var index)) Edit(slot, new BlockEdit().Take(part, index));
    }

    public bool SetFlags(int slot, MemberFlags flags)
    {
        var entry = this[slot].Entry;
        if (entry.Flags == flags && entry.IsSet) return false;

        Replace(slot, entry.AsSet(flags));
        return true;
    }

    public bool Forget(int slot)
    {
        var gone = this[slot];
        if (gone.Entry.IsBlank) return false;

        for (var part = Part.Open; part < Part.Blocks; part++)
            foreach (var key in gone.Keys(part)) TakeTie(TieKey.Slot(key), slot);
        store.ContactCount -= gone.Layout.Ties;
        foreach (var blocked in gone.Keys(Part.Blocks)) TakeBlock((int)blocked, Part.BlockedBy, slot);
        foreach (var blocker in gone.Keys(Part.BlockedBy)) TakeBlock((int)blocker, Part.Blocks, slot);
        Replace(slot, default);
        return true;
    }

    public bool SetBlock(int a, int b)
    {
        if (this[a].Blocks(b)) return false;

        Edit(a, new BlockEdit().Put(Part.Blocks, (uint)b));
        Edit(b, new BlockEdit().Put(Part.BlockedBy, (uint)a));
        MoveTie(a, b);
        return true;
    }

    public bool RemoveBlock(int a, int b)
    {
        if (!this[a].Blocks(b)) return false;

        TakeBlock(a, Part.Blocks, b);
        TakeBlock(b, Part.BlockedBy, a);
        MoveTie(a, b);
        return true;
    }

    void TakeBlock(int slot, Part part, int other)
    {
        if (this[slot].Keys(part).BinarySearch((uint)other) is >= 0 and var index) Edit(slot, new BlockEdit().Take(part, index));
    }

    /// <summary>Puts a tie, where there is one, into the part that it belongs in now that a block has come or gone.</summary>
    void MoveTie(int a, int b)
    {
        if (!this[a].TryFindTie(b, out var part, out var index)) return;

        var (hidden, strength) = (part is Part.Hidden or Part.BarredHidden, this[a].Strengths(part)[index]);
        var now = PartFor(hidden, this[a].Bars(b));
        if (now == part) return;
        PutTie(a, b, now, strength);
        PutTie(b, a, now, strength);
    }
}
