using Gilde.Web.Accounts;
using Gilde.Web.Conversations;

namespace Gilde.Web.Tests.Conversations;

public class FirstContactTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_stranger_gets_one_short_message_with_a_reason_until_they_answer(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        using (var bare = await anna.Client.Submit("/messages", ("to", bert.Handle), ("text", "Hallo")))
            Assert.NotNull((await bare.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-reason-error"));
        using (var wordy = await anna.Client.Submit("/messages", ("to", bert.Handle), ("reason", "Messe"), ("text", new string('x', 501))))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wordy.StatusCode);

        var talk = await anna.WriteTo(bert, "Ihr [Vortrag](https://example.org) war **gut**.", "Ihr Vortrag auf der Messe");
        Assert.NotNull((await anna.Client.Page(talk)).QuerySelector(".thread-closed"));
        using (var again = await anna.Client.Submit(talk, ("text", "Noch etwas"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(talk, await anna.WriteTo(bert, "Noch etwas", "anders"));

        var page = await bert.Client.Page(talk);
        var bubble = page.QuerySelector(".bubble-body")!;
        Assert.Contains("Ihr Vortrag auf der Messe", bubble.QuerySelector(".first-reason")!.TextContent);
        Assert.Contains("**gut**", bubble.TextContent);
        Assert.Empty(bubble.QuerySelectorAll("a, strong"));
        Assert.NotNull(page.QuerySelector(".stranger-notice"));

        await bert.Client.SubmitOk(talk, ("text", "Danke!"));
        await anna.Client.SubmitOk(talk, ("text", "Gern. Dürfen wir telefonieren?"));
        Assert.Equal(3, (await bert.Said(talk)).Count);
        Assert.Null((await bert.Client.Page(talk)).QuerySelector(".stranger-notice"));
    }

    [Theory, BothDatabases]
    public async Task Ignoring_puts_it_away_and_tells_nobody(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var talk = await anna.WriteTo(bert, "Guten Tag", "Neugier");
        var before = (await anna.Client.Page(talk)).QuerySelector(".pane-thread")!.InnerHtml;
        await bert.Client.Page(talk);
        await bert.Client.SubmitOk(talk + "/put-away", ("on", "true"));
        Assert.Empty((await bert.Client.Page("/messages")).QuerySelectorAll(".conversation"));
        Assert.Single((await bert.Client.Page("/messages?box=away")).QuerySelectorAll(".conversation"));
        Assert.Equal(before, (await anna.Client.Page(talk)).QuerySelector(".pane-thread")!.InnerHtml);
    }

    [Theory, BothDatabases(5, 2), BothDatabases(20, 30)]
    public async Task So_many_strangers_a_day_and_no_more(DatabaseKind kind, int allowed, int days)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        await server.Db(async db => { db.Members.Single(m => m.Id == anna.Id).ActiveSince = server.Clock.GetCurrentInstant() - Duration.FromDays(days); await db.SaveChangesAsync(); });
        for (var i = 0; i < allowed; i++) await anna.WriteTo(await server.Member($"Fremd {i}"), Unlike(i), Unlike(i + 100)[..40]);
        var next = await server.Member("Fremd Letzter");
        using var refused = await anna.Client.Submit("/messages", ("to", next.Handle), ("reason", "ein Grund"), ("text", "Ganz anderer Text"));
        var page = await refused.Document(HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalHours, 23, 24);
        Assert.Contains("within a day", page.QuerySelector(".notice")!.TextContent);
        Assert.Equal("Ganz anderer Text", page.QuerySelector("textarea")!.TextContent);
        // Contacts are no strangers.
        await server.Connect(anna, next);
        await anna.WriteTo(next, "Jetzt doch");
    }

    [Theory, BothDatabases]
    public async Task The_cap_holds_when_many_are_sent_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var strangers = new List<TestMember>();
        for (var i = 0; i < 10; i++) strangers.Add(await server.Member($"Fremd {i}"));
        var answers = await Task.WhenAll(strangers.Select(async (s, i) =>
        {
            using var response = await anna.Client.Submit("/messages", ("to", s.Handle), ("reason", Unlike(i)[..40]), ("text", Unlike(i + 50)));
            return response.StatusCode;
        }));
        Assert.True(answers.Count(a => a == HttpStatusCode.SeeOther) <= FirstContact.StrangersADayForNewcomers);
        Assert.Equal(answers.Count(a => a == HttpStatusCode.SeeOther), await server.Db(db => db.FirstMessages.CountAsync(f => f.FromId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task Circulars_wait_for_a_moderator_and_their_sender_sees_them_as_sent(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var anna = await server.Member("Anna Berger");
        const string pitch = "Guten Tag {0}, wir bieten Ihnen Ziehsteine zu sehr guten Preisen an. Haben Sie nächste Woche Zeit für ein kurzes Gespräch?";
        var people = new List<TestMember>();
        foreach (var name in new[] { "Bert Conrad", "Carla Dorn", "Dora Engel", "Emil Frank" }) people.Add(await server.Member(name));
        var talks = new List<string>();
        foreach (var person in people) talks.Add(await anna.WriteTo(person, string.Format(pitch, person.Name), "Ziehsteine"));

        Assert.Equal(["Anna Berger"], (await people[1].Client.Page("/messages")).QuerySelectorAll(".conversation b").Select(b => b.TextContent));
        foreach (var (person, talk) in people.Zip(talks).Skip(2))
        {
            var list = await person.Client.Page("/messages");
            Assert.Empty(list.QuerySelectorAll(".conversation"));
            Assert.True(list.QuerySelector("#count-messages-square")!.HasAttribute("hidden"));
            await person.Client.Page(talk, HttpStatusCode.NotFound);
            Assert.Equal(0, (await server.Seat(person, talk)).Unread);
            Assert.Contains("Ziehsteine", (await anna.Said(talk)).Single());
        }

        var held = await moderator.Client.Page("/admin/held");
        var entries = held.QuerySelectorAll(".held").Where(h => h.TextContent.Contains("Ziehsteine") && h.TextContent.Contains("Anna Berger")).ToList();
        Assert.Equal(2, entries.Count);
        await moderator.Client.SubmitOk(HeldOf(entries, "Dora Engel") + "/release");
        await moderator.Client.SubmitOk(HeldOf(entries, "Emil Frank") + "/drop");
        Assert.Contains("Ziehsteine", (await people[2].Said(talks[2])).Single());
        Assert.Equal(0, (await server.Seat(people[2], talks[2])).Unread);
        await people[3].Client.Page(talks[3], HttpStatusCode.NotFound);
        Assert.Single(await anna.Said(talks[3]));
        Assert.DoesNotContain((await moderator.Client.Page("/admin/held")).QuerySelectorAll(".held"), h => h.TextContent.Contains("Anna Berger") && h.TextContent.Contains("Ziehsteine"));
        using var twice = await moderator.Client.Submit(HeldOf(entries, "Emil Frank") + "/release");
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_held_message_stays_hidden_when_its_receiver_writes_first(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var talks = new List<(TestMember Person, string Talk)>();
        for (var i = 0; i < 3; i++)
        {
            var person = await server.Member($"Empfänger {i}");
            talks.Add((person, await anna.WriteTo(person, "Immer wieder genau das Gleiche an alle", "Werbung")));
        }
        var (bert, talk) = talks[2];
        Assert.Equal(talk, await bert.WriteTo(anna, "Guten Tag, eine Frage", "Ihre Ziehsteine"));
        Assert.Equal(["Guten Tag, eine Frage"], (await bert.Said(talk)).Select(s => s.Split('\n').Last().Trim()));
        using var again = await bert.Client.Submit(talk, ("text", "mehr"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.DoesNotContain("genau das Gleiche", await bert.Client.Json(talk));
    }

    private static string HeldOf(IEnumerable<AngleSharp.Dom.IElement> entries, string receiver) =>
        entries.Single(e => e.TextContent.Contains(receiver)).QuerySelector("form")!.GetAttribute("action")![..^"/release".Length];

    /// <summary>Texts that have hardly a word in common.</summary>
    private static string Unlike(int n) => string.Join(' ', Enumerable.Range(0, 12).Select(i => new string([.. $"{(n * 7919 + i * 104729) * 2654435761L % 999983:000000}".Select(d => (char)('a' + d - '0'))])));
}
