using Gilde.Web.Contacts;
using Gilde.Web.Tests.Live;

namespace Gilde.Web.Tests.Notifications;

public class NotificationLiveTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_bell_counts_while_the_page_is_open(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 3);
        await server.Do(db => db.Add(new Block { MemberId = anna.Id, BlockedId = others[2].Id, At = server.Clock.GetCurrentInstant() }));
        await using var window = await LiveWindow.Open(anna.Client, "/notifications");
        var post = await server.Post(anna);
        await server.React(others[2], anna, post);
        await server.Follow(others[0], anna);
        await window.Shows("id=\"count-bell\">1</span>");
        await window.Shows("target=\"notifications-new\"");
        await server.React(others[1], anna, post);
        await window.Shows("id=\"count-bell\">2</span>");

        // Read in another window.
        await anna.Client.SubmitOk("/notifications/read");
        await window.Shows("id=\"count-bell\" hidden");
        Assert.DoesNotContain("count-bell\">3<", window.Text);
    }

    [Theory, BothDatabases]
    public async Task The_stream_costs_few_queries_however_much_it_shows(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: QueryCount.Add);
        var (anna, others) = await NotificationTests.Some(server, 4);
        Assert.InRange(await anna.Client.QueriesOf("/settings"), 1, 1);
        for (var n = 0; n < 12; n++)
        {
            var post = await server.Post(anna);
            foreach (var other in others) await server.React(other, anna, post, (Gilde.Web.Posts.ReactionKind)(n % 4));
            await server.Comment(others[0], anna, post);
        }
        await server.Told();
        // Two of them are the counts of the navigation.
        Assert.InRange(await anna.Client.QueriesOf("/notifications"), 2, 8);
        Assert.InRange(await anna.Client.QueriesOf("/settings"), 1, 2);
    }
}
