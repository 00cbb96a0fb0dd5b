namespace Gilde.Graph;

/// <summary>The members of a set whom a viewer may find, as slots, each once.</summary>
static class SlotSet
{
    public static uint[] Of(Viewpoint view, IReadOnlyCollection<long> ids)
    {
        var seen = view.Scratch.Seen;
        seen.MakeRoom(view.SlotCount);
        var (slots, count) = (new uint[ids.Count], 0);
        foreach (var id in ids)
        {
            if (!view.TryFind(id, out var slot) || seen[slot]) continue;
            seen.Set(slot);
            slots[count++] = (uint)slot;
        }
        for (var i = 0; i < count; i++) seen.Unset((int)slots[i]);
        return slots[..count];
    }
}
