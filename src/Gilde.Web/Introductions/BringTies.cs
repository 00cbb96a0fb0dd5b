namespace Gilde.Web.Introductions;

/// <summary>Brings the ties of some pairs in line with what they are made from. Rows that are right already stay untouched.</summary>
internal static class BringTies
{
    /// <summary>Adds to the unit of work what is to be changed; exchanges are read one by one.</summary>
    /// <returns>The pairs whose strength is another than before.</returns>
    public static async Task<IReadOnlyList<(long Low, long High)>> UpToDate(GildeDb db, TieGround ground, int today, CancellationToken stop)
    {
        var known = await ground.Ties.ToDictionaryAsync(t => (t.LowId, t.HighId), stop);
        var signs = (await ground.ContactSigns().ToListAsync(stop)).ToLookup(s => InOrder(s.OwnerId, s.OtherId));
        var kept = (await ground.Kept.AsNoTracking().ToListAsync(stop)).ToLookup(k => (k.LowId, k.HighId));
        var (changed, seen) = (new List<(long, long)>(), new HashSet<(long, long)>());
        TieFigures? figures = null;
        await foreach (var line in ground.ExchangeLines().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (figures is null || figures.Pair != (line.LowId, line.HighId))
            {
                if (figures is not null) Finish(figures);
                figures = new TieFigures(line.LowId, line.HighId);
            }
            figures.Add(line);
        }
        if (figures is not null) Finish(figures);
        foreach (var (one, other) in signs.Select(s => s.Key).Union(kept.Select(k => k.Key)).Where(pair => !seen.Contains(pair)).ToList()) Finish(new TieFigures(one, other));
        foreach (var (pair, tie) in known.Where(t => !seen.Contains(t.Key)))
        {
            db.Remove(tie);
            changed.Add(pair);
        }
        return changed;

        void Finish(TieFigures of)
        {
            seen.Add(of.Pair);
            foreach (var sign in signs[of.Pair]) of.Add(sign);
            foreach (var introduction in kept[of.Pair]) of.Add(introduction);
            if (!known.TryGetValue(of.Pair, out var tie)) tie = db.Add(new Tie { LowId = of.Pair.Low, HighId = of.Pair.High }).Entity;
            var before = tie.Strength;
            of.WriteInto(tie, today);
            if (tie.Strength != before) changed.Add(of.Pair);
        }
    }

    public static (long Low, long High) InOrder(long a, long b) => a < b ? (a, b) : (b, a);
}
