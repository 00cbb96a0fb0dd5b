namespace Gilde.Graph;

public sealed partial class ContactGraph
{
    const int AskedToWarmUp = 48;

    /// <summary>Asks a little of everything for the first members there are, so that code is compiled and tables are made before anybody waits for them. Takes some milliseconds.</summary>
    /// <exception cref="SnapshotDamagedException">Some of the snapshot that the graph was opened from is not what was written.</exception>
    public void WarmUp()
    {
        long[] some = [.. Listed().Take(AskedToWarmUp)];
        var (degrees, strengths) = (new byte[some.Length], new byte[some.Length]);
        foreach (var viewer in some)
        {
            Degrees(viewer, some, degrees);
            OwnTies(viewer, some, strengths);
            WarmestPathsToAny(viewer, some, k: 10);
            Reach(viewer, some, take: 10);
            Suggestions(viewer, take: 10);
            EgoNetwork(viewer, take: 10);
            foreach (var other in some.AsSpan(0, Math.Min(8, some.Length)))
            {
                WarmestPaths(viewer, other, k: 20);
                MutualContacts(viewer, other, take: 3);
            }
        }
    }

    IEnumerable<long> Listed()
    {
        for (var slot = 0; slot < store.Ids.SlotCount; slot++)
            if (store.Table[slot].IsListed) yield return store.Ids.IdOf(slot);
    }
}
