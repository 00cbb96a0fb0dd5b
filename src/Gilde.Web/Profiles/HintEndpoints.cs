namespace Gilde.Web.Profiles;

/// <summary>Dismisses a hint for good.</summary>
internal static class HintEndpoints
{
    public static void MapHints(this WebApplication app) => app.For(Access.Members).Post("/settings/profile/hints/{name}", Dismiss);

    private static async Task<IResult> Dismiss(string name, string? from, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (name != DismissedHint.GettingStarted && !ProfileHints.Exists(name)) return Results.NotFound();
        await db.DismissHint(viewer, name, clock, stop);
        return Pages.SeeOther(from == "home" ? "/" : $"/@{viewer.Handle}");
    }

    public static async Task DismissHint(this GildeDb db, Viewer viewer, string name, IClock clock, CancellationToken stop)
    {
        if (await db.DismissedHints.AnyAsync(h => h.MemberId == viewer.Id && h.Hint == name, stop)) return;
        db.Add(new DismissedHint { MemberId = viewer.Id, Hint = name, At = clock.GetCurrentInstant() });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // Dismissed twice at once.
        }
    }
}
