using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Introductions.Asking;

/// <summary>To somebody outside the network: one mail, one page, and nothing kept of whoever says no or nothing.</summary>
public class OutsideTests(Servers servers)
{
    private static int counter;

    [Theory, BothDatabases]
    public async Task A_mail_of_the_contacts_words_and_a_yes_without_an_account(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, jana, path, outside) = await Ask(server);
        await Send(jana, path, outside);
        Assert.Equal("sent by mail", await jana.State(path));
        var mail = await server.MailTo(outside, "introduce");
        foreach (var words in new[] { "Lieber Gerd, Anna ist gut.", Asks.Wish, "Anna Berger" }) Assert.Contains(words, mail.Text);
        var link = mail.Link("/introduced/");

        var visitor = server.Client();
        var page = await visitor.Page(link);
        Assert.Equal("Anna Berger would like to get to know you", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("on its way", await anna.State(path));
        using var wrong = await visitor.Submit(link, ("answer", "accept"), ("name", "Gerd"), ("email", "kein"), ("words", ""));
        Assert.Equal("kein", (await wrong.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("input[name=email]")!.GetAttribute("value"));
        await visitor.SubmitOk(link, ("answer", "accept"), ("name", "Gerd Grün"), ("email", outside), ("words", "Rufen Sie an."));

        Assert.Equal("arrived", await anna.State(path));
        var arrived = (await anna.Client.Page(path)).QuerySelector("#arrived")!.TextContent;
        Assert.Contains("Rufen Sie an.", arrived);
        Assert.Contains(outside, arrived);
        Assert.Contains(outside, (await server.MailTo(anna.Email, "arrived")).Text);
        Assert.DoesNotContain(outside, await jana.Client.GetStringAsync(path));
        await visitor.Page(link, HttpStatusCode.NotFound);
        Assert.Equal(1, await server.Db(db => db.KeptIntroductions.CountAsync(k => k.IntroductionId == Asks.IdOf(path))));
    }

    [Theory, BothDatabases]
    public async Task After_a_no_or_when_it_is_over_nothing_about_the_person_is_left(DatabaseKind kind)
    {
        // A relay takes the mails: what lies in the mail folder of a network without one is the receiver's own copy.
        foreach (var end in new[] { "refused", "expired", "withdrawn" })
        {
            await using var relay = new SmallRelay();
            await using var server = await GildeServer.Start((await Databases.New(kind)) with { Relay = new MailRelay("127.0.0.1", relay.Port, null, null, StartTls: false) });
            var (anna, jana, path, outside) = await Ask(server, "Kanarienperson");
            await jana.Client.SubmitOk(path + "/letter", ("name", "Kanarienname"), ("email", outside), ("words", "Kanarienwort"), ("language", "de"));
            var link = await Eventually.Get(() => Task.FromResult(LinkTo(relay, outside)), "the mail");
            var waiting = await anna.Client.Page(path);
            if (end == "refused") await server.Client().SubmitOk(link, ("answer", "decline"));
            if (end == "withdrawn") await anna.Client.SubmitOk(path + "/withdraw");
            if (end == "refused") Assert.Equal(waiting.QuerySelector("main")!.InnerHtml, (await anna.Client.Page(path)).QuerySelector("main")!.InnerHtml);
            if (end != "expired") Assert.Empty(await Traces(server, "Kanarienname", "Kanarienwort", outside));
            await server.Client().Page(link, end == "expired" ? HttpStatusCode.OK : HttpStatusCode.NotFound);

            // What the requester said of the person goes with the end of the 14 days, or with the withdrawal.
            if (end != "withdrawn") await server.Age(path, Duration.FromDays(15));
            if (end != "withdrawn") await server.Expire();
            Assert.Empty(await Traces(server, "Kanarienname", "Kanarienwort", "Kanarienperson", Asks.Wish, outside));
            await server.Client().Page(link, HttpStatusCode.NotFound);
            Assert.Equal(end == "withdrawn" ? "withdrawn" : "expired", await anna.State(path));
        }
    }

    [Theory, BothDatabases]
    public async Task Whether_the_address_belongs_to_a_member_is_told_to_nobody(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (member, blocker) = (await server.Member("Gerd Grün"), await server.Member("Bert Block"));
        var answers = new List<string>();
        foreach (var address in new[] { null, member.Email, blocker.Email })
        {
            var (anna, jana, path, outside) = await Ask(server);
            if (address == blocker.Email) await server.Block(blocker, anna);
            answers.Add(await Send(jana, path, address ?? outside) + await jana.State(path) + await anna.State(path));
            answers[^1] = answers[^1].Replace(path, "");
            if (address == member.Email) Assert.Contains("Lieber Gerd", (await server.MailTo(address, "introduce")).Text);
        }
        Assert.Single(answers.Distinct());
        Assert.DoesNotContain(server.MailsTo(blocker.Email), m => m.Subject.Contains("introduce"));
    }

    [Theory, BothDatabases]
    public async Task The_address_book_offers_whom_it_may_mean_and_the_mails_of_a_day_are_few(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (_, jana, path, _) = await Ask(server);
        await server.Db(async db =>
        {
            db.Add(new AddressBookEntry { OwnerId = jana.Id, Name = "Gerd Grün", SortName = PlainName.Of("Gerd Grün"), Emails = "gerd@gruen.example", AddedAt = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        var chip = (await jana.Client.Page(path)).QuerySelector(".chips a.chip")!.GetAttribute("href")!;
        Assert.Equal("gerd@gruen.example", (await jana.Client.Page(chip)).QuerySelector("input[name=email]")!.GetAttribute("value"));
        using var empty = await jana.Client.Submit(path + "/letter", ("name", "Gerd"), ("email", "nichts"), ("words", "Hallo"));
        var again = await empty.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Gerd", again.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal("Hallo", again.QuerySelector("textarea[name=words]")!.TextContent.Trim());
        await Send(jana, path, "a@firma.example");
        for (var i = 1; i <= 5; i++)
        {
            var other = await server.Member($"Frager {i}");
            await server.Connect(other, jana);
            await server.Settled();
            var next = await other.Client.SubmitOk("/introductions", ("over", jana.Handle), ("name", "Gerd"), ("wish", "x"));
            if (i < 5) await Send(jana, next, "a@firma.example");
            else
            {
                using var sixth = await jana.Client.Submit(next + "/letter", ("name", "Gerd"), ("email", "a@firma.example"), ("words", "Bleibt stehen"));
                Assert.InRange(sixth.Headers.RetryAfter!.Delta!.Value.TotalHours, 23, 24);
                Assert.Equal("Bleibt stehen", (await sixth.Document(HttpStatusCode.TooManyRequests)).QuerySelector("textarea[name=words]")!.TextContent.Trim());
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Whoever_takes_no_part_is_not_asked_for_somebody_outside_either_and_nobody_learns_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Jana Weber");
        await people[1].Client.SubmitOk("/settings/introductions", ("save", "1"), ("askers", "Anybody"));
        var path = await people[0].Client.SubmitOk("/introductions", ("over", people[1].Handle), ("name", "Gerd Grün"), ("wish", Asks.Wish));
        Assert.Equal("on its way", await people[0].State(path));
        Assert.Empty(await people[1].Waits());
        await people[1].Client.Page(path, HttpStatusCode.NotFound);
        await server.Settled();
        Assert.DoesNotContain(server.MailsTo(people[1].Email), m => m.Subject.Contains("Anna Berger", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Whom_to_ask_is_found_by_name(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Jana Weber", "Anna Berger", "Karl Ochs");
        Assert.Equal(["Karl Ochs"], (await people[1].Client.Page("/introductions/ask?q=och")).QuerySelectorAll("main .person-name").Select(n => n.TextContent.Trim()));
        Assert.Contains("No contact of yours is called that.", (await people[1].Client.Page("/introductions/ask?q=niemand")).Body!.TextContent);
    }

    private static async Task<(TestMember Anna, TestMember Jana, string Path, string Outside)> Ask(GildeServer server, string who = "Gerd Grün, Grün GmbH")
    {
        var people = await server.Chain("Anna Berger", "Jana Weber");
        var path = await people[0].Client.SubmitOk("/introductions", ("over", people[1].Handle), ("name", who), ("wish", Asks.Wish));
        return (people[0], people[1], path, $"gerd{Interlocked.Increment(ref counter)}@draussen.example");
    }

    private static Task<string> Send(TestMember jana, string path, string address) =>
        jana.Client.SubmitOk(path + "/letter", ("name", "Gerd Grün"), ("email", address), ("words", "Lieber Gerd, Anna ist gut."), ("language", "en"));

    /// <summary>The link of the mail to an address, as the relay took it.</summary>
    private static string? LinkTo(SmallRelay relay, string address) => relay.Taken.Where(m => m.Contains($"To: {address}", StringComparison.Ordinal))
        .Select(m => System.Text.RegularExpressions.Regex.Replace(m, "=\r?\n", "")).Select(m => System.Text.RegularExpressions.Regex.Match(m, "/introduced/[0-9a-f]{64}").Value).FirstOrDefault(l => l.Length > 0);

    /// <summary>Where in the database or the data folder one of these words stands.</summary>
    private static async Task<List<string>> Traces(GildeServer server, params string[] words)
    {
        var traces = new List<string>();
        await server.Db(async db =>
        {
            foreach (var table in ModelTable.All(db))
                foreach (var row in await db.Texts($"SELECT {string.Join(" || ' ' || ", table.Columns.Select(c => $"coalesce(CAST(\"{c.Name}\" AS text), '')"))} FROM \"{table.Name}\"", default))
                    traces.AddRange(words.Where(w => row.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{w} in {table.Name}"));
        });
        foreach (var file in Directory.EnumerateFiles(server.Settings.DataFolder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("gilde.db", StringComparison.Ordinal)))
            traces.AddRange(words.Where(w => File.ReadAllText(file).Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{w} in {file}"));
        return traces;
    }
}
