using System.Net.Sockets;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Mail;

public class RelayTests
{
    private static async Task<GildeServer> Start(DatabaseKind kind, SmallRelay relay) =>
        await GildeServer.Start(await Databases.New(kind) with { Relay = new MailRelay("127.0.0.1", relay.Port, null, null, StartTls: false), MailFrom = "netz@example.org" });

    private static async Task<long> Send(GildeServer server, string subject) => await server.Db(async db =>
    {
        var letters = server.Services.GetRequiredService<Letters>();
        db.Send(server.Clock, letters.Write(new Letter(Gilde.Web.Web.Language.German, "anna@example.org", subject) { Name = "Änne Groß", Before = ["Erste Zeile <b>&\n.Punkt am Anfang"], Link = new("Öffnen", "/signin") }));
        var job = db.ChangeTracker.Entries<Job>().Single().Entity;
        await db.SaveChangesAsync();
        return job.Id;
    });

    [Theory, BothDatabases]
    public async Task A_mail_goes_to_the_relay_as_text_and_html(DatabaseKind kind)
    {
        await using var relay = new SmallRelay();
        await using var server = await Start(kind, relay);
        await Send(server, "Grüße\r\nBcc: alle@example.org");
        var mail = await Eventually.Get(() => Task.FromResult(relay.Taken.FirstOrDefault()), "mail at the relay");
        Assert.Contains("From: ", mail);
        Assert.Contains("netz@example.org", mail);
        Assert.Contains("To: anna@example.org", mail);
        Assert.Contains("Auto-Submitted: auto-generated", mail);
        Assert.Contains("text/plain", mail);
        Assert.Contains("text/html", mail);
        Assert.DoesNotContain("\nBcc:", mail);
        Assert.Single(relay.Taken);
    }

    [Theory, BothDatabases]
    public async Task What_the_relay_refuses_is_tried_again_and_in_the_end_parked(DatabaseKind kind)
    {
        await using var relay = new SmallRelay { Refuses = true };
        await using var server = await Start(kind, relay);
        var id = await Send(server, "Noch einmal");
        await Eventually.Is(() => server.Db(db => db.Jobs.AnyAsync(j => j.Id == id && j.Attempts == 1 && j.LastError != null && j.ClaimedUntil == null)), "failed once");
        await server.Db(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(u => u.SetProperty(j => j.Attempts, Job.MaxAttempts - 1).SetProperty(j => j.DueAt, server.Clock.GetCurrentInstant())));
        await Eventually.Is(() => server.Db(db => db.Jobs.AnyAsync(j => j.Id == id && j.ParkedAt != null)), "parked");
        relay.Refuses = false;
        await server.Db(async db => { (await db.Jobs.SingleAsync(j => j.Id == id)).Revive(server.Clock.GetCurrentInstant()); await db.SaveChangesAsync(); });
        await Eventually.Is(() => Task.FromResult(relay.Taken.Count == 1), "delivered");
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Id == id)), "done");
    }

    [Theory, BothDatabases]
    public async Task A_mail_as_a_file_reads_as_it_was_written(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        await Send(server, "Grüße aus Süßen, mit einem langen Betreff, der über die Zeile hinausgeht und Umlaute wie äöü trägt");
        var mail = await server.MailTo("anna@example.org");
        Assert.Equal("Grüße aus Süßen, mit einem langen Betreff, der über die Zeile hinausgeht und Umlaute wie äöü trägt", mail.Subject);
        Assert.Contains("Guten Tag Änne Groß,", mail.Text);
        Assert.Contains("Erste Zeile <b>&\n.Punkt am Anfang", mail.Text);
        Assert.Equal("/signin", mail.Link("/signin"));
    }

    [Fact]
    public async Task A_relay_that_says_nothing_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = await Databases.New(DatabaseKind.Sqlite) with { Relay = new MailRelay("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port, null, null, StartTls: false), MailFrom = "netz@example.org" };
        await using var server = await GildeServer.Start(settings);
        var send = server.Services.GetServices<IJobHandler>().OfType<SendMail>().Single();
        send.Patience = TimeSpan.FromMilliseconds(300);
        var sending = send.Run("""{"To":"anna@example.org","Subject":"Hallo","Text":"Text"}""", default);
        var error = await Assert.ThrowsAsync<RelayTrouble>(() => sending.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("did not answer in time", error.Message);
    }
}
