namespace Gilde.Web.Tests.Introductions;

/// <summary>Routes follow what happens, on this node and on every other.</summary>
public class LiveTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Routes_follow_what_happens(DatabaseKind kind)
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
        await Follow("made", () => server.Connect(jana, carl), "routes");
        await Follow("hidden", () => server.Hide(carl, jana), "noRoute");
        await Follow("shown", () => server.Hide(carl, jana, hidden: false), "routes");
        await Follow("all hidden", () => server.HideAll(jana), "noRoute");
        await Follow("all shown", () => server.HideAll(jana, hidden: false), "routes");
        await Follow("blocked", () => server.Block(jana, carl), "noRoute");
        await Follow("unblocked", () => server.Block(jana, carl, blocked: false), "routes");
        await Follow("suspended", () => server.Suspend(jana), "noRoute");
        await Follow("restored", () => server.Suspend(jana, suspended: false), "routes");
        await Follow("removed", () => server.Part(jana, carl), "noRoute");

        async Task Follow(string what, Func<Task> change, string outcome)
        {
            await change();
            await server.Readable();
            await Eventually.Is(async () => (await RouteReading.To(client, carl.Handle)).Outcome == outcome, $"contact {what}: {outcome}");
        }
    }
}
