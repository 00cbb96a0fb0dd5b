namespace Gilde.Graph;

/// <summary>One change of a block: a key taken out, a key put in, or both. The block itself stays for those who read it; a new one is made.</summary>
ref struct BlockEdit
{
    Part? from, to;
    int takeAt;
    uint key;
    byte strength;

    public BlockEdit Take(Part part, int index) => this with { from = part, takeAt = index };

    public BlockEdit Put(Part part, uint newKey, byte newStrength = 0) => this with { to = part, key = newKey, strength = newStrength };

    /// <summary>Makes the changed block.</summary>
    /// <returns>Its entry, with no block where nothing is left to note.</returns>
    /// <exception cref="InvalidOperationException">The member has more contacts than an entry can count.</exception>
    public readonly unsafe MemberEntry Apply(MemberBlock old, Slabs slabs)
    {
        var layout = old.Layout;
        if (from is { } shorter) layout[shorter]--;
        if (to is { } longer) layout[longer]++;
        if (layout.Ties > MemberEntry.MostTies) throw new InvalidOperationException("A member has too many contacts.");
        if (layout.Keys == 0) return old.Entry.With(0, default);

        var offset = slabs.Take(layout.Bytes);
        var block = slabs.At(offset);
        layout.WriteHeader(block);
        for (var part = Part.Open; part <= Part.BlockedBy; part++)
        {
            if (layout[part] == 0) continue;
            var takeFrom = part == from ? takeAt : -1;
            var putAt = part == to ? ~old.Keys(part).BinarySearch(key) : -1;
            // A key found is the one that is taken: only its strength changes.
            if (part == to && putAt < 0) putAt = takeFrom;
            Splice(old.Keys(part), layout.KeysOf(part, block), takeFrom, putAt, key);
            if (part < Part.Blocks) Splice(old.Strengths(part), layout.StrengthsOf(part, block), takeFrom, putAt, strength);
        }
        return old.Entry.With(offset, layout);
    }

    /// <summary>Copies without the item at one place and with a new one before another; both places counted in the source, -1 for none.</summary>
    static void Splice<T>(ReadOnlySpan<T> source, Span<T> target, int without, int before, T item)
    {
        if (before < 0)
        {
            CopyWithout(source, target, without);
        }
        else if (without >= 0 && before > without)
        {
            CopyWithout(source[..before], target, without);
            target[before - 1] = item;
            source[before..].CopyTo(target[before..]);
        }
        else
        {
            source[..before].CopyTo(target);
            target[before] = item;
            CopyWithout(source[before..], target[(before + 1)..], without - before);
        }
    }

    static void CopyWithout<T>(ReadOnlySpan<T> source, Span<T> target, int without)
    {
        if (without < 0)
        {
            source.CopyTo(target);
            return;
        }
        source[..without].CopyTo(target);
        source[(without + 1)..].CopyTo(target[without..]);
    }
}
