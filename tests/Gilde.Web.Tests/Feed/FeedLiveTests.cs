using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Live;

namespace Gilde.Web.Tests.Feed;

public class FeedLiveTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Open_feeds_of_contacts_and_followers_hear_that_there_is_something_new(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carl, dora) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carl Roth"), await server.Member("Dora Fremd"));
        await server.Connect(anna, bert);
        await carl.Client.SubmitOk($"/@{anna.Handle}/follow", ("on", "true"));
        await using var berts = await LiveWindow.Open(bert.Client, "/");
        await using var carls = await LiveWindow.Open(carl.Client, "/");
        await using var doras = await LiveWindow.Open(dora.Client, "/");
        await anna.Client.SubmitOk("/posts", ("text", "Guten Morgen"));
        await berts.Shows($"target=\"{Gilde.Web.Feed.FeedNews.Target}\"");
        await carls.Shows($"target=\"{Gilde.Web.Feed.FeedNews.Target}\"");
        Assert.False(berts.HasEnded);
        Assert.DoesNotContain(Gilde.Web.Feed.FeedNews.Target, doras.Text);
    }

    [Theory, BothDatabases]
    public async Task A_recommendation_that_brings_something_new_is_announced_as_well(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, dora) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Dora Fremd"));
        await server.Connect(anna, bert);
        var post = await dora.Client.SubmitOk("/posts", ("text", "Guten Morgen"));
        await using var berts = await LiveWindow.Open(bert.Client, "/");
        await using var doras = await LiveWindow.Open(dora.Client, "/");
        await anna.Client.SubmitOk(post + "/react", ("kind", "helpful"));
        await berts.Shows($"target=\"{Gilde.Web.Feed.FeedNews.Target}\"");
        Assert.DoesNotContain(Gilde.Web.Feed.FeedNews.Target, doras.Text);
    }
}
