using System.Text.RegularExpressions;
using Gilde.Web.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Introductions.Asking;

/// <summary>A no, a block, a hidden contact, a suspension, a deletion and no answer are one and the same to the requester, to the end of the 14 days and after.</summary>
public partial class SilenceTests(Servers servers)
{
    private static readonly string[] Ways = ["nothing", "declined", "declined at the end", "blocked", "hidden", "parted", "suspended", "target suspended", "erased", "target erased", "stopped taking part"];

    [Theory, BothDatabases]
    public async Task The_requester_cannot_tell_one_silence_from_another(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var seen = new Dictionary<string, string>();
        foreach (var way in Ways)
        {
            var (anna, path) = await Ask(server, way);
            Assert.Equal("on its way", await anna.State(path));
            var onTheWay = await Read(anna, path);
            await server.Age(path, Duration.FromDays(14) + Duration.FromSeconds(1));
            Assert.Equal("expired", await anna.State(path));
            var over = await Read(anna, path);
            await server.Expire();
            Assert.Equal(over, await Read(anna, path));
            seen[way] = onTheWay + over;
        }
        Assert.All(Ways, way => Assert.Equal(seen["nothing"], seen[way]));
    }

    [Theory, BothDatabases]
    public async Task The_names_of_the_erased_are_gone_within_a_month(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        foreach (var way in new[] { "erased", "target erased" })
        {
            var (anna, path) = await Ask(server, way);
            await server.Age(path, Duration.FromDays(28) + Duration.FromSeconds(1));
            await server.Expire();
            var seen = await Read(anna, path);
            Assert.Equal(way == "erased", !seen.Contains("Jana Weber"));
            Assert.Equal(way == "target erased", !seen.Contains("Carl Roth"));
            Assert.Equal("expired", await anna.State(path));
        }
        var (other, kept) = await Ask(server, "nothing");
        await server.Age(kept, Duration.FromDays(60));
        await server.Expire();
        Assert.Contains("Jana Weber", await Read(other, kept));
    }

    private static async Task<(TestMember Anna, string Path)> Ask(GildeServer server, string way)
    {
        var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
        var (anna, jana, carl) = (people[0], people[1], people[2]);
        var path = await anna.AskOver(jana, carl);
        switch (way)
        {
            case "declined":
                await jana.Decline(path);
                break;
            case "declined at the end":
                await jana.Pass(path);
                await carl.Decline(path);
                break;
            case "blocked":
                await server.Block(carl, anna);
                await jana.Client.Submit(path + "/pass", ("words", ""));
                break;
            case "hidden":
                await server.Hide(carl, jana);
                await jana.Pass(path);
                break;
            case "parted":
                await server.Part(jana, carl);
                await jana.Pass(path);
                break;
            case "suspended":
                await server.Suspend(jana);
                break;
            case "target suspended":
                await server.Suspend(carl);
                break;
            case "erased":
                await server.Erase(jana);
                break;
            case "target erased":
                await server.Erase(carl);
                break;
            case "stopped taking part":
                await jana.Client.SubmitOk("/settings/introductions", ("askers", "Anybody"), ("save", "1"));
                await jana.Pass(path);
                break;
        }
        return (anna, path);
    }

    /// <summary>Everything that the requester gets of it: the page, its JSON, their list and their data, without what differs from member to member.</summary>
    private static async Task<string> Read(TestMember anna, string path)
    {
        var list = await anna.Client.Page("/introductions/requests");
        var page = await anna.Client.Page(path);
        return Own().Replace(string.Join('\n', page.QuerySelector("main")!.InnerHtml, await anna.Client.Json(path), list.QuerySelector("main")!.InnerHtml, await anna.Client.Json("/introductions/requests")), "")
            .Replace(path, "").Replace($"introduction-{Asks.IdOf(path)}\"", "").Replace($"introduction-row-{Asks.IdOf(path)}\"", "").Replace($"\"id\":{Asks.IdOf(path)},", "");
    }

    [GeneratedRegex("""\d{4}-\d\d-\d\dT[^"]*|\d{1,2} \w+ 20\d\d""")]
    private static partial Regex Own();

    [Theory, BothDatabases]
    public async Task A_way_that_has_closed_looks_passed_on_and_reaches_nobody(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        foreach (var way in new[] { "hidden", "parted", "blocked the requester", "first blocked", "suspended middle" })
        {
            var people = await server.Chain("Anna Berger", "Jana Weber", "Ferdinand Mitte", "Carl Roth");
            var (anna, jana, ferdinand, carl) = (people[0], people[1], people[2], people[3]);
            var path = await anna.AskOver(jana, carl, hops: 3);
            await (way switch
            {
                "hidden" => server.HideAll(ferdinand),
                "parted" => server.Part(ferdinand, carl),
                "blocked the requester" => server.Block(ferdinand, anna),
                "first blocked" => server.Block(carl, ferdinand),
                _ => server.Suspend(ferdinand),
            });
            await jana.Pass(path, "Bitte");
            Assert.Equal("passed on", await jana.State(path));
            Assert.Equal("on its way", await anna.State(path));
            await server.Suspend(ferdinand, suspended: false);
            Assert.Empty(await ferdinand.Waits());
            await ferdinand.Client.Page(path, HttpStatusCode.NotFound);
            Assert.DoesNotContain(server.MailsTo(ferdinand.Email), m => m.Subject.Contains("Carl Roth"));
        }
    }

    [Theory, BothDatabases]
    public async Task Whom_one_may_not_see_is_answered_like_nobody(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
        var (anna, jana) = (people[0], people[1]);
        var (blocker, gone, erased) = (await server.Member("Bert Block"), await server.Member("Gabi Gone"), await server.Member("Erna Erased"));
        await server.Block(blocker, anna);
        await server.Suspend(gone);
        await server.Erase(erased);
        var unknown = await Answer("niemand-heisst-so");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        foreach (var handle in new[] { blocker.Handle, gone.Handle, erased.Handle }) Assert.Equal(unknown, await Answer(handle));

        async Task<(HttpStatusCode Status, string Body)> Answer(string handle)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/introductions") { Content = new FormUrlEncodedContent([new("over", jana.Handle), new("to", handle), new("hops", "2"), new("wish", "x")]) };
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await anna.Client.SendAsync(request);
            return (answer.StatusCode, Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
        }
    }
}
