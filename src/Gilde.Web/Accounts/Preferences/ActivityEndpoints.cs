namespace Gilde.Web.Accounts.Preferences;

/// <summary>The log that a member reads about their own account.</summary>
internal static class ActivityEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app) => app.For(Access.Members).Get("/settings/activity", Show);

    private static async Task<IResult> Show(Viewer viewer, GildeDb db, long? before)
    {
        var rows = await db.AccountActivities.AsNoTracking().Where(a => a.AccountId == viewer.Id && (before == null || a.Id < before)).OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync();
        var next = rows.Count > PageSize ? rows[PageSize - 1].Id : (long?)null;
        return Pages.Show<ActivityPage>(new { Viewer = viewer, Rows = rows.Take(PageSize).ToList(), Next = next });
    }
}
