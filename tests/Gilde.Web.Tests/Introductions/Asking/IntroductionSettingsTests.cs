namespace Gilde.Web.Tests.Introductions.Asking;

public class IntroductionSettingsTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_takes_no_part_is_on_no_route(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
        var (anna, jana, carl) = (people[0], people[1], people[2]);
        foreach (var member in new[] { jana, carl })
        {
            await Set(member, takesPart: false);
            await Finds(anna, carl, "noRoute");
            await Set(member, takesPart: true);
            await Finds(anna, carl, "routes");
        }
        Assert.Equal("inContact", (await RouteReading.To(jana, carl)).Outcome);
    }

    [Theory, BothDatabases]
    public async Task A_pause_ends_by_itself(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
        var (anna, jana, carl) = (people[0], people[1], people[2]);
        var until = server.Clock.GetCurrentInstant().InUtc().Date.PlusDays(5);
        await Set(jana, pause: until.ToString("uuuu-MM-dd", null));
        await Finds(anna, carl, "noRoute");
        Assert.Equal(until.ToString("uuuu-MM-dd", null), (await jana.Client.Page("/settings/introductions")).QuerySelector("input[name=pause]")!.GetAttribute("value"));
        await server.Db(db => db.IntroductionChoices.Where(c => c.MemberId == jana.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.PausedUntil, server.Clock.GetCurrentInstant() - Duration.FromMinutes(1))));
        await server.Expire();
        await Finds(anna, carl, "routes");
        foreach (var bad in new[] { "2001-01-01", "morgen", "2999-01-01" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await jana.Try("/settings/introductions", ("askers", "Anybody"), ("pause", bad)));
    }

    [Theory, BothDatabases]
    public async Task Who_may_ask_decides_how_far_away_routes_begin(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth");
        var (anna, jana, carl) = (people[0], people[1], people[3]);
        await Set(carl, askers: "ContactsOfContacts");
        await Finds(anna, carl, "noRoute");
        await Finds(jana, carl, "routes");
        Assert.Equal("/introductions/to/" + carl.Handle, await anna.AskOver(jana, carl, hops: 3));
        Assert.Equal(0, await server.Db(db => db.Introductions.CountAsync(i => i.RequesterId == anna.Id)));
        await Set(carl, askers: "ContactsOnly");
        await Finds(jana, carl, "noRoute");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await carl.Try("/settings/introductions", ("takesPart", "true"), ("askers", "Somebody")));
    }

    private static Task Set(TestMember member, bool takesPart = true, string askers = "Anybody", string pause = "") =>
        member.Client.SubmitOk("/settings/introductions", [("askers", askers), ("pause", pause), .. takesPart ? new[] { ("takesPart", "true") } : []]);

    private static Task Finds(TestMember viewer, TestMember target, string outcome) =>
        Eventually.Is(async () => (await RouteReading.To(viewer, target)).Outcome == outcome, $"{viewer.Name} to {target.Name}: {outcome}");
}
