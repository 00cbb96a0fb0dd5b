using System.Diagnostics;
using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Live;

public class LiveTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_message_appears_in_the_other_window(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var talk = await anna.WriteTo(bert, "zum Anwärmen");
        await using var window = await LiveWindow.Open(bert.Client, "/messages");
        await anna.Client.SubmitOk(talk, ("text", "auch zum Anwärmen"));
        await window.Shows("auch zum Anwärmen");

        await anna.Client.SubmitOk(talk, ("text", "Achtung, **jetzt**"));
        await window.Shows("<strong>jetzt</strong>");
        Assert.Contains($"action=\"append\" target=\"thread-{Talks.IdOf(talk)}\"", window.Text);
        Assert.Contains("action=\"prepend\" target=\"conversations\"", window.Text);
        Assert.Contains("id=\"count-messages-square\">1</span>", window.Text);
    }

    [Fact]
    public async Task Two_servers_on_one_postgres_show_each_others_messages()
    {
        var settings = await Databases.New(DatabaseKind.Postgres);
        await using var one = await GildeServer.Start(settings);
        await using var other = await GildeServer.Start(settings);
        var (anna, bert) = await Two(one);
        var talk = await anna.WriteTo(bert, "eins");
        await using var window = await LiveWindow.Open(other.ClientOf(bert), talk);
        await anna.Client.SubmitOk(talk, ("text", "zum Anwärmen"));
        await window.Shows("zum Anwärmen");

        await anna.Client.SubmitOk(talk, ("text", "von drüben"));
        await window.Shows("von drüben");
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_missed_between_page_and_stream_or_after_a_break(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var talk = await anna.WriteTo(bert, "eins");
        var source = (await bert.Client.Page(talk)).QuerySelector("turbo-stream-source")!.GetAttribute("src")!;
        await anna.Client.SubmitOk(talk, ("text", "vor dem Strom"));
        string place;
        await using (var window = await LiveWindow.Follow(bert.Client, source))
        {
            await window.Shows("vor dem Strom");
            place = window.LastId;
        }
        await anna.Client.SubmitOk(talk, ("text", "in der Pause"));
        await using var back = await LiveWindow.Follow(bert.Client, source, place);
        await back.Shows("in der Pause");
        Assert.DoesNotContain("vor dem Strom", back.Text.Split("prepend")[0]);
    }

    [Theory, BothDatabases]
    public async Task A_page_that_missed_very_much_fetches_itself_anew(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member();
        await server.Db(async db =>
        {
            for (var i = 0; i < 600; i++) db.Record(server.Clock, "test", null);
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => server.Db(async db => await db.After(LogPlace.Start, await db.Settled()).CountAsync() >= 600), "the events to be settled", seconds: 60);
        await using var window = await LiveWindow.Follow(anna.Client, "/live?after=0-0");
        await window.Shows("action=\"refresh\"");
    }

    [Theory, BothDatabases]
    public async Task Others_see_nothing_of_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var (carla, dora) = (await server.Member("Carla Dorn"), await server.Member("Dora Engel"));
        await server.Connect(anna, dora);
        await server.Connect(bert, carla);
        var group = await anna.Group("Runde", bert, dora);
        await server.Block(dora, bert);
        await using var stranger = await LiveWindow.Open(carla.Client);
        await using var blocked = await LiveWindow.Open(dora.Client);
        await bert.Client.SubmitOk(group, ("text", "nicht für alle"));
        var talk = await bert.WriteTo(carla, "für Carla");
        await anna.Client.SubmitOk(group, ("text", "für Dora"));
        await stranger.Shows("für Carla");
        await blocked.Shows("für Dora");
        Assert.DoesNotContain("nicht für alle", stranger.Text + blocked.Text);
        Assert.DoesNotContain("Bert", blocked.Text);
    }

    [Theory, BothDatabases]
    public async Task Reading_shows_as_a_mark_to_the_sender_and_clears_the_own_count(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var talk = await anna.WriteTo(bert, "eins");
        await bert.Client.SubmitOk(talk, ("text", "zwei"));
        await anna.Client.SubmitOk(talk, ("text", "drei"));
        await using var sender = await LiveWindow.Open(anna.Client);
        await using var reader = await LiveWindow.Open(bert.Client);
        await bert.Client.SubmitOk(talk + "/read");
        await sender.Shows("check-check");
        await reader.Shows("id=\"count-messages-square\" hidden");
    }

    [Theory, BothDatabases]
    public async Task A_stream_ends_when_its_session_is_revoked_or_its_member_suspended(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        await using var revoked = await LiveWindow.Open(anna.Client);
        await using var suspended = await LiveWindow.Open(bert.Client);
        await server.Db(db => db.Sessions.Where(s => s.AccountId == anna.Id).ExecuteDeleteAsync());
        await server.Db(async db =>
        {
            db.Members.Single(m => m.Id == bert.Id).SuspendedAt = server.Clock.GetCurrentInstant();
            await db.SaveChangesAsync();
        });
        await revoked.Ends();
        await suspended.Ends();
    }

    [Theory, BothDatabases]
    public async Task The_oldest_stream_of_a_member_with_too_many_ends(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var windows = new List<LiveWindow>();
        for (var i = 0; i < LiveHub.MaxStreamsPerMember; i++) windows.Add(await LiveWindow.Open(anna.Client));
        await using var newest = await LiveWindow.Open(anna.Client);
        await windows[0].Ends();
        Assert.Contains("retry: 300000", windows[0].Text);
        Assert.All(windows.Skip(1), w => Assert.False(w.HasEnded));
        foreach (var window in windows) await window.DisposeAsync();
        await Eventually.Is(() => Task.FromResult(server.Services.GetRequiredService<LiveHub>().Streams().Count(s => s.Viewer.Id == anna.Id) == 1), "closed windows to be forgotten");
    }

    [Theory, BothDatabases]
    public async Task An_idle_stream_gives_signs_of_life_and_one_that_was_left_is_forgotten(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var hub = server.Services.GetRequiredService<LiveHub>();
        hub.Heartbeat = TimeSpan.FromMilliseconds(100);
        var anna = await server.Member();
        WeakReference stream;
        await using (var window = await LiveWindow.Open(anna.Client))
        {
            await Eventually.Is(() => Task.FromResult(window.Text.Split("id: ").Length > 4), "three signs of life");
            Assert.DoesNotContain("data:", window.Text);
            Assert.False(window.HasEnded);
            stream = OnlyStream(hub);
        }
        await Eventually.Is(() => Task.FromResult(hub.Streams().Count == 0), "the closed stream to be signed off");
        await Eventually.Is(() =>
        {
            GC.Collect();
            return Task.FromResult(!stream.IsAlive);
        }, "the memory of the closed stream to be free", seconds: 30);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference OnlyStream(LiveHub hub) => new(hub.Streams().Single());

    [Fact]
    public async Task A_reader_that_lags_behind_is_let_go()
    {
        var stream = new LiveStream(new Gilde.Web.Web.Viewer { Id = 1 });
        for (var i = 0; i <= LiveStream.MaxWaiting; i++) stream.Offer(new Event { Kind = "test" });
        Assert.True(stream.Ended.IsCancellationRequested);
        await Task.CompletedTask;
    }

    [Theory, BothDatabases]
    public async Task Streams_do_not_delay_the_server_in_stopping(DatabaseKind kind)
    {
        var server = await GildeServer.Start(kind);
        var anna = await server.Member();
        await using var window = await LiveWindow.Open(anna.Client);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.Stop(patience.Token);
        Assert.False(patience.IsCancellationRequested);
        await window.Ends();
    }

    private static async Task<(TestMember Anna, TestMember Bert)> Two(GildeServer server)
    {
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        return (anna, bert);
    }
}
