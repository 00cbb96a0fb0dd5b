using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>A member wants a copy of all their data; a job prepares it.</summary>
public sealed class RequestExport(GildeDb db, IClock clock, OwnerCheck owner)
{
    public static readonly Duration Kept = Duration.FromDays(7);

    /// <summary>What was wrong, in words; null when it is on its way.</summary>
    public async Task<string?> Execute(Viewer viewer, string? password, Caller caller)
    {
        if (await owner.Problem(viewer, password) is { } problem) return problem;
        return await db.Alone(async () =>
        {
            var yesterday = clock.GetCurrentInstant() - Duration.FromDays(1);
            if (await db.Exports.AnyAsync(e => e.AccountId == viewer.Id && e.ReadyAt == null && e.AskedAt > yesterday)) return viewer.T["A copy is being prepared already."];
            if (await db.Exports.CountAsync(e => e.AccountId == viewer.Id && e.AskedAt > yesterday) >= 3) return viewer.T["Three copies a day are enough. Please try again tomorrow."];
            var export = db.Add(new Export { AccountId = viewer.Id, AskedAt = clock.GetCurrentInstant() }).Entity;
            db.Note(clock, viewer.Id, AccountActivityKind.Exported, caller);
            await db.SaveChangesAsync();
            db.Enqueue(clock, ExportJob.JobKind, export.Id);
            await db.SaveChangesAsync();
            return null;
        });
    }
}
