using System.Text.Json;

namespace Gilde.Web.Tests.Contacts;

public class QrCodeTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Scanning_asks_as_met_in_person_and_both_confirmed_is_a_meeting(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        var path = await Code(anna);
        Assert.NotNull((await anna.Client.Page("/card")).QuerySelector("svg.qr path"));

        var page = await bernd.Client.Page(path);
        Assert.Contains("Anna Berger", page.Body!.TextContent);
        await bernd.Client.SubmitOk(path, ("reason", page.QuerySelector("textarea")!.TextContent.Trim()));
        Assert.Contains("As soon as Anna Berger confirms", (await bernd.Client.Page(path)).Body!.TextContent);

        var requests = await anna.Client.Page("/contacts/requests");
        Assert.NotNull(requests.QuerySelector("input[name=met][checked]"));
        await anna.Client.SubmitOk($"/contacts/requests/{await anna.RequestFrom(bernd)}/accept", ("met", "true"));
        Assert.NotNull((await server.Side(anna, bernd)).MetAt);
        Assert.Equal((await server.Side(anna, bernd)).MetAt, (await server.Side(bernd, anna)).MetAt);
    }

    [Theory, BothDatabases]
    public async Task Without_the_others_word_it_is_a_contact_and_no_meeting(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await bernd.Client.SubmitOk(await Code(anna), ("reason", "Messe"));
        await anna.Accept(bernd);
        Assert.Null((await server.Side(anna, bernd)).MetAt);
        Assert.Contains("says that you have met", (await anna.Client.Page($"/contacts/{bernd.Id}")).Body!.TextContent);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/met");
        Assert.NotNull((await server.Side(bernd, anna)).MetAt);
        Assert.Null((await server.Side(bernd, anna)).SaysMetAt);
    }

    [Theory, BothDatabases]
    public async Task Two_who_scan_each_other_have_met(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await bernd.Client.SubmitOk(await Code(anna), ("reason", "Messe"));
        await anna.Client.SubmitOk(await Code(bernd));
        Assert.NotNull((await server.Side(anna, bernd)).MetAt);
    }

    [Theory, BothDatabases]
    public async Task Contacts_who_scan_say_that_they_met(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.AreContacts(anna, bernd);
        var page = await bernd.Client.Page(await Code(anna));
        await bernd.Client.SubmitOk(page.QuerySelector("form.actions")!.GetAttribute("action")!);
        Assert.Null((await server.Side(anna, bernd)).MetAt);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/met");
        Assert.NotNull((await server.Side(anna, bernd)).MetAt);
    }

    [Theory, BothDatabases]
    public async Task Visitors_are_shown_the_way_in_and_come_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var path = await Code(await server.Member("Anna Berger"));
        var page = await server.Client().Page(path);
        var next = Uri.EscapeDataString(path);
        Assert.NotNull(page.QuerySelector($"main a[href='/signin?next={next}']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/signup?next={next}']"));
        Assert.Null(page.QuerySelector("main form"));
    }

    [Theory, BothDatabases]
    public async Task Visitors_do_not_learn_whose_closed_profile_it_is(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Verschlossen");
        var now = server.Clock.GetCurrentInstant();
        await server.Db(db => db.Members.Where(m => m.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(m => m.ClosedAt, now)));
        var page = await server.Client().Page(await Code(anna));
        Assert.DoesNotContain("Verschlossen", page.DocumentElement.OuterHtml);
        Assert.NotNull(page.QuerySelector("main a[href^='/signin']"));
    }

    [Theory, BothDatabases]
    public async Task A_new_code_makes_the_old_one_worthless(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var old = await Code(anna);
        Assert.Equal(old, await Code(anna));
        await anna.Client.SubmitOk("/card/renew");
        await bernd.Client.Page(old, HttpStatusCode.NotFound);
        await bernd.Client.Page(await Code(anna));
        await anna.Client.SubmitOk($"/members/{bernd.Id}/block");
        await bernd.Client.Page(await Code(anna), HttpStatusCode.NotFound);
        using var own = await anna.Client.GetAsync(await Code(anna));
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    private static async Task<string> Code(TestMember member)
    {
        using var answer = JsonDocument.Parse(await member.Client.Json("/card"));
        return new Uri(answer.RootElement.GetProperty("address").GetString()!).AbsolutePath;
    }
}
