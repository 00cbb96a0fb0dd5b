using Gilde.Web.Introductions.Asking;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Introductions.Asking;

public class HandToHandTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task From_the_first_to_the_target_with_everybodys_words_and_then_the_two_talk(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        var before = new[] { await server.StrengthOf(anna, jana), await server.StrengthOf(jana, carl) };
        var path = await anna.AskOver(jana, carl);
        Assert.Equal("on its way", await anna.State(path));

        var mail = await server.MailTo(jana.Email, "Carl Roth");
        Assert.Contains(Asks.Wish, mail.Text);
        Assert.Equal(path, mail.Link("/introductions/"));
        var asked = await jana.Client.Page(path);
        Assert.Equal("Anna Berger would like to reach Carl Roth", asked.QuerySelector("h1")!.TextContent);
        Assert.Equal(Asks.Wish, asked.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("1", (await jana.Client.Page("/")).QuerySelector("#count-route")!.TextContent);
        Assert.Equal(["Anna Berger would like to reach Carl Roth"], await jana.Waits());

        await jana.Pass(path, "Anna kenne ich seit Jahren.");
        Assert.Empty(await jana.Waits());
        Assert.Equal("passed on", await jana.State(path));
        var helped = await jana.Client.Json(path);
        Assert.Equal("on its way", await anna.State(path));
        Assert.Contains("Anna kenne ich seit Jahren.", (await server.MailTo(carl.Email, "Anna Berger")).Text);
        var arrived = await carl.Client.Page(path);
        Assert.Equal("Anna Berger would like to get to know you", arrived.QuerySelector("h1")!.TextContent);
        Assert.Contains("You have this from Jana Weber.", arrived.Body!.TextContent);
        Assert.Equal([Asks.Wish, "Anna kenne ich seit Jahren."], arrived.QuerySelectorAll("blockquote").Select(q => q.TextContent));

        var talk = await carl.Accept(path, "Gern, rufen Sie mich an.");
        Assert.StartsWith("/messages/", talk);
        foreach (var one in new[] { anna, carl })
        {
            var thread = (await one.Client.Page(talk)).QuerySelector(".thread")!.TextContent;
            foreach (var words in new[] { Asks.Wish, "It came over Jana Weber: “Anna kenne ich seit Jahren.”", "Gern, rufen Sie mich an." }) Assert.Contains(words, thread);
        }
        // What became of it, who passed it on learns with the thanks.
        Assert.Equal(helped, await jana.Client.Json(path));
        await anna.WriteTo(carl, "Vielen Dank!");
        await carl.WriteTo(anna, "Bis bald.");
        Assert.Equal("arrived", await anna.State(path));
        Assert.Contains("Carl Roth has accepted", (await server.MailTo(anna.Email, "arrived")).Text);
        Assert.NotNull((await anna.Client.Page(path)).QuerySelector($"a[href='/contacts/ask/{carl.Id}']"));
        Assert.Equal(2, await server.Db(db => db.KeptIntroductions.CountAsync(k => k.IntroductionId == Asks.IdOf(path))));
        await server.Settled();
        Assert.True(await server.StrengthOf(anna, jana) > before[0] && await server.StrengthOf(jana, carl) > before[1], "A kept introduction warms the ties on its way.");
    }

    [Theory, BothDatabases]
    public async Task On_three_hops_each_learns_no_more_than_their_neighbours(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth") is not [var anna, var jana, var ferdinand, var carl]) return;
        var path = await anna.AskOver(jana, carl, hops: 3);
        Assert.DoesNotContain("Ferdinand", await anna.Client.GetStringAsync(path));
        Assert.Contains("Pass on to Ferdinand Mitte", (await jana.Client.Page(path)).Body!.TextContent);
        await ferdinand.Client.Page(path, HttpStatusCode.NotFound);

        await jana.Pass(path, "Wort von Jana.");
        var middle = (await ferdinand.Client.Page(path)).Body!.TextContent;
        Assert.Contains("Jana Weber adds:", middle);
        Assert.Contains("Pass on to Carl Roth", middle);
        Assert.DoesNotContain("Ferdinand", await anna.Client.GetStringAsync(path));
        await carl.Client.Page(path, HttpStatusCode.NotFound);

        await ferdinand.Pass(path);
        var end = (await carl.Client.Page(path)).Body!.TextContent;
        Assert.Contains("You have this from Ferdinand Mitte.", end);
        Assert.Contains("Wort von Jana.", end);
        Assert.Contains("Added on the way:", end);
        Assert.DoesNotContain("Jana Weber", end);
        Assert.DoesNotContain("Jana Weber", await carl.Client.Json(path));
        Assert.DoesNotContain("Ferdinand", await anna.Client.GetStringAsync(path));

        await carl.Accept(path);
        Assert.Equal(["Jana Weber", "Ferdinand Mitte"], (await anna.Client.Page(path)).QuerySelectorAll("#helpers .person-name").Select(n => n.TextContent.Trim()));
        Assert.Equal(3, await server.Db(db => db.KeptIntroductions.CountAsync(k => k.IntroductionId == Asks.IdOf(path))));
    }

    [Theory, BothDatabases]
    public async Task Write_to_them_directly_reaches_the_requester_with_the_mention(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        var path = await anna.AskOver(jana, carl);
        await jana.Client.SubmitOk(path + "/refer", ("words", "Er ist nett."));
        Assert.Equal("may write directly", await jana.State(path));
        Assert.Contains("Jana Weber suggests that you write to Carl Roth", (await server.MailTo(anna.Email, "directly")).Text);
        var page = await anna.Client.Page(path);
        Assert.Contains("Er ist nett.", page.QuerySelector("#referred")!.TextContent);
        var form = await anna.Client.Page(page.QuerySelector("#referred a.btn")!.GetAttribute("href")!);
        Assert.Equal("Jana Weber suggested that I write to you.", form.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        // To the target she stays a stranger, with one message until it is answered.
        await anna.WriteTo(carl, "Guten Tag", "Jana Weber suggested that I write to you.");
        await anna.Client.Submit("/messages", ("to", carl.Handle), ("text", "Noch eine"));
        Assert.Equal(1, await server.Db(db => db.Messages.CountAsync(m => m.SenderId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task Withdrawn_it_is_gone_for_whoever_holds_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        var path = await anna.AskOver(jana, carl);
        await anna.Client.SubmitOk(path + "/withdraw");
        Assert.Equal("withdrawn", await anna.State(path));
        await jana.Client.Page(path, HttpStatusCode.NotFound);
        Assert.Empty(await jana.Waits());
        Assert.Equal(HttpStatusCode.NotFound, await jana.Try(path + "/pass"));
        using var late = await jana.Client.Submit(path + "/pass", ("words", ""));
        Assert.Contains("no longer there", (await late.Document(HttpStatusCode.NotFound)).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task What_is_asked_is_checked_and_kept_in_the_form(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        using var empty = await anna.Client.Submit("/introductions", Asks.Form(jana, carl, wish: " "));
        Assert.Contains("Please say what you want and why.", (await empty.Document(HttpStatusCode.UnprocessableEntity)).Body!.TextContent);
        var tooLong = new string('x', Introduction.MaxWish + 1);
        using var far = await anna.Client.Submit("/introductions", Asks.Form(jana, carl, wish: tooLong));
        Assert.Equal(tooLong, (await far.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("textarea[name=wish]")!.TextContent.Trim());
        var path = await anna.AskOver(jana, carl);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await jana.Try(path + "/pass", ("words", new string('y', Introduction.MaxWords + 1))));
        Assert.Equal(path, await anna.AskOver(jana, carl));
        Assert.Equal(1, await server.Db(db => db.Introductions.CountAsync(i => i.RequesterId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task Thanks_reach_all_on_the_way_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth") is not [var anna, var jana, var ferdinand, var carl]) return;
        var path = await anna.AskOver(jana, carl, hops: 3);
        await jana.Pass(path);
        await ferdinand.Pass(path);
        Assert.Equal(HttpStatusCode.NotFound, await anna.Try(path + "/thanks", ("words", "Zu früh")));
        await carl.Accept(path);
        Assert.Contains("Carl Roth", (await anna.Client.Page(path)).QuerySelector("textarea[name=words]")!.TextContent);
        await anna.Client.SubmitOk(path + "/thanks", ("words", "Herzlichen Dank euch beiden!"));
        await anna.Client.SubmitOk(path + "/thanks", ("words", "Noch einmal"));
        foreach (var helper in new[] { jana, ferdinand })
        {
            Assert.Contains("Herzlichen Dank euch beiden!", (await helper.Client.Page(path)).QuerySelector("#thanks")!.TextContent);
            Assert.Contains("Herzlichen Dank euch beiden!", (await server.MailTo(helper.Email, "thanks")).Text);
            Assert.Contains("thanked", (await helper.Client.Page("/introductions/passed")).Body!.TextContent);
        }
        Assert.Null((await carl.Client.Page(path)).QuerySelector("#thanks"));
        Assert.Equal(1, await server.Db(db => db.IntroductionThanks.CountAsync(t => t.IntroductionId == Asks.IdOf(path))));
    }

    [Theory, BothDatabases]
    public async Task Of_one_that_did_not_arrive_the_last_word_alone_is_read(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth") is not [var anna, var jana, var ferdinand, var carl]) return;
        var path = await anna.AskOver(jana, carl, hops: 3);
        await jana.Pass(path, "Nur unter uns: er redet viel.");
        await ferdinand.Client.SubmitOk(path + "/refer", ("words", "Schreib ihm."));
        var page = (await anna.Client.Page(path)).QuerySelector("#referred")!.TextContent;
        Assert.Contains("Ferdinand Mitte suggests", page);
        Assert.Contains("Schreib ihm.", page);
        Assert.DoesNotContain("redet viel", await anna.Client.GetStringAsync(path) + await anna.Client.Json(path));
        await server.Block(ferdinand, anna);
        var after = (await anna.Client.Page(path)).QuerySelector("#referred")!.TextContent;
        Assert.Contains("You may write to Carl Roth directly.", after);
        Assert.DoesNotContain("Jana Weber", after);
    }

    [Theory, BothDatabases]
    public async Task The_conversation_names_nobody_who_does_not_exist_for_both(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth") is not [var anna, var jana, var ferdinand, var carl]) return;
        var path = await anna.AskOver(jana, carl, hops: 3);
        await jana.Pass(path, "Kanarienwort.");
        await ferdinand.Pass(path, "Wort von Ferdinand.");
        await server.Block(ferdinand, anna);
        var talk = await carl.Accept(path);
        foreach (var one in new[] { anna, carl })
        {
            var thread = await one.Client.GetStringAsync(talk) + await one.Client.Json(talk);
            Assert.Contains("Kanarienwort.", thread);
            Assert.DoesNotContain("Ferdinand", thread);
        }
        await server.Block(jana, carl);
        Assert.DoesNotContain("Jana Weber", await carl.Client.GetStringAsync(talk) + await carl.Client.Json(talk));
        Assert.Contains("It came over Jana Weber", (await anna.Client.Page(talk)).QuerySelector(".thread")!.TextContent);

        await server.Erase(jana);
        Assert.DoesNotContain("Jana", await anna.Client.GetStringAsync(talk) + await anna.Client.Json(talk));
        Assert.False(await server.Db(db => db.Messages.AnyAsync(m => m.Body.Contains("Kanarienwort"))));
    }

    [Theory, BothDatabases]
    public async Task Who_cannot_ask_now_learns_it_before_they_write_and_an_untouched_draft_is_not_sent(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        var form = $"/introductions/ask?over={jana.Handle}&to={carl.Handle}&hops=2";
        var draft = (await anna.Client.Page(form)).QuerySelector("textarea[name=wish]")!.TextContent.Trim();
        using var untouched = await anna.Client.Submit("/introductions", Asks.Form(jana, carl, wish: draft));
        Assert.Contains("Please write what it is about.", (await untouched.Document(HttpStatusCode.UnprocessableEntity)).Body!.TextContent);
        var path = await anna.AskOver(jana, carl);
        using var again = await anna.Client.GetAsync(form);
        Assert.Equal((HttpStatusCode.SeeOther, path), (again.StatusCode, again.Headers.Location?.ToString()));
        foreach (var who in new[] { "Gerd", "Gisa" }) await anna.Client.SubmitOk("/introductions", ("over", jana.Handle), ("name", who), ("wish", "x"));
        Assert.Contains("You have 3 introductions on their way.", (await anna.Client.Page($"/introductions/ask?over={jana.Handle}")).QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Times_are_written_out_for_programs(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        if (await server.Chain("Anna Berger", "Jana Weber", "Carl Roth") is not [var anna, var jana, var carl]) return;
        var path = await anna.AskOver(jana, carl);
        foreach (var (who, address) in new[] { (anna, path), (anna, "/introductions/requests"), (jana, "/introductions/waiting") })
            Assert.Matches("\"(askedAt|at)\":\"20\\d\\d-", await who.Client.Json(address));
    }
}
