using System.Runtime.Intrinsics;

namespace Gilde.Graph.Bench;

/// <summary>The lists of ties that badges look through, found by going the same way, and the same lists read without looking for anything.</summary>
static unsafe class ReadLists
{
    const int Lanes = 8;

    /// <summary>Whose ties, and how many of them, are looked through for some badges.</summary>
    public static List<(int Slot, int Ties)> Of(ContactGraph graph, long viewer, long[] people)
    {
        var lists = new List<(int, int)>();
        using var view = Viewpoint.Of(graph.Store, viewer);
        if (view is null) return lists;

        lists.Add((view.Viewer, view.TiesOf(view[view.Viewer]).Count));
        foreach (var id in people)
        {
            if (!view.TryFind(id, out var person) || view.StrengthTo(person) != 0 || !view[person].LetsContactsBeUsed) continue;
            var ties = view.TiesOf(view[person]);
            if (LookThrough(person, ties)) continue;
            for (var i = 0; i < ties.Count; i++)
                if (TieKey.Slot(ties[i]) is var far && view.MayUse(far, view[far]) && LookThrough(far, view.TiesOf(view[far]))) break;
        }
        return lists;

        bool LookThrough(int slot, OpenTies ties)
        {
            var hit = ties.Next(0, view.Via);
            lists.Add((slot, Math.Min(ties.Count, (hit + Lanes) / Lanes * Lanes)));
            return hit < ties.Count;
        }
    }

    /// <summary>Adds up all keys of the lists.</summary>
    /// <returns>How many bytes these are.</returns>
    public static long Read(ContactGraph graph, long viewer, (int Slot, int Ties)[] lists)
    {
        using var view = Viewpoint.Of(graph.Store, viewer)!;
        var (slots, bytes, sum) = (lists.Select(list => (uint)list.Slot).ToArray(), 0L, Vector256<uint>.Zero);
        fixed (uint* first = slots)
        {
            var ahead = new Ahead(view, first, slots.Length);
            while (ahead.MoveNext())
            {
                var (ties, count) = (view.TiesOf(ahead.Entry), lists[ahead.Index].Ties);
                for (var i = 0; i < count; i += Lanes) sum += Vector256.Load(ties.Keys + i);
                bytes += (long)count * sizeof(uint);
            }
        }
        return bytes + (sum[0] & 1);
    }
}
