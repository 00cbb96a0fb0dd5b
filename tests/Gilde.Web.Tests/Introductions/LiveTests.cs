using System.Diagnostics;

namespace Gilde.Web.Tests.Introductions;

/// <summary>A change is in the routes within two seconds, on this node and on every other.</summary>
public class LiveTests(Servers servers)
{
    private const int Seconds = 2;

    [Theory, BothDatabases]
    public async Task Routes_follow_what_happens_within_two_seconds(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana, days: 5);
        await Follows(server, carl, anna.Client, jana);
    }

    [Fact]
    public async Task Routes_of_one_node_follow_what_happens_at_another()
    {
        var settings = await Databases.New(DatabaseKind.Postgres);
        await using var here = await GildeServer.Start(settings);
        using var there = await ServerProcess.Start(settings, ServerProcess.FreePort());
        var (anna, jana, carl) = (await here.Member("Anna Berger"), await here.Member("Jana Weber"), await here.Member("Carl Roth"));
        await here.Connect(anna, jana, days: 5);
        using var client = new HttpClient { BaseAddress = there.Address };
        client.DefaultRequestHeaders.Add("Cookie", $"gilde_session={anna.SessionToken}");
        await Eventually.Is(async () => (await client.GetAsync("/readyz")).IsSuccessStatusCode, "the other node is ready");
        await Follows(here, carl, client, jana);
    }

    private static async Task Follows(GildeServer server, TestMember carl, HttpClient client, TestMember jana)
    {
        // What a node does for the first time takes it longer.
        await RouteReading.To(client, carl.Handle);
        await Within("made", () => server.Connect(jana, carl), "routes");
        await Within("hidden", () => server.Hide(carl, jana), "noRoute");
        await Within("shown", () => server.Hide(carl, jana, hidden: false), "routes");
        await Within("all hidden", () => server.HideAll(jana), "noRoute");
        await Within("all shown", () => server.HideAll(jana, hidden: false), "routes");
        await Within("blocked", () => server.Block(jana, carl), "noRoute");
        await Within("unblocked", () => server.Block(jana, carl, blocked: false), "routes");
        await Within("suspended", () => server.Suspend(jana), "noRoute");
        await Within("restored", () => server.Suspend(jana, suspended: false), "routes");
        await Within("removed", () => server.Part(jana, carl), "noRoute");

        async Task Within(string what, Func<Task> change, string outcome)
        {
            await change();
            await server.Readable();
            var since = Stopwatch.StartNew();
            await Eventually.Is(async () => (await RouteReading.To(client, carl.Handle)).Outcome == outcome, $"contact {what}: {outcome}", Seconds);
            TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {since.ElapsedMilliseconds} ms");
        }
    }
}
