namespace Gilde.Web.Tests.Introductions.Asking;

public class IntroductionLimitTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Three_may_be_on_their_way_and_a_silent_no_counts_as_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, targets) = await Star(server, 4);
        var paths = new List<string>();
        foreach (var target in targets.Take(3)) paths.Add(await anna.AskOver(jana, target));
        await jana.Decline(paths[0]);
        using var fourth = await anna.Client.Submit("/introductions", Asks.Form(jana, targets[3]));
        var page = await fourth.Document(HttpStatusCode.TooManyRequests);
        Assert.Contains("You have 3 introductions on their way.", page.Body!.TextContent);
        Assert.Equal(Asks.Wish, page.QuerySelector("textarea[name=wish]")!.TextContent.Trim());
        Assert.InRange(fourth.Headers.RetryAfter!.Delta!.Value.TotalDays, 13.9, 14);
        await anna.Client.SubmitOk(paths[1] + "/withdraw");
        await anna.AskOver(jana, targets[3]);
    }

    [Theory, BothDatabases]
    public async Task Ten_a_week_whatever_became_of_them(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, targets) = await Star(server, 11);
        var first = "";
        foreach (var target in targets.Take(10))
        {
            var path = await anna.AskOver(jana, target);
            await anna.Client.SubmitOk(path + "/withdraw");
            if (first.Length == 0) first = path;
        }
        using var eleventh = await anna.Client.Submit("/introductions", Asks.Form(jana, targets[10]));
        Assert.Contains("10 introductions within a week", (await eleventh.Document(HttpStatusCode.TooManyRequests)).Body!.TextContent);
        Assert.InRange(eleventh.Headers.RetryAfter!.Delta!.Value.TotalDays, 6.9, 7);
        await server.Age(first, Duration.FromDays(7));
        await anna.AskOver(jana, targets[10]);
    }

    [Theory, BothDatabases]
    public async Task The_next_route_of_a_day_is_one_too_many_whoever_it_leads_to(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start((await Databases.New(kind)) with { PathsPerDay = 50 });
        var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
        var (anna, carl) = (people[0], people[2]);
        await anna.Client.Page($"/introductions/to/{carl.Handle}");
        for (var i = 1; i < 50; i++) await anna.Client.Page($"/introductions/to/niemand-{i}", HttpStatusCode.NotFound);
        await anna.Client.Page($"/introductions/to/{carl.Handle}");
        // A request looks for a way too.
        await anna.AskOver(people[1], carl);
        var dora = await server.Member("Dora Dorn");
        await server.Connect(people[1], dora);
        await server.Settled();
        using var request = await anna.Client.Submit("/introductions", Asks.Form(people[1], dora));
        Assert.Contains("as many routes as one may", (await request.Document(HttpStatusCode.TooManyRequests)).Body!.TextContent);
        foreach (var path in new[] { $"/introductions/to/{people[1].Handle}", "/introductions/to/niemand-sonst", "/introductions/any?q=Draht" })
        {
            using var answer = await anna.Client.GetAsync(path);
            Assert.Contains("as many routes as one may", (await answer.Document(HttpStatusCode.TooManyRequests)).Body!.TextContent);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalHours, 23.8, 24);
        }
        await people[1].Client.Page($"/introductions/to/{carl.Handle}");
    }

    [Theory, BothDatabases]
    public async Task At_the_limit_no_answer_tells_who_knows_whom(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, targets) = await Star(server, 4);
        var stranger = await server.Member("Udo Unbekannt");
        foreach (var target in targets.Take(3)) await anna.AskOver(jana, target);
        foreach (var whom in new[] { targets[3], stranger })
        {
            using var answer = await anna.Client.Submit("/introductions", Asks.Form(jana, whom));
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }

    private static async Task<(TestMember Anna, TestMember Jana, List<TestMember> Targets)> Star(GildeServer server, int targets)
    {
        var people = await server.Chain("Anna Berger", "Jana Weber");
        var others = new List<TestMember>();
        for (var i = 0; i < targets; i++)
        {
            others.Add(await server.Member($"Ziel {i}"));
            await server.Connect(people[1], others[i]);
        }
        await server.Settled();
        return (people[0], people[1], others);
    }
}
