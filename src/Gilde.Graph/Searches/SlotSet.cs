namespace Gilde.Graph;

/// <summary>The members of a set, but for the viewer, as slots, each once. Whether the viewer may find them is left to the search, which fetches their entries anyway.</summary>
static class SlotSet
{
    public static uint[] Of(Viewpoint view, IReadOnlyCollection<long> ids)
    {
        var seen = view.Scratch.Seen;
        seen.MakeRoom(view.SlotCount);
        var (slots, count) = (new uint[ids.Count], 0);
        foreach (var id in ids as long[] ?? [.. ids])
        {
            if (!view.TryFindSlot(id, out var slot) || seen[slot]) continue;
            seen.Set(slot);
            slots[count++] = (uint)slot;
        }
        for (var i = 0; i < count; i++) seen.Unset((int)slots[i]);
        return slots[..count];
    }
}
