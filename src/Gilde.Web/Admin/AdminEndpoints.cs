namespace Gilde.Web.Admin;

internal static class AdminEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin", async (Viewer viewer, GildeDb db, IClock clock) => Pages.Show<AdminPage>(new { Viewer = viewer, Numbers = await db.Numbers(clock.GetCurrentInstant()) }));
        moderators.Get("/admin/audit", Audit);
    }

    private static async Task<IResult> Audit(Viewer viewer, GildeDb db, long? before)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync();
        var next = entries.Count > PageSize ? entries[PageSize - 1].Id : (long?)null;
        var names = await db.NamesOf(entries.SelectMany(e => new[] { e.ById, e.MemberId }).OfType<long>());
        return Pages.Show<AuditPage>(new { Viewer = viewer, Entries = entries.Take(PageSize).ToList(), Names = names, Next = next });
    }
}
