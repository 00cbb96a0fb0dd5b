namespace Gilde.Web.Pictures;

/// <summary>Deletes files without a row: left by uploads that broke off, and of members who are gone. Runs once a day.</summary>
public sealed class SweepPictures(GildeDb db, PictureFolder folder, IClock clock)
{
    /// <summary>A younger folder may belong to an upload that is about to commit.</summary>
    private static readonly Duration Young = Duration.FromDays(1);

    public async Task<int> Execute(CancellationToken stop)
    {
        var swept = 0;
        foreach (var batch in folder.Older((clock.GetCurrentInstant() - Young).ToDateTimeUtc()).Chunk(500))
        {
            var known = await db.Pictures.Where(p => batch.Contains(p.Folder)).Select(p => p.Folder).ToListAsync(stop);
            foreach (var orphan in batch.Except(known))
            {
                folder.Erase(orphan);
                swept++;
            }
        }
        return swept;
    }
}
