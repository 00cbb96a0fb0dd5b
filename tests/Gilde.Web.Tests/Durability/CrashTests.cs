using System.Collections.Concurrent;
using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Setup;

namespace Gilde.Web.Tests.Durability;

/// <summary>
/// Kills the server with SIGKILL at random moments while eight clients write; nothing that was acknowledged may be lost and
/// every effect is there once. GILDE_KILLS sets how often (bench/kill: 100).
/// </summary>
public class CrashTests
{
    private const int Clients = 8;

    [Theory, BothDatabases]
    public async Task Nothing_acknowledged_is_lost_when_the_server_is_killed(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var port = ServerProcess.FreePort();
        var talks = await Prepare(settings, new Uri($"http://localhost:{port}"));
        var acknowledged = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var random = new Random(4711);

        var server = await ServerProcess.Start(settings, port);
        var writers = talks.Select((talk, n) => Task.Run(() => Write(talk, n, acknowledged, stop.Token))).ToList();
        for (var kill = 0; kill < KillReport.Kills; kill++)
        {
            var before = acknowledged.Count;
            await Eventually.Is(() => Task.FromResult(acknowledged.Count > before + Clients), "clients write again", seconds: 60);
            await Task.Delay(random.Next(0, 400));
            server.Kill();
            server.Dispose();
            KillReport.Killed();
            server = await ServerProcess.Start(settings, port);
        }
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        server.Kill();
        server.Dispose();
        await AssertAllThere(settings, acknowledged);
        KillReport.Counted($"messages_{kind.ToString().ToLowerInvariant()}", new { kills = KillReport.Kills, acknowledged = acknowledged.Count, lost = 0 });
    }

    private static async Task AssertAllThere(Settings settings, ConcurrentBag<string> acknowledged)
    {
        await using var db = DataSetup.Open(settings);
        var stored = await db.Messages.Select(m => new { m.Id, m.Body, m.ConversationId, m.SenderId }).ToListAsync();
        Assert.Empty(acknowledged.Except(stored.Select(m => m.Body)));
        Assert.Equal(stored.Count, stored.Select(m => m.Body).Distinct().Count());
        var events = await db.Events.Where(e => e.Kind == EventKinds.MessageSent).Select(e => e.ObjectId).ToListAsync();
        Assert.Equal(stored.Select(m => (long?)m.Id).Order(), events.Order());
        foreach (var reader in await db.Participants.ToListAsync())
            Assert.Equal(stored.Count(m => m.ConversationId == reader.ConversationId && m.SenderId != reader.MemberId && m.Id > reader.LastReadId), reader.Unread);
    }

    private static async Task Write(Talk talk, int client, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var body = $"message {client}-{n}";
            try
            {
                using var answer = await talk.Writer.Client.Submit("/messages", ("to", talk.Reader), ("text", body));
                if (answer.StatusCode == HttpStatusCode.SeeOther) acknowledged.Add(body);
            }
            catch (HttpRequestException)
            {
                // The server was just killed: whether this one arrived is open, so it counts as unacknowledged.
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private static async Task<List<Talk>> Prepare(Settings settings, Uri address)
    {
        await using var db = DataSetup.Open(settings);
        var now = new MicrosecondClock().GetCurrentInstant();
        db.Add(new Network { Name = "Drahtnetz", Trade = "Draht", Language = Language.German, Color = "#1f6f5c", Imprint = "Verband", CreatedAt = now });
        var talks = new List<Talk>();
        for (var n = 0; n < Clients; n++)
        {
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
            var writer = await TestMember.Create(db, client, "Willi Schreiber", Language.German);
            var reader = await TestMember.Create(db, new HttpClient(), "Lea Leser", Language.German);
            db.Add(new Contact(writer.Id, reader.Id, now));
            db.Add(new Contact(reader.Id, writer.Id, now));
            await db.SaveChangesAsync();
            talks.Add(new Talk(writer, reader.Handle));
        }
        return talks;
    }

    private sealed record Talk(TestMember Writer, string Reader);
}
