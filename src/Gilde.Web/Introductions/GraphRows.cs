using Gilde.Graph;

namespace Gilde.Web.Introductions;

/// <summary>Carries rows from the database into a graph: all of them, or again those that changes point at.</summary>
internal static class GraphRows
{
    private const int AtOnce = 200;

    public static async Task<ContactGraph> ReadAll(GildeDb db, CancellationToken stop)
    {
        var builder = new ContactGraphBuilder();
        await foreach (var member in db.GraphMembers().AsAsyncEnumerable().WithCancellation(stop))
            builder.SetMember(member.Id, member.Flags);
        await foreach (var contact in db.GraphContacts().AsAsyncEnumerable().WithCancellation(stop))
            builder.SetContact(contact.LowId, contact.HighId, contact.Strength, contact.Hidden);
        await foreach (var block in db.Blocks.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            builder.Block(block.MemberId, block.BlockedId);
        return builder.Build();
    }

    public static async Task ReadAgain(GildeDb db, ContactGraph graph, GraphChanges changes, CancellationToken stop)
    {
        foreach (var pairs in changes.Pairs.Chunk(AtOnce)) await ReadPairs(db, graph, pairs, stop);
        // Members last: who is gone takes their contacts along.
        foreach (var ids in changes.Members.Chunk(AtOnce)) await ReadMembers(db, graph, ids, stop);
    }

    private static async Task ReadPairs(GildeDb db, ContactGraph graph, (long Low, long High)[] pairs, CancellationToken stop)
    {
        var lows = pairs.Select(p => p.Low).Distinct().ToArray();
        var highs = pairs.Select(p => p.High).Distinct().ToArray();
        var contacts = await db.GraphContacts().Where(c => lows.Contains(c.LowId) && highs.Contains(c.HighId)).ToDictionaryAsync(c => (c.LowId, c.HighId), stop);
        var ids = lows.Concat(highs).Distinct().ToArray();
        var blocks = (await db.Blocks.AsNoTracking().Where(b => ids.Contains(b.MemberId) && ids.Contains(b.BlockedId)).ToListAsync(stop)).Select(b => (b.MemberId, b.BlockedId)).ToHashSet();
        foreach (var (low, high) in pairs)
        {
            if (contacts.TryGetValue((low, high), out var contact)) graph.SetContact(low, high, contact.Strength, contact.Hidden);
            else graph.RemoveContact(low, high);
            foreach (var (by, whom) in new[] { (low, high), (high, low) })
            {
                if (blocks.Contains((by, whom))) graph.Block(by, whom);
                else graph.Unblock(by, whom);
            }
        }
    }

    private static async Task ReadMembers(GildeDb db, ContactGraph graph, long[] ids, CancellationToken stop)
    {
        var known = await db.GraphMembers().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out var member)) graph.SetMember(id, member.Flags);
            else graph.RemoveMember(id);
        }
    }
}
