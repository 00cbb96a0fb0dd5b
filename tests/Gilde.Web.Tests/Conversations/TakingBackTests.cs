namespace Gilde.Web.Tests.Conversations;

public class TakingBackTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_message_can_be_taken_back_for_ten_minutes_by_its_sender(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "Das war ein Versehen");
        var path = (await anna.Client.Page(talk)).QuerySelector("form[action$='/remove']")!.GetAttribute("action")!;
        using (var foreign = await bert.Client.Submit(path)) Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        await anna.Client.SubmitOk(path);
        Assert.Equal(["Message taken back"], await bert.Said(talk));
        Assert.DoesNotContain("Versehen", await bert.Client.GetStringAsync("/messages") + await bert.Client.Json(talk));
        using (var again = await anna.Client.Submit(path)) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        await anna.Client.SubmitOk(talk, ("text", "Alte Nachricht"));
        var id = await server.Db(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.ConversationId == Talks.IdOf(talk) && m.Body == "Alte Nachricht");
            db.Entry(message).Property(m => m.SentAt).CurrentValue = message.SentAt - Duration.FromMinutes(11);
            await db.SaveChangesAsync();
            return message.Id;
        });
        Assert.Null((await anna.Client.Page(talk)).QuerySelector("form[action$='/remove']"));
        using var late = await anna.Client.Submit($"{talk}/{id}/remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_muted_conversation_counts_for_nothing_and_one_put_away_comes_back_with_news(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "eins");
        await bert.Client.SubmitOk(talk + "/mute");
        await bert.Client.SubmitOk(talk + "/put-away");
        Assert.Empty((await bert.Client.Page("/messages")).QuerySelectorAll(".conversation"));
        await anna.Client.SubmitOk(talk, ("text", "zwei"));
        var list = await bert.Client.Page("/messages");
        Assert.Single(list.QuerySelectorAll(".conversation"));
        Assert.True(list.QuerySelector("#count-messages-square")!.HasAttribute("hidden"));
        await bert.Client.SubmitOk(talk + "/mute", ("on", "false"));
        Assert.Equal("1", (await bert.Client.Page("/messages")).QuerySelector("#count-messages-square")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task With_a_first_message_goes_the_reason_for_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var talk = await anna.WriteTo(bert, "Das war ein Versehen", "Ein peinlicher Anlass");
        Assert.Contains("peinlicher", await bert.Client.Json(talk));
        await anna.Client.SubmitOk((await anna.Client.Page(talk)).QuerySelector("form[action$='/remove']")!.GetAttribute("action")!);
        Assert.DoesNotContain("peinlicher", await bert.Client.Json(talk));
        Assert.Equal("", await server.Db(db => db.FirstMessages.Where(f => f.FromId == anna.Id).Select(f => f.Reason).SingleAsync()));
    }
}
