using Gilde.Graph;
using Gilde.Web.Events;
using Gilde.Web.Introductions;

namespace Gilde.Web.Tests.Introductions;

/// <summary>The tie explained to one of its two, and what others see of it.</summary>
public class TieStoryTests(Servers servers)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public void The_sentence_is_right_in_both_languages()
    {
        Says(Story(14, daysAgo: 21), Instant.FromUtc(2026, 5, 4, 10, 0),
            "You wrote to each other on 14 days in the last year, last 3 weeks ago; you met in person in May.",
            "Sie haben sich im letzten Jahr an 14 Tagen geschrieben, zuletzt vor 3 Wochen; persönlich getroffen haben Sie sich im Mai.");
        Says(Story(1, daysAgo: 1), null, "You wrote to each other on one day in the last year, yesterday.", "Sie haben sich im letzten Jahr an einem Tag geschrieben, gestern.");
        Says(Story(2, daysAgo: 0), Now, "You wrote to each other on 2 days in the last year, last today; you met in person today.", "Sie haben sich im letzten Jahr an 2 Tagen geschrieben, zuletzt heute; heute haben Sie sich persönlich getroffen.");
        Says(Story(3, daysAgo: 13), null, "You wrote to each other on 3 days in the last year, last 13 days ago.", "Sie haben sich im letzten Jahr an 3 Tagen geschrieben, zuletzt vor 13 Tagen.");
        Says(Story(3, daysAgo: 100), Instant.FromUtc(2025, 12, 1, 10, 0),
            "You wrote to each other on 3 days in the last year, last 3 months ago; you met in person in December 2025.",
            "Sie haben sich im letzten Jahr an 3 Tagen geschrieben, zuletzt vor 3 Monaten; persönlich getroffen haben Sie sich im Dezember 2025.");
        Says(Story(0, daysAgo: 700), null, "You have not written to each other in the last year, last in December 2024.", "Sie haben sich im letzten Jahr nicht geschrieben, zuletzt im Dezember 2024.");
        Says(new TieStory(Warmth.Acquainted, 0, null, true, []), null, "So far only one of you has written, and that does not count.", "Bisher hat nur einer von Ihnen geschrieben, das zählt noch nicht.");
        Says(new TieStory(Warmth.Acquainted, 0, null, false, []), null, "You have not written to each other yet.", "Sie haben sich noch nicht geschrieben.");
    }

    [Theory, BothDatabases]
    public async Task The_page_of_a_contact_explains_the_tie_in_a_sentence_and_a_picture(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd, days: 3);
        await server.Settled();
        foreach (var (member, other) in new[] { (anna, bernd), (bernd, anna) })
        {
            var card = (await member.Client.Page($"/contacts/{other.Id}")).QuerySelector("#closeness")!;
            Assert.Contains("You wrote to each other on 3 days in the last year, last today.", card.TextContent);
            Assert.Contains("close", card.QuerySelector(".warmth")!.TextContent);
            Assert.Equal(12, card.QuerySelectorAll("svg.tie-months rect").Length);
            Assert.Matches(@"^Days of talk in the last twelve months: \w+ \d{4}: \d days?", card.QuerySelector("svg.tie-months")!.GetAttribute("aria-label")!);
        }
    }

    [Theory, BothDatabases]
    public async Task Within_its_step_a_tie_that_grows_changes_no_byte_for_others(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, carl, otto, mia) = (await server.Member(), await server.Member("Jana Weber"), await server.Member("Carl Roth"), await server.Member("Otto Lang"), await server.Member("Mia Stern"));
        await server.Connect(anna, jana, days: 4);
        await server.Connect(anna, otto, days: 3);
        foreach (var (middle, days) in new[] { (jana, 3), (otto, 2) }) await server.Connect(middle, carl, days);
        await server.Connect(jana, mia, days: 3);
        await server.Settled();
        var (before, strength) = (await Answers(anna, mia, carl), await Strength(server, otto, carl));
        await Write(server, otto, carl, daysAgo: 2);
        Assert.NotEqual(strength, await Strength(server, otto, carl));
        Assert.Equal(TieStrength.WarmthOf(strength), TieStrength.WarmthOf(await Strength(server, otto, carl)));
        Assert.Equal(before, await Answers(anna, mia, carl));
        // A step further it shows.
        for (var day = 3; day < 20; day++) await Write(server, otto, carl, day);
        Assert.NotEqual(before, await Answers(anna, mia, carl));
    }

    [Theory, BothDatabases]
    public async Task A_message_reaches_the_tie(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd);
        var talk = await anna.Client.SubmitOk("/messages", ("to", bernd.Handle), ("text", "Guten Tag"));
        await bernd.Client.SubmitOk(talk, ("text", "Guten Tag zurück"));
        await Eventually.Is(() => server.Db(db => db.Ties.AnyAsync(t => t.LowId == anna.Id && t.HighId == bernd.Id && t.TurnDays == 1 && t.Strength > TieStrength.OfStep(Warmth.Acquainted))), "the tie is warm");
        Assert.Contains("You wrote to each other on one day in the last year, today.", (await anna.Client.Page($"/contacts/{bernd.Id}")).Body!.TextContent);
    }

    private static TieStory Story(int days, int daysAgo) => new(Warmth.Close, days, Now - Duration.FromDays(daysAgo), false, []);

    private static void Says(TieStory story, Instant? met, string english, string german)
    {
        Assert.Equal(english, TieWords.Sentence(new Viewer { Language = Language.English }, story, met, Now));
        Assert.Equal(german, TieWords.Sentence(new Viewer { Language = Language.German }, story, met, Now));
    }

    /// <summary>What a contact of one of the two, and one farther away, are shown.</summary>
    private static async Task<string[]> Answers(TestMember anna, TestMember mia, TestMember carl)
    {
        var answers = new List<string>();
        foreach (var member in new[] { anna, mia })
        foreach (var path in new[] { $"/introductions/to/{carl.Handle}", $"/introductions/mutual/{carl.Handle}", $"/@{carl.Handle}", "/introductions" })
        {
            answers.Add(SteadyPage.Of(await member.Client.GetStringAsync(path)));
            answers.Add(await member.Client.Json(path));
        }
        return [.. answers];
    }

    private static Task<byte> Strength(GildeServer server, TestMember one, TestMember other) => server.Db(db =>
        db.Ties.Where(t => t.LowId == Math.Min(one.Id, other.Id) && t.HighId == Math.Max(one.Id, other.Id)).Select(t => t.Strength).SingleAsync());

    private static async Task Write(GildeServer server, TestMember one, TestMember other, int daysAgo)
    {
        var at = server.Clock.GetCurrentInstant() - Duration.FromDays(daysAgo);
        await server.Db(async db =>
        {
            foreach (var (from, to) in new[] { (one, other), (other, one) }) db.Add(new Exchange { FromId = from.Id, ToId = to.Id, Day = Tie.DayOf(at), Source = ExchangeSource.Imported, Count = 1, LastAt = at });
            db.Record(server.Clock, EventKinds.ContactChanged, one.Id, other.Id);
            await db.SaveChangesAsync();
        });
        await server.Settled();
    }
}
