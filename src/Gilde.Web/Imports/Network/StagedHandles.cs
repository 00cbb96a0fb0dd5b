using Gilde.Web.Accounts;

namespace Gilde.Web.Imports.Network;

/// <summary>Gives every new member a handle of the own name, with a number where it is taken.</summary>
internal sealed class StagedHandles(GildeDb db, Staging staging)
{
    private const int Chunk = 4_000;

    /// <summary>Hashes stand for handles to save memory; where two collide, the next number is taken.</summary>
    private readonly HashSet<ulong> _taken = [];
    private readonly Dictionary<ulong, int> _lastNumber = [];
    private long _last;

    public async Task Assign(CancellationToken stop)
    {
        await staging.Run("CREATE TEMP TABLE stage_handles (row bigint PRIMARY KEY, handle text)", stop);
        var total = (await staging.Rows<long>("SELECT count(*) AS \"Value\" FROM stage_ids WHERE is_new").ToListAsync(stop))[0];
        if (total == 0)
            return;
        await foreach (var handle in db.Members.Select(m => m.Handle).Concat(db.FormerHandles.Select(h => h.Handle)).AsAsyncEnumerable().WithCancellation(stop))
            _taken.Add(Hash(handle));
        for (List<NewRow> rows; (rows = await Next(stop)).Count > 0;)
        {
            await using var written = await BulkRows.Into(db, "stage_handles", ["row", "handle"], stop);
            foreach (var row in rows)
                await written.Write([row.Row, Free(Handles.From(row.Name))], stop);
            await written.Complete(stop);
            _last = rows[^1].Row;
            Staging.Sweep();
        }
    }

    private Task<List<NewRow>> Next(CancellationToken stop) => staging.Rows<NewRow>("""
        SELECT m.row AS "Row", m.name AS "Name" FROM stage_members m JOIN stage_ids i ON i.row = m.row WHERE i.is_new AND m.row > {0} ORDER BY m.row LIMIT {1}
        """, _last, Chunk).ToListAsync(stop);

    private string Free(string words)
    {
        if (_taken.Add(Hash(words)))
            return words;
        var number = _lastNumber.GetValueOrDefault(Hash(words), 1);
        string handle;
        do
            handle = $"{words}-{++number}";
        while (!_taken.Add(Hash(handle)));
        _lastNumber[Hash(words)] = number;
        return handle;
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1_099_511_628_211UL;
        return hash;
    }

    private sealed record NewRow(long Row, string Name);
}
