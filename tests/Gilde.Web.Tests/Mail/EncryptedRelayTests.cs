using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gilde.Web.Accounts;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Tests.Mail;

/// <summary>A relay that encrypts, and all that can be wrong with it.</summary>
public class EncryptedRelayTests
{
    private const string Name = "localhost";
    private static readonly ConcurrentDictionary<string, bool> Trusted = new();

    static EncryptedRelayTests()
    {
#pragma warning disable SYSLIB0014 // The one place where SmtpClient lets somebody else judge a certificate; the server itself never does.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, faults) =>
            faults == SslPolicyErrors.None || (certificate is not null && Trusted.ContainsKey(certificate.GetCertHashString()));
#pragma warning restore SYSLIB0014
    }

    private static X509Certificate2 SelfSigned(bool trusted)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        if (trusted) Trusted[certificate.GetCertHashString()] = true;
        return certificate;
    }

    private static async Task<GildeServer> Start(DatabaseKind kind, int port, bool startTls = true, string? password = "richtig") =>
        await GildeServer.Start(await Databases.New(kind) with { Relay = new MailRelay(Name, port, password is null ? null : "gilde", password, startTls), MailFrom = "netz@example.org" });

    private static Task<long> Send(GildeServer server) => server.Db(async db =>
    {
        db.Send(server.Clock, new MailMessage("anna@example.org", "Vertraulich", "Der Text"));
        var job = db.ChangeTracker.Entries<Job>().Single().Entity;
        await db.SaveChangesAsync();
        return job.Id;
    });

    private static Task<string> Refusal(GildeServer server, long job) =>
        Eventually.Get(() => server.Db(db => db.Jobs.Where(j => j.Id == job && j.ClaimedUntil == null && j.Attempts > 0).Select(j => j.LastError).SingleOrDefaultAsync()), "the mail was refused", 30);

    [Theory, BothDatabases]
    public async Task What_is_sent_is_encrypted_before_login_and_mail(DatabaseKind kind)
    {
        using var certificate = SelfSigned(trusted: true);
        await using var relay = new SmallRelay(certificate);
        await using var server = await Start(kind, relay.Port);
        await Send(server);
        var mail = await Eventually.Get(() => Task.FromResult(relay.Taken.FirstOrDefault()), "mail at the relay", 30);
        Assert.Contains("Subject: Vertraulich", mail);
        Assert.Equal(["EHLO", "STARTTLS"], relay.SaidInClear.Select(line => line.Split(' ')[0]));
    }

    [Theory, BothDatabases]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_and_the_setting_named(DatabaseKind kind)
    {
        using var certificate = SelfSigned(trusted: false);
        await using var relay = new SmallRelay(certificate);
        await using var server = await Start(kind, relay.Port);
        var error = await Refusal(server, await Send(server));
        Assert.StartsWith($"mail:relay: the certificate of {Name}:{relay.Port} is not trusted", error);
        Assert.Contains("mail:plain", error);
        Assert.Empty(relay.Taken);
        Assert.DoesNotContain(relay.SaidInClear, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_relay_without_encryption_gets_nothing_unless_the_settings_allow_it(DatabaseKind kind)
    {
        await using var relay = new SmallRelay();
        await using (var server = await Start(kind, relay.Port, password: null))
        {
            Assert.StartsWith($"mail:relay: {Name}:{relay.Port} offers no STARTTLS, so nothing was sent", await Refusal(server, await Send(server)));
            Assert.Empty(relay.Taken);
        }
        await using var plain = await Start(kind, relay.Port, startTls: false, password: null);
        await Send(plain);
        await Eventually.Get(() => Task.FromResult(relay.Taken.FirstOrDefault()), "mail at the relay", 30);
    }

    [Theory, BothDatabases]
    public async Task A_refused_login_is_tried_again_and_parked_where_the_operator_reads_why(DatabaseKind kind)
    {
        using var certificate = SelfSigned(trusted: true);
        await using var relay = new SmallRelay(certificate);
        await using var server = await Start(kind, relay.Port, password: "falsch");
        var id = await Send(server);
        Assert.StartsWith("mail:user, mail:password:", await Refusal(server, id));
        await server.Db(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(u => u.SetProperty(j => j.Attempts, Job.MaxAttempts - 1).SetProperty(j => j.DueAt, server.Clock.GetCurrentInstant())));
        await Eventually.Is(() => server.Db(db => db.Jobs.AnyAsync(j => j.Id == id && j.ParkedAt != null)), "parked", 30);
        Assert.Empty(relay.Taken);

        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var row = (await operating.Client.Page("/admin/jobs")).QuerySelector($"#job-{id}")!.TextContent;
        Assert.Contains("Parked", row);
        Assert.Contains("mail:user, mail:password:", row);
        Assert.Contains("anna@example.org: Vertraulich", row);
        relay.Password = "falsch";
        await operating.Client.SubmitOk($"/admin/jobs/{id}/retry");
        await Eventually.Get(() => Task.FromResult(relay.Taken.FirstOrDefault()), "mail at the relay", 30);
    }

    [Theory, BothDatabases]
    public async Task A_relay_that_does_not_answer_is_named(DatabaseKind kind)
    {
        var port = ServerProcess.FreePort();
        await using var server = await Start(kind, port);
        Assert.StartsWith($"mail:relay, mail:port: no connection to {Name}:{port}", await Refusal(server, await Send(server)));
    }
}
