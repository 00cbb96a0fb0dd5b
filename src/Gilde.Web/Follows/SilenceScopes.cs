namespace Gilde.Web.Follows;

internal static class SilenceScopes
{
    private static readonly CompiledQuery<Func<GildeDb, long, IAsyncEnumerable<SilenceRow>>> Query = new(() => EF.CompileAsyncQuery((GildeDb db, long me) =>
        db.Blocks.Where(b => b.MemberId == me).Select(b => new { Id = b.BlockedId, Muted = false })
            .Concat(db.Blocks.Where(b => b.BlockedId == me).Select(b => new { Id = b.MemberId, Muted = false }))
            .Concat(db.Mutes.Where(m => m.MemberId == me).Select(m => new { Id = m.MutedId, Muted = true }))
            .Select(x => new SilenceRow(x.Id, x.Muted))));

    public static async Task<Silence> SilenceOf(this GildeDb db, Viewer viewer, CancellationToken stop = default)
    {
        if (!viewer.IsMember || viewer.Badges.HearsAll) return Silence.None;
        var rows = await Query.For(db)(db, viewer.Id).ToListAsync(stop);
        return rows.Count == 0 ? Silence.None : new(Of(rows, muted: false), Of(rows, muted: true));
    }

    private static HashSet<long> Of(List<SilenceRow> rows, bool muted) => [.. rows.Where(r => r.IsMuted == muted).Select(r => r.MemberId)];
}

internal sealed record SilenceRow(long MemberId, bool IsMuted);
