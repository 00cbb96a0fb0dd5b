namespace Gilde.Web.Tests.Introductions;

public class RouteTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_contact_of_a_contact_is_reached_over_the_two_who_are_named(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana, days: 20);
        await server.Connect(jana, carl, days: 1);
        await server.Settled();

        var reading = await RouteReading.To(anna, carl);
        Assert.Equal("routes", reading.Outcome);
        Assert.Equal([$"{anna.Handle} =veryClose= {jana.Handle} =warm= {carl.Handle}"], reading.Routes);
        var page = await anna.Client.Page($"/introductions/to/{carl.Handle}");
        Assert.Contains("How do I reach Carl Roth?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["You", "Jana Weber", "Carl Roth"], page.QuerySelectorAll(".route bdi").Select(b => b.TextContent));
        Assert.Contains("You and Jana Weber write often.", page.Body!.TextContent);
        Assert.Equal($"/introductions/ask?over={jana.Handle}&to={carl.Handle}&hops=2", page.QuerySelector(".route-card a.btn")!.GetAttribute("href"));
    }

    [Theory, BothDatabases]
    public async Task On_three_hops_the_far_middle_person_appears_nowhere(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, far, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Ferdinand Unsichtbar"), await server.Member("Carl Roth"));
        await server.Db(async db =>
        {
            var row = await db.Members.FindAsync(far.Id);
            (row!.Headline, row.PictureId) = ("Kanarienvogelzüchter", 987_654_321);
            await db.SaveChangesAsync();
        });
        await server.Connect(anna, jana, days: 1);
        await server.Connect(jana, far, days: 3);
        await server.Connect(far, carl);
        await server.Settled();

        var reading = await RouteReading.To(anna, carl);
        Assert.Equal([$"{anna.Handle} =warm= {jana.Handle} =close= ? =acquainted= {carl.Handle}"], reading.Routes);
        var frame = new HttpRequestMessage(HttpMethod.Get, $"/introductions/to/{carl.Handle}") { Headers = { { "Turbo-Frame", "reach" } } };
        var bodies = new[] { reading.Body, await anna.Client.GetStringAsync($"/introductions/to/{carl.Handle}"), await (await anna.Client.SendAsync(frame)).Content.ReadAsStringAsync() };
        foreach (var body in bodies)
            foreach (var secret in new[] { far.Handle, "Ferdinand", "Unsichtbar", "Kanarienvogel", "987654321", $"\"{far.Id}\"", $":{far.Id}," }) Assert.DoesNotContain(secret, body);
        Assert.Contains("a contact of Jana Weber", bodies[1]);
        Assert.DoesNotContain("<html", bodies[2]);
    }

    [Theory, BothDatabases]
    public async Task A_warm_way_of_three_hops_comes_before_a_cold_one_of_two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, cold, warm, mid, carl) = (await server.Member("Anna Berger"), await server.Member("Kurt Kalt"), await server.Member("Wilma Warm"), await server.Member("Moritz Mitte"), await server.Member("Carl Roth"));
        await server.Connect(anna, cold);
        await server.Connect(cold, carl);
        await server.Connect(anna, warm, days: 30);
        await server.Connect(warm, mid, days: 30);
        await server.Connect(mid, carl, days: 30);
        await server.Settled();

        Assert.Equal(
            [$"{anna.Handle} =veryClose= {warm.Handle} =veryClose= ? =veryClose= {carl.Handle}", $"{anna.Handle} =acquainted= {cold.Handle} =acquainted= {carl.Handle}"],
            (await RouteReading.To(anna, carl)).Routes);
    }

    [Theory, BothDatabases]
    public async Task At_most_five_routes_and_those_that_look_alike_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana, days: 3);
        for (var i = 0; i < 7; i++)
        {
            var (middle, bridge) = (await server.Member($"Mitte {i}"), await server.Member($"Bruecke {i}"));
            await server.Connect(jana, middle, days: 3);
            await server.Connect(middle, carl, days: 3);
            if (i < 6) await server.Connect(anna, bridge);
            if (i < 6) await server.Connect(bridge, carl, days: i);
        }
        await server.Settled();
        var routes = (await RouteReading.To(anna, carl)).Routes;
        Assert.Equal(5, routes.Count);
        Assert.Equal(5, routes.Distinct().Count());
        Assert.Equal($"{anna.Handle} =close= {jana.Handle} =close= ? =close= {carl.Handle}", routes[0]);
    }

    [Theory, BothDatabases]
    public async Task Who_is_a_contact_already_is_said_to_be_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        await server.Connect(anna, jana, days: 3);
        await server.Settled();
        Assert.Equal("inContact", (await RouteReading.To(anna, jana)).Outcome);
        Assert.Contains("You and Jana Weber are in contact.", (await anna.Client.Page($"/introductions/to/{jana.Handle}")).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Without_a_route_the_page_says_what_to_do_next(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, far) = (await server.Member("Anna Berger"), await server.Member("Franz Fern"));
        await server.Settled();
        var page = await anna.Client.Page($"/introductions/to/{far.Handle}");
        Assert.Contains("No route found yet", page.Body!.TextContent);
        Assert.Contains("at most two people", page.QuerySelector(".empty")!.TextContent);
        Assert.Equal(["Franz Fern"], page.QuerySelectorAll("#person .person-name a").Select(a => a.TextContent));
        Assert.NotNull(page.QuerySelector($"#ways a[href='/contacts/ask/{far.Id}']"));
        Assert.NotNull(page.QuerySelector("#ways a[href='/invite']"));
        Assert.Null(page.QuerySelector("#helpers"));
        Assert.Contains("Noch kein Weg gefunden", (await anna.Client.Page($"/introductions/to/{far.Handle}?lang=de")).Body!.TextContent);
        Assert.Equal("isYou", (await RouteReading.To(far, far)).Outcome);
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_exist_for_the_viewer_is_not_found(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, blocker, gone) = (await server.Member("Anna Berger"), await server.Member("Bert Block"), await server.Member("Gabi Gone"));
        await server.Block(blocker, anna);
        await server.Suspend(gone);
        foreach (var handle in new[] { blocker.Handle, gone.Handle, "nobody-at-all" }) await anna.Client.Json($"/introductions/to/{handle}", HttpStatusCode.NotFound);
        await blocker.Client.Json($"/introductions/to/{anna.Handle}", HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task The_next_step_opens_a_request_with_the_wish_put_in_words(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"), await server.Member("Carl Roth"));
        await server.Connect(anna, jana);
        await server.Connect(jana, carl);
        await server.Settled();
        var step = (await anna.Client.Page($"/introductions/to/{carl.Handle}")).QuerySelector(".route-card a.btn")!.GetAttribute("href")!;
        var form = await anna.Client.Page(step);
        Assert.StartsWith("I would like to get to know Carl Roth.", form.QuerySelector("textarea[name=wish]")!.TextContent.TrimStart('\n'));
        Assert.Contains("It is about: Ziehsteine.", (await anna.Client.Page(step + "&about=Ziehsteine")).QuerySelector("textarea[name=wish]")!.TextContent);
    }
}
