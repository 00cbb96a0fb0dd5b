using Npgsql;

namespace Gilde.Graph.Bench;

/// <summary>The same contacts in PostgreSQL: one row a side, found by an index that holds all there is to know, so that the table itself is not read.</summary>
static class PeerTable
{
    /// <returns>How many rows there are.</returns>
    public static async Task<long> Fill(Postgres server, ContactGraph graph, Action<double> progress)
    {
        await server.Execute("create unlogged table contact (a int not null, b int not null, own smallint not null, step smallint not null)");
        await using (var rows = await server.Connection.BeginBinaryImportAsync("copy contact from stdin (format binary)")) Write(rows, graph, share => progress(share * 0.6));
        await server.Execute("create unique index contact_covering on contact (a, b) include (own, step)");
        progress(0.9);
        await server.Execute("vacuum (analyze) contact");
        progress(1);
        return graph.ContactCount * 2;
    }

    static void Write(NpgsqlBinaryImporter rows, ContactGraph graph, Action<double> progress)
    {
        var store = graph.Store;
        for (var slot = 0; slot < store.Ids.SlotCount; slot++)
        {
            var block = store.Block(store.Table[slot]);
            var keys = block.Keys(Part.Open);
            for (var i = 0; i < keys.Length; i++)
            {
                rows.StartRow();
                rows.Write((int)store.Ids.IdOf(slot));
                rows.Write((int)store.Ids.IdOf(TieKey.Slot(keys[i])));
                rows.Write((short)TieStrength.CostOf(block.Strengths(Part.Open)[i]));
                rows.Write((short)TieKey.Cost(keys[i]));
            }
            if (slot % 4096 == 0) progress(slot / (double)store.Ids.SlotCount);
        }
        rows.Complete();
    }
}
