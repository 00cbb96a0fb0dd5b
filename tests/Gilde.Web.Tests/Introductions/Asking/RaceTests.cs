namespace Gilde.Web.Tests.Introductions.Asking;

/// <summary>Of two contradictory answers at once one wins, and the other is told.</summary>
public class RaceTests(Servers servers)
{
    private const int Rounds = 6;

    [Theory, BothDatabases]
    public async Task Passing_on_and_declining_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < Rounds; round++)
        {
            var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
            var (anna, jana, carl) = (people[0], people[1], people[2]);
            var path = await anna.AskOver(jana, carl);
            var answers = await Task.WhenAll(jana.Try(path + "/pass"), jana.Try(path + "/decline"));
            Assert.Single(answers, HttpStatusCode.SeeOther);
            Assert.Single(answers, HttpStatusCode.Conflict);
            var passed = answers[0] == HttpStatusCode.SeeOther;
            Assert.Equal(passed ? 1 : 0, (await carl.Waits()).Count);
            Assert.Equal(1, await server.Db(db => db.IntroductionAnswers.CountAsync(a => a.IntroductionId == Asks.IdOf(path))));
        }
    }

    [Theory, BothDatabases]
    public async Task Accepting_and_withdrawing_at_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < Rounds; round++)
        {
            var people = await server.Chain("Anna Berger", "Jana Weber", "Carl Roth");
            var (anna, jana, carl) = (people[0], people[1], people[2]);
            var path = await anna.AskOver(jana, carl);
            await jana.Pass(path);
            var (accept, withdraw) = (carl.Client.Submit(path + "/accept", ("words", "")), anna.Client.Submit(path + "/withdraw"));
            await Task.WhenAll(accept, withdraw);
            var accepted = (await accept).StatusCode == HttpStatusCode.SeeOther;
            if (accepted)
            {
                Assert.Contains("There was another answer before.", (await (await withdraw).Document(HttpStatusCode.Conflict)).Body!.TextContent);
                Assert.Equal("arrived", await anna.State(path));
            }
            else
            {
                Assert.Contains("no longer there", (await (await accept).Document(HttpStatusCode.NotFound)).Body!.TextContent);
                Assert.Equal("withdrawn", await anna.State(path));
            }
            Assert.Equal(accepted, await server.Db(db => db.Conversations.AnyAsync(c => c.StartedById == anna.Id)));
        }
    }
}
