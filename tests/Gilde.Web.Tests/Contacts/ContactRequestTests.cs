using Gilde.Web.Events;

namespace Gilde.Web.Tests.Contacts;

public class ContactRequestTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_is_asked_sees_who_and_why_and_accepting_makes_a_contact_of_both(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd, "Wir ziehen denselben Draht.");

        var page = await bernd.Client.Page("/contacts/requests");
        Assert.Contains("Anna Berger", page.Body!.TextContent);
        Assert.Contains("Wir ziehen denselben Draht.", page.Body.TextContent);
        Assert.Empty(await anna.ContactNames());
        await bernd.Accept(anna);

        Assert.Equal(["Bernd Ziegler"], await anna.ContactNames());
        Assert.Equal(["Anna Berger"], await bernd.ContactNames());
        Assert.Null(await bernd.RequestFrom(anna));
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.ContactAsked && e.ActorId == anna.Id && e.TargetId == bernd.Id)));
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.ContactMade && e.ActorId == bernd.Id && e.TargetId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_reason_is_required_and_short(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        foreach (var reason in new[] { "", "   ", new string('x', 501) })
        {
            using var response = await anna.Client.Submit("/contacts/requests", ("to", bernd.Id.ToString()), ("reason", reason));
            var page = await response.Document(HttpStatusCode.UnprocessableEntity);
            Assert.NotNull(page.QuerySelector("#f-reason-error"));
            Assert.Equal(reason.Trim(), page.QuerySelector("textarea[name=reason]")!.TextContent.Trim());
        }
        Assert.Null(await bernd.RequestFrom(anna));
        await anna.Ask(bernd, new string('ü', 500));
        Assert.NotNull(await bernd.RequestFrom(anna));
    }

    [Theory, BothDatabases]
    public async Task A_decline_leaves_no_trace_and_asking_again_does_nothing_for_90_days(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd);
        var before = (await anna.Client.Page("/contacts/requests")).QuerySelector("#asked")!.TextContent;
        var request = await bernd.RequestFrom(anna);
        await bernd.Client.SubmitOk($"/contacts/requests/{request}/decline");

        Assert.Equal(before, (await anna.Client.Page("/contacts/requests")).QuerySelector("#asked")!.TextContent);
        await anna.Client.SubmitOk($"/contacts/requests/{request}/withdraw");
        Assert.Equal($"/@{bernd.Handle}", await anna.Ask(bernd, "Noch einmal"));
        Assert.Contains("Noch einmal", (await anna.Client.Page("/contacts/requests")).QuerySelector("#asked")!.TextContent);
        Assert.Null(await bernd.RequestFrom(anna));
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.ActorId == anna.Id && e.TargetId == bernd.Id)));

        var long_ago = server.Clock.GetCurrentInstant() - Duration.FromDays(91);
        await server.Db(db => db.ContactRequests.Where(r => r.Id == request).ExecuteUpdateAsync(u => u.SetProperty(r => r.DeclinedAt, long_ago)));
        await anna.Ask(bernd, "Nach langer Zeit");
        Assert.NotNull(await bernd.RequestFrom(anna));
    }

    [Theory, BothDatabases]
    public async Task Who_asks_somebody_who_has_asked_them_says_yes_even_after_a_no(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd);
        await bernd.Client.SubmitOk($"/contacts/requests/{await bernd.RequestFrom(anna)}/decline");
        await bernd.Ask(anna);
        Assert.Equal(2, await server.ContactRows(anna, bernd));
    }

    [Theory, BothDatabases]
    public async Task A_withdrawn_request_can_no_longer_be_accepted(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd);
        var request = await bernd.RequestFrom(anna);
        await anna.Client.SubmitOk($"/contacts/requests/{request}/withdraw");
        using var response = await bernd.Client.Submit($"/contacts/requests/{request}/accept");
        await response.Document(HttpStatusCode.NotFound);
        Assert.Equal(0, await server.ContactRows(anna, bernd));
    }

    [Theory, BothDatabases]
    public async Task Others_can_neither_answer_nor_withdraw(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd, carla) = (await server.Member(), await server.Member("Bernd Ziegler"), await server.Member("Carla Mück"));
        await anna.Ask(bernd);
        var request = await bernd.RequestFrom(anna);
        foreach (var (who, verb) in new[] { (carla, "accept"), (carla, "decline"), (carla, "withdraw"), (anna, "accept"), (anna, "decline"), (bernd, "withdraw") })
        {
            using var response = await who.Client.Submit($"/contacts/requests/{request}/{verb}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
        Assert.Equal(request, await bernd.RequestFrom(anna));
    }

    [Theory, BothDatabases]
    public async Task Of_many_accepts_and_a_withdrawal_at_once_one_truth_comes_out(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 6; round++)
        {
            var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
            await anna.Ask(bernd);
            var request = await bernd.RequestFrom(anna);
            var accepts = Enumerable.Range(0, 4).Select(_ => bernd.Client.Submit($"/contacts/requests/{request}/accept"));
            var withdraw = anna.Client.Submit($"/contacts/requests/{request}/withdraw");
            var answers = await Task.WhenAll(accepts.Append(withdraw));

            var accepted = answers[..4].Select(a => a.StatusCode).Distinct().ToList();
            Assert.Single(accepted);
            var wasAccepted = accepted[0] == HttpStatusCode.SeeOther;
            Assert.Equal(wasAccepted ? HttpStatusCode.NotFound : HttpStatusCode.SeeOther, answers[4].StatusCode);
            Assert.Equal(wasAccepted ? 2 : 0, await server.ContactRows(anna, bernd));
            Assert.Equal(wasAccepted ? 1 : 0, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.ContactMade && e.ActorId == bernd.Id)));
        }
    }

    [Theory, BothDatabases]
    public async Task Two_who_ask_each_other_at_once_are_in_contact(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 6; round++)
        {
            var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
            await Task.WhenAll(anna.Ask(bernd), bernd.Ask(anna));
            Assert.Equal(2, await server.ContactRows(anna, bernd));
        }
    }

    [Theory, BothDatabases]
    public async Task Accepting_somebody_who_became_a_contact_otherwise_closes_the_request(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd);
        await server.AreContacts(anna, bernd);

        await bernd.Accept(anna);

        Assert.Null(await bernd.RequestFrom(anna));
        Assert.Equal(2, await server.ContactRows(anna, bernd));
        Assert.False(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.ContactMade && e.ActorId == bernd.Id)));
    }
}
