using Gilde.Web.Groups;
using Gilde.Web.Tests.Posts;

namespace Gilde.Web.Tests.Groups;

/// <summary>Whether what is said in a group comes into the feed.</summary>
public class FollowGroupTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task One_reads_an_open_group_in_the_feed_without_belonging_to_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Fremd"));
        var path = await anna.Found($"Zum Mitlesen {anna.Id}");
        var words = $"Für alle, die folgen {anna.Id}";
        await anna.Client.SubmitOk("/posts", ("group", path[8..]), ("text", words));
        Assert.DoesNotContain(words, await ben.Feed());
        Assert.NotNull((await ben.Client.Page(path)).QuerySelector($"form[action='{path}/follow'] input[name=on][value=true]"));
        await ben.Client.SubmitOk(path + "/follow", ("on", "true"));
        await ben.Client.SubmitOk(path + "/follow", ("on", "true"));
        Assert.Contains(words, await ben.Feed());
        Assert.NotNull((await ben.Client.Page("/following")).QuerySelector($"#groups a[href='{path}']"));
        Assert.NotNull((await ben.Client.Page(path)).QuerySelector($"form[action='{path}/follow'] input[name=on][value=false]"));
        // Following is not belonging.
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try("/posts", ("group", path[8..]), ("text", "Hallo")));
        await ben.Client.SubmitOk(path + "/follow", ("on", "false"));
        Assert.DoesNotContain(words, await ben.Feed());
        await ben.Client.SubmitOk(path + "/follow", ("on", "true"));
        await anna.Client.SubmitOk(path + "/settings", Founding.Form($"Zum Mitlesen {anna.Id}", "secret"));
        Assert.DoesNotContain(words, await ben.Feed());
        Assert.Null((await ben.Client.Page("/following")).QuerySelector($"#groups a[href='{path}']"));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/follow", ("on", "true")));
    }

    [Theory]
    [BothDatabases("onrequest")]
    [BothDatabases("closed")]
    [BothDatabases("secret")]
    public async Task Nobody_follows_what_they_may_not_read(DatabaseKind kind, string of)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Fremd"));
        var path = await anna.Found($"Zu {anna.Id}", of);
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/follow", ("on", "true")));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Try(path + "/mute", ("on", "true")));
        if (of != "secret") Assert.Null((await ben.Client.Page(path)).QuerySelector($"form[action='{path}/follow']"));
    }

    [Theory, BothDatabases]
    public async Task Members_keep_a_group_out_of_their_feed_and_let_it_in_again(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Drin"));
        var path = await anna.Found($"Zu viel {anna.Id}", "open");
        await ben.Join(path);
        var words = $"Schon wieder {anna.Id}";
        await anna.Client.SubmitOk("/posts", ("group", path[8..]), ("text", words));
        Assert.Contains(words, await ben.Feed());
        await ben.Client.SubmitOk(path + "/mute", ("on", "true"));
        Assert.DoesNotContain(words, await ben.Feed());
        Assert.NotNull((await ben.Client.Page(path)).QuerySelector($"form[action='{path}/mute'] input[name=on][value=false]"));
        // A member does not follow beside that.
        await ben.Client.SubmitOk(path + "/follow", ("on", "true"));
        Assert.DoesNotContain(words, await ben.Feed());
        await ben.Client.SubmitOk(path + "/mute", ("on", "false"));
        Assert.Contains(words, await ben.Feed());
        Assert.Null((await server.Seat(path, ben))!.MutedAt);
    }
}
