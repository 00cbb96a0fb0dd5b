namespace Gilde.Web.Tests.Conversations;

public class QueryCountTests
{
    [Theory, BothDatabases]
    public async Task Pages_of_messages_cost_few_queries_however_much_they_show(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: QueryCount.Add);
        var anna = await server.Member("Anna Berger");
        var (talk, group) = ("", "");
        var others = new List<TestMember>();
        for (var i = 0; i < 12; i++)
        {
            others.Add(await server.Member($"Kontakt {i}"));
            await server.Connect(anna, others[i]);
            talk = await others[i].WriteTo(anna, "Guten Tag");
        }
        group = await anna.Group("Runde", [.. others]);
        foreach (var path in new[] { talk, group }) await server.Say(anna, path, Enumerable.Range(1, 80).Select(i => $"Nachricht {i}"));

        // One of them counts the badges of the navigation.
        Assert.InRange(await anna.Client.QueriesOf("/messages"), 1, 2);
        Assert.InRange(await anna.Client.QueriesOf(talk), 1, 5);
        Assert.InRange(await anna.Client.QueriesOf(group), 1, 5);
        Assert.InRange(await anna.Client.QueriesOf("/messages/search?q=Nachricht"), 1, 4);
    }
}
