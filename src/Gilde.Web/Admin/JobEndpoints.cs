using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Admin;

/// <param name="Detail">For a mail receiver and subject; the text of a mail is nobody's business here.</param>
public sealed record JobRow(long Id, string Kind, int Attempts, Instant CreatedAt, Instant DueAt, Instant? ParkedAt, string? LastError, string Detail);

public sealed record QueueRow(string Kind, int Waiting, int Failing, int Parked);

/// <summary>The work queue: how long it is, and what was parked after its last try.</summary>
internal static class JobEndpoints
{
    private const int Shown = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        var operators = app.For(Access.Operators);
        operators.Get("/admin/jobs", Show);
        operators.Post("/admin/jobs/{id:long}/retry", Retry);
        operators.Post("/admin/jobs/{id:long}/delete", Delete);
        operators.Post("/admin/jobs/retry-all", RetryAll);
    }

    private static async Task<IResult> Show(Viewer viewer, GildeDb db)
    {
        var queues = await db.Jobs.GroupBy(j => j.Kind)
            .Select(g => new QueueRow(g.Key, g.Count(j => j.ParkedAt == null), g.Count(j => j.ParkedAt == null && j.LastError != null), g.Count(j => j.ParkedAt != null))).ToListAsync();
        var jobs = await db.Jobs.AsNoTracking().Where(j => j.ParkedAt != null || j.LastError != null).OrderByDescending(j => j.ParkedAt != null).ThenByDescending(j => j.Id).Take(Shown).ToListAsync();
        return Pages.Show<JobsPage>(new
        {
            Viewer = viewer,
            Queues = queues.OrderBy(q => q.Kind).ToList(),
            Jobs = jobs.Select(j => new JobRow(j.Id, j.Kind, j.Attempts, j.CreatedAt, j.DueAt, j.ParkedAt, j.LastError, Detail(j))).ToList(),
        });
    }

    private static string Detail(Job job)
    {
        if (job.Kind != Outbox.JobKind) return "";
        var mail = JsonSerializer.Deserialize<MailMessage>(job.Payload);
        return mail is null ? "" : $"{mail.To}: {mail.Subject}";
    }

    /// <summary>Alone, so that a job which somebody takes at this moment is not done twice.</summary>
    private static Task<IResult> Retry(Viewer viewer, long id, GildeDb db, IClock clock) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && (j.ParkedAt != null || j.LastError != null) && (j.ClaimedUntil == null || j.ClaimedUntil < now)) is not { } job) return Results.NotFound();
        job.Revive(now);
        db.Audit(clock, viewer.Id, AuditAction.JobRetried, note: job.Kind);
        await db.SaveChangesAsync();
        return Pages.SeeOther("/admin/jobs");
    });

    private static async Task<IResult> RetryAll(Viewer viewer, GildeDb db, IClock clock)
    {
        var parked = await db.Jobs.Where(j => j.ParkedAt != null).OrderBy(j => j.Id).Take(1_000).ToListAsync();
        foreach (var job in parked) job.Revive(clock.GetCurrentInstant());
        if (parked.Count > 0) db.Audit(clock, viewer.Id, AuditAction.JobRetried, note: string.Join(", ", parked.GroupBy(j => j.Kind).Select(g => $"{g.Count()} {g.Key}")));
        await db.SaveChangesAsync();
        return Pages.SeeOther("/admin/jobs");
    }

    private static async Task<IResult> Delete(Viewer viewer, long id, GildeDb db, IClock clock)
    {
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && j.ParkedAt != null) is not { } job) return Results.NotFound();
        db.Remove(job);
        db.Audit(clock, viewer.Id, AuditAction.JobDeleted, note: $"{job.Kind}: {job.LastError}");
        await db.SaveChangesAsync();
        return Pages.SeeOther("/admin/jobs");
    }
}
