using System.Text.Json;
using Gilde.Web.Accounts;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;

namespace Gilde.Web.Tests.Moderation;

public class TransparencyTests
{
    [Theory, BothDatabases]
    public async Task The_figures_of_a_year_count_what_happened_also_of_who_has_left(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, bert, boss, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Olaf Betreiber", role: MemberRole.Operator), await server.Moderator());
        var post = await server.Post(anna, "Eins", PostAudience.Everyone);
        await server.Client().SubmitOk($"/report/post/{post}", ("explanation", "Verboten"), ("faith", "true"));
        var path = await server.Reported(bert, CaseKind.Post, post);
        await moderator.Decide(path, Outcome.Removed);
        await moderator.Decide(await server.Reported(bert, CaseKind.Member, anna.Id, "fraud"), Outcome.Dismissed);
        await anna.Client.SubmitOk((await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Nein!"));
        await boss.Client.SubmitOk(await boss.AppealOn(path), ("outcome", "reversed"), ("statement", "Stimmt."));
        await server.Erase(anna.Id);

        Assert.Equal("", await server.Db(db => db.Reports.OrderBy(r => r.Id).Select(r => r.Text).FirstAsync()));
        using var json = JsonDocument.Parse(await boss.Client.Json("/admin/transparency"));
        var year = json.RootElement[0];
        Assert.Equal((3, 1, 2, 1, 1, 1.0), (year.GetProperty("allReports").GetInt32(), year.GetProperty("fromOutside").GetInt32(), year.GetProperty("allDecisions").GetInt32(),
            year.GetProperty("appeals").GetInt32(), year.GetProperty("reversed").GetInt32(), year.GetProperty("reversalRate").GetDouble()));
        Assert.Contains("100", (await boss.Client.Page("/admin/transparency")).QuerySelector(".numbers")!.TextContent);
        var csv = await boss.Client.GetStringAsync("/admin/transparency.csv");
        Assert.Contains("Reports,Post,Insult or threat,1", csv);
        Assert.Contains("Decisions: Removed,Post,Rules of the network,1", csv);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Client.GetAsync("/admin/transparency.csv")).StatusCode);
    }
}
