namespace Gilde.Web.Search;

/// <summary>Builds the whole index anew, member by member, a page at a time: for the demo network, after a restore, and to check.</summary>
public sealed class RebuildSearch(GildeDb db)
{
    private const int Page = 250;

    /// <returns>How many members are in the index.</returns>
    public async Task<int> Execute(IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var done = 0;
        var last = 0L;
        for (List<long> page; (page = await db.MemberIdsAfter(last).Take(Page).ToListAsync(stop)).Count > 0; last = page[^1])
        {
            await db.Atomically(async () =>
            {
                await SearchIndex.Write(db, page, stop);
                await db.SaveChangesAsync(stop);
                return 0;
            }, stop);
            db.ChangeTracker.Clear();
            done += page.Count;
            progress?.Report(done);
        }
        await SearchIndex.ForgetUnusedWords(db, stop);
        return done;
    }
}
