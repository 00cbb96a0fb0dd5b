using Gilde.Web.Accounts;
using Gilde.Web.Jobs;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Admin;

public class JobAdminTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Parked_work_is_shown_tried_again_and_deleted(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var to = $"parked{Guid.NewGuid():N}@example.org";
        var (mail, broken) = await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            var parked = db.Add(new Job
            {
                Kind = "mail", Payload = $$"""{"To":"{{to}}","Subject":"Wieder da","Text":"geheimer Inhalt"}""", CreatedAt = now, DueAt = now, Attempts = 8, LastError = "Relay sagt nein", ParkedAt = now,
            }).Entity;
            var other = db.Add(new Job { Kind = "nothing", Payload = "{}", CreatedAt = now, DueAt = now, Attempts = 8, LastError = "Nothing handles it", ParkedAt = now }).Entity;
            await db.SaveChangesAsync();
            return (parked.Id, other.Id);
        });
        var page = await operating.Client.Page("/admin/jobs");
        Assert.Contains("Relay sagt nein", page.QuerySelector($"#job-{mail}")!.TextContent);
        Assert.Equal("Mail", page.QuerySelector($"#job-{mail} b")!.TextContent);
        Assert.Contains(to, page.QuerySelector($"#job-{mail}")!.TextContent);
        Assert.DoesNotContain("geheimer Inhalt", page.Body!.TextContent);
        await operating.Client.SubmitOk($"/admin/jobs/{mail}/retry");
        Assert.Contains("geheimer Inhalt", (await server.MailTo(to)).Text);
        await operating.Client.SubmitOk($"/admin/jobs/{broken}/delete");
        Assert.False(await server.Db(db => db.Jobs.AnyAsync(j => j.Id == broken)));
        Assert.Equal(HttpStatusCode.NotFound, (await operating.Client.Submit($"/admin/jobs/{broken}/delete")).StatusCode);
        Assert.Equal(2, await server.Db(db => db.AuditEntries.CountAsync(a => a.ById == operating.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_job_that_fails_leaves_nothing_half_done_and_says_why(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var id = await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            var job = db.Add(new Job { Kind = "no-such-kind", Payload = "{}", CreatedAt = now, DueAt = now }).Entity;
            await db.SaveChangesAsync();
            return job.Id;
        });
        await Eventually.Is(() => server.Db(db => db.Jobs.AnyAsync(j => j.Id == id && j.LastError != null && j.ClaimedUntil == null && j.Attempts == 1)), "failed once");
        Assert.Contains("no-such-kind", (await operating.Client.Page("/admin/jobs")).QuerySelector($"#job-{id}")!.TextContent);
        await server.Db(db => db.Jobs.Where(j => j.Id == id).ExecuteDeleteAsync());
    }

    [Theory, BothDatabases]
    public async Task Work_that_is_being_done_is_not_tried_again_meanwhile(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var now = server.Clock.GetCurrentInstant();
        var until = now + Duration.FromMinutes(5);
        var id = await server.Db(async db =>
        {
            var job = db.Add(new Job { Kind = "nothing", Payload = "{}", CreatedAt = now, DueAt = now, Attempts = 3, LastError = "Failed before", ClaimedUntil = until }).Entity;
            await db.SaveChangesAsync();
            return job.Id;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await operating.Client.Submit($"/admin/jobs/{id}/retry")).StatusCode);
        Assert.Equal((3, until), await server.Db(async db => { var job = await db.Jobs.SingleAsync(j => j.Id == id); return (job.Attempts, job.ClaimedUntil!.Value); }));
        await server.Db(db => db.Jobs.Where(j => j.Id == id).ExecuteDeleteAsync());
    }
}
