using Gilde.Web.Contacts;
using Gilde.Web.Events;

namespace Gilde.Web.Tests.Contacts;

public class BlockTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_block_ends_everything_between_two_and_hides_each_from_the_other(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var mail = await anna.AddField(CardFieldKind.Email, "anna@firma.example");
        await anna.Ask(bernd, "Guten Tag", mail);
        await bernd.Accept(anna);
        await anna.Client.SubmitOk($"/members/{bernd.Id}/block");

        Assert.Equal(0, await server.ContactRows(anna, bernd));
        Assert.False(await server.Db(db => db.CardReleases.AnyAsync(r => r.ToId == bernd.Id)));
        Assert.False(await server.Db(db => db.ContactRequests.AnyAsync(r => r.FromId == anna.Id)));
        foreach (var (me, other) in new[] { (anna, bernd), (bernd, anna) })
        {
            Assert.Empty(await me.ContactNames());
            await me.Client.Page($"/contacts/{other.Id}", HttpStatusCode.NotFound);
            await me.Client.Page($"/contacts/ask/{other.Id}", HttpStatusCode.NotFound);
        }
        Assert.Contains("Bernd Ziegler", await anna.Client.GetStringAsync("/settings/blocks"));
        Assert.DoesNotContain("Anna", (await bernd.Client.Page("/settings/blocks")).QuerySelector("main")!.TextContent);
        Assert.Equal([EventKinds.ContactRemoved, EventKinds.Blocked],
            await server.Db(db => db.Events.Where(e => e.ActorId == anna.Id && e.TargetId == bernd.Id && e.Kind != EventKinds.ContactAsked).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));

        await anna.Client.SubmitOk($"/settings/blocks/{bernd.Id}/remove");
        await bernd.Ask(anna);
        Assert.NotNull(await anna.RequestFrom(bernd));
    }

    [Theory, BothDatabases]
    public async Task Who_is_blocked_gets_the_answer_of_an_unknown_member(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await anna.Client.SubmitOk($"/members/{bernd.Id}/block");
        var blocked = await Answer(bernd, $"{anna.Id}");
        Assert.Equal(HttpStatusCode.NotFound, blocked.Status);
        Assert.Equal(await Answer(bernd, "999999999"), blocked);
        Assert.Equal(await Answer(bernd, "nobody.at-all"), blocked);
        using var back = await bernd.Client.Submit($"/members/{anna.Id}/block");
        Assert.Equal(HttpStatusCode.NotFound, back.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Who_is_asked_may_block_instead_of_answering(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await anna.Ask(bernd);
        await bernd.Client.SubmitOk($"/members/{anna.Id}/block");
        Assert.Null(await bernd.RequestFrom(anna));
        Assert.DoesNotContain("Bernd Ziegler", (await anna.Client.Page("/contacts/requests")).QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Removing_takes_both_sides_and_all_releases_and_tells_nobody(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var (mine, theirs) = (await anna.AddField(CardFieldKind.Email, "anna@firma.example"), await bernd.AddField(CardFieldKind.Phone, "02352 5550134"));
        await anna.Ask(bernd, "Guten Tag", mine);
        await bernd.Accept(anna, theirs);
        await bernd.Client.SubmitOk($"/contacts/{anna.Id}/remove");
        Assert.Equal(0, await server.ContactRows(anna, bernd));
        Assert.False(await server.Db(db => db.CardReleases.AnyAsync(r => r.ToId == anna.Id || r.ToId == bernd.Id)));
        using var again = await bernd.Client.Submit($"/contacts/{anna.Id}/remove");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        await anna.Ask(bernd, "Noch einmal");
        await bernd.Accept(anna);
        Assert.Empty(await bernd.CardOf(anna));
    }

    private static async Task<(HttpStatusCode Status, string Words)> Answer(TestMember member, string to)
    {
        using var response = await member.Client.Submit("/contacts/requests", ("to", to), ("reason", "Guten Tag"));
        var page = await response.Document(HttpStatusCode.NotFound);
        return (response.StatusCode, page.QuerySelector("main")!.TextContent);
    }
}
