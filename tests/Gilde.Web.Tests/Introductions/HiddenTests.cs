namespace Gilde.Web.Tests.Introductions;

/// <summary>What is hidden changes an answer exactly as if it did not exist: the same bytes.</summary>
public class HiddenTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_contact_hidden_by_either_side_answers_with_the_bytes_of_no_contact(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var cast = await Cast(server);
        await server.Connect(cast.Jana, cast.Carl, days: 12);
        await server.Settled();
        var open = await Answers(cast);
        await server.Hide(cast.Jana, cast.Carl);
        await server.Settled();
        var hiddenByOne = await Answers(cast);
        await server.Hide(cast.Jana, cast.Carl, hidden: false);
        await server.Hide(cast.Carl, cast.Jana);
        await server.Settled();
        var hiddenByOther = await Answers(cast);
        await server.Part(cast.Jana, cast.Carl);
        await server.Settled();
        var none = await Answers(cast);
        Assert.NotEqual(none, open);
        Assert.Equal(none, hiddenByOne);
        Assert.Equal(none, hiddenByOther);
    }

    [Theory, BothDatabases]
    public async Task Blocks_suspended_members_and_those_who_hide_all_answer_with_the_bytes_of_no_contact(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var cast = await Cast(server);
        await server.Settled();
        var none = await Answers(cast);
        await server.Connect(cast.Jana, cast.Carl, days: 12);
        await server.Settled();
        Assert.NotEqual(none, await Answers(cast));
        await server.Block(cast.Carl, cast.Jana);
        await server.Settled();
        Assert.Equal(none, await Answers(cast));
        await server.Block(cast.Carl, cast.Jana, blocked: false);
        await server.HideAll(cast.Jana);
        await server.Settled();
        Assert.Equal(none, await Answers(cast));
        await server.HideAll(cast.Jana, hidden: false);
        await server.Settled();
        Assert.NotEqual(none, await Answers(cast));
    }

    [Theory, BothDatabases]
    public async Task A_suspended_member_is_on_no_route(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var cast = await Cast(server);
        await server.Connect(cast.Jana, cast.Carl, days: 12);
        await server.Suspend(cast.Jana);
        await server.Settled();
        Assert.DoesNotContain(cast.Jana.Handle, string.Concat(await Answers(cast)));
        await server.Suspend(cast.Jana, suspended: false);
        await server.Settled();
        Assert.Contains(cast.Jana.Handle, string.Concat(await Answers(cast)));
    }

    [Theory, BothDatabases]
    public async Task Who_hides_contacts_still_uses_them(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana);
        await server.Connect(jana, carl);
        await server.Hide(anna, jana);
        await server.Settled();
        Assert.Equal("routes", (await RouteReading.To(anna, carl)).Outcome);
        Assert.Equal("noRoute", (await RouteReading.To(carl, anna)).Outcome);
    }

    /// <summary>Anna knows Jana and Otto; Otto knows Carl over Mia, so that there is a route without Jana.</summary>
    private static async Task<(TestMember Anna, TestMember Jana, TestMember Carl)> Cast(GildeServer server)
    {
        var (anna, jana, carl, otto, mia) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"), await server.Member("Otto Lang"), await server.Member("Mia Stern"));
        await server.Connect(anna, jana, days: 5);
        await server.Connect(anna, otto, days: 5);
        await server.Connect(otto, mia, days: 5);
        await server.Connect(mia, carl, days: 5);
        return (anna, jana, carl);
    }

    private static async Task<string[]> Answers((TestMember Anna, TestMember Jana, TestMember Carl) cast)
    {
        var path = $"/introductions/to/{cast.Carl.Handle}";
        return [await cast.Anna.Client.Json(path), SteadyPage.Of(await cast.Anna.Client.GetStringAsync(path))];
    }
}
