namespace Gilde.Graph;

readonly record struct ContactRow(int A, int B, byte Strength, bool Hidden)
{
    public int OtherThan(int slot) => A == slot ? B : A;
}

/// <summary>Contacts in the order in which they came, in blocks, so that taking in millions never copies them.</summary>
sealed class ContactRows
{
    const int BlockBits = 16;
    const int BlockSize = 1 << BlockBits;

    readonly List<ContactRow[]> blocks = [];
    int count;

    ContactRow this[int number] => blocks[number >> BlockBits][number & (BlockSize - 1)];

    public void Add(ContactRow row)
    {
        if (count == Array.MaxLength / 2) throw new InvalidOperationException("More than a billion contacts.");
        if (count >> BlockBits == blocks.Count) blocks.Add(new ContactRow[BlockSize]);
        blocks[^1][count & (BlockSize - 1)] = row;
        count++;
    }

    /// <summary>Gives every member their ties; of several rows for one contact the last counts.</summary>
    /// <returns>The number of ties given: two a contact.</returns>
    public long AddTies(List<MemberNode> members)
    {
        var (starts, rowNumbers) = NumbersByMember(members.Count);
        var ends = 0L;
        for (var slot = 0; slot < members.Count; slot++)
        {
            var node = WithTies(members[slot], slot, rowNumbers.AsSpan(starts[slot], starts[slot + 1] - starts[slot]));
            members[slot] = node;
            ends += node.Open.Slots.Length + node.Hidden.Slots.Length;
        }
        return ends;
    }

    /// <summary>For each member the numbers of their rows, by counting: those of member m from <c>starts[m]</c> to before <c>starts[m + 1]</c>.</summary>
    (int[] Starts, int[] RowNumbers) NumbersByMember(int memberCount)
    {
        var starts = new int[memberCount + 1];
        for (var i = 0; i < count; i++)
        {
            starts[this[i].A + 1]++;
            starts[this[i].B + 1]++;
        }
        for (var slot = 0; slot < memberCount; slot++) starts[slot + 1] += starts[slot];

        var next = starts.AsSpan(0, memberCount).ToArray();
        var numbers = new int[starts[memberCount]];
        for (var i = 0; i < count; i++)
        {
            numbers[next[this[i].A]++] = i;
            numbers[next[this[i].B]++] = i;
        }
        return (starts, numbers);
    }

    MemberNode WithTies(MemberNode member, int slot, ReadOnlySpan<int> rowNumbers)
    {
        if (rowNumbers.IsEmpty) return member;

        // Sorted by the other's slot and then by number, the last of equal slots is the row that counts.
        var keys = new long[rowNumbers.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)this[rowNumbers[i]].OtherThan(slot) << 32) | (uint)rowNumbers[i];
        Array.Sort(keys);

        var rows = new List<ContactRow>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            if (i + 1 == keys.Length || keys[i] >> 32 != keys[i + 1] >> 32) rows.Add(this[(int)keys[i]]);
        return member with { Open = Ties(rows, slot, hidden: false), Hidden = Ties(rows, slot, hidden: true) };
    }

    static TieList Ties(List<ContactRow> rows, int slot, bool hidden)
    {
        var kept = rows.FindAll(row => row.Hidden == hidden);
        return kept.Count == 0 ? TieList.Empty : new([.. kept.Select(row => row.OtherThan(slot))], [.. kept.Select(row => row.Strength)]);
    }
}
