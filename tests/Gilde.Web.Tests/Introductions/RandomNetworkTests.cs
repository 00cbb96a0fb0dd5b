namespace Gilde.Web.Tests.Introductions;

public class RandomNetworkTests
{
    [Theory, BothDatabases(1), BothDatabases(2)]
    public async Task Every_answer_is_that_of_trying_everything(DatabaseKind kind, int seed)
    {
        const int people = 14;
        await using var server = await GildeServer.Start(kind);
        var random = new Random(seed);
        var members = new List<TestMember>();
        for (var i = 0; i < people; i++) members.Add(await server.Member($"Mitglied {i}"));
        foreach (var a in members)
            foreach (var b in members.Where(b => b.Id > a.Id && random.Next(100) < 26))
            {
                await server.Connect(a, b, random.Next(4) * 4);
                if (random.Next(8) == 0) await (random.Next(2) == 0 ? server.Hide(a, b) : server.Hide(b, a));
                if (random.Next(20) == 0) await server.Block(a, b);
            }
        await server.HideAll(members[random.Next(people)]);
        await server.Suspend(members[^1]);
        await server.Settled();

        var oracle = await server.Db(RouteOracle.Of);
        foreach (var viewer in members[..^1])
            foreach (var target in members[..^1].Where(t => t != viewer))
            {
                if (oracle.AreBarred(viewer.Id, target.Id)) continue;
                Assert.Equal(oracle.Routes(viewer.Id, target.Id), (await RouteReading.To(viewer, target)).Routes);
            }
    }
}
