namespace Gilde.Graph;

/// <summary>Makes one change after the other. Only one at a time may use it.</summary>
sealed partial class Writer(GraphStore store)
{
    const int CommitsBetweenCleaning = 32;
    const long MostOld = 1 << 16;

    int commits;

    public int SlotOf(long id)
    {
        store.Table.MakeRoom(store.Ids.SlotCount + (1 << IdMap.PageBits));
        return store.Ids.SlotOf(id);
    }

    public bool TryFind(long id, out int slot) => store.Ids.TryFind(id, out slot);

    public MemberBlock this[int slot] => store.Block(store.Table[slot]);

    /// <summary>Has the blocks of two members fetched side by side, rather than one after the other as they are needed.</summary>
    unsafe void Fetch(int a, int b)
    {
        const int line = 64, most = 16;
        Scan.Prefetch(MemberTable.At(store.Table.Starts, b));
        foreach (var slot in (ReadOnlySpan<int>)[a, b])
        {
            var entry = store.Table[slot];
            if (entry.Offset == 0) continue;
            var (start, lines) = ((nint)store.Slabs.At(entry.Offset), Math.Min(most, ((entry.OpenTies * 5) / line) + 1));
            for (var i = 0; i < lines; i++) Scan.Prefetch((byte*)start + (i * line));
        }
    }

    public void Edit(int slot, BlockEdit edit) => Replace(slot, edit.Apply(this[slot], store.Slabs));

    public void Replace(int slot, MemberEntry entry)
    {
        var (old, until) = (store.Table[slot], store.Version + 1);
        // What this very change put there, nobody can have looked into.
        if (store.Old.Has(slot, until)) GiveBackBlock(old);
        else store.Old.Add(slot, old.Bits | (old.Offset == entry.Offset ? MemberEntry.SharedBit : 0), until);
        store.Table.Set(slot, entry.Bits | MemberEntry.OlderBit);
        store.MemberCount += (entry.IsListed ? 1 : 0) - (old.IsListed ? 1 : 0);
    }

    /// <summary>Makes the change visible.</summary>
    public void Commit()
    {
        Volatile.Write(ref store.Version, store.Version + 1);
        if (++commits % CommitsBetweenCleaning != 0) return;

        Clean();
        // Only a search that stands still for long lets so much pile up; the writer is the one to wait.
        if (store.Old.Count > MostOld) SpinWait.SpinUntil(() => { Clean(); return store.Old.Count <= MostOld / 2; });
    }

    /// <summary>Gives up what no search needs any more.</summary>
    public void Clean()
    {
        var oldest = store.Readers.Oldest(store.Version);
        while (store.Old.TryGiveUp(oldest, out var slot, out var bits, out var last))
        {
            GiveBackBlock(new(bits));
            if (last) store.Table.Set(slot, store.Table[slot].Bits);
        }
    }

    void GiveBackBlock(MemberEntry entry)
    {
        if (entry.Offset == 0 || entry.SharesBlock) return;
        store.Slabs.GiveBack(entry.Offset, store.Block(entry).Layout.Bytes);
    }
}
