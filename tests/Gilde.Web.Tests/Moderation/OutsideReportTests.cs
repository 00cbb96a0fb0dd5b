using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Moderation;

/// <summary>People without an account report what everybody sees, as unlawful.</summary>
public class OutsideReportTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_visitor_reports_a_public_post_and_gets_an_answer(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, moderator, second) = (await server.Member("Anna Berger"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var post = await server.Post(anna, "Für alle zu lesen", PostAudience.Everyone);
        var visitor = server.Client();
        Assert.Null((await visitor.Page($"/report/post/{post}")).QuerySelector("input[name=reason]"));
        using (var bare = await visitor.Submit($"/report/post/{post}", ("explanation", ""), ("email", "kein")))
            Assert.Equal(3, (await bare.Document(HttpStatusCode.UnprocessableEntity)).QuerySelectorAll(".field-error").Length);
        Assert.Equal("/report/thanks", await visitor.SubmitOk($"/report/post/{post}", ("explanation", "§ 86 StGB"), ("name", "Vera Draußen"), ("email", "vera@example.net"), ("faith", "true")));
        await visitor.Page("/report/thanks");

        var path = await server.CaseOf(CaseKind.Post, post);
        Assert.Contains("vera@example.net", (await moderator.Client.Page(path)).QuerySelector("#reports")!.TextContent);
        await moderator.Decide(path, Outcome.Dismissed);
        var link = (await server.MailTo("vera@example.net", "report was decided")).Link("/decisions/");
        Assert.DoesNotContain("Anna", (await visitor.Page(link)).QuerySelector("main")!.TextContent);
        await visitor.SubmitOk(link, ("text", "Das sehe ich anders."));
        await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "upheld"), ("statement", "Es bleibt."));
        Assert.Contains("Es bleibt.", (await server.MailTo("vera@example.net", "rejected")).Text);
    }

    [Theory, BothDatabases]
    public async Task What_a_visitor_may_not_see_is_not_there_to_report(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var post = await server.Post(anna, "Nur für Mitglieder");
        var comment = await server.Comment(anna, post, "Auch das");
        foreach (var path in new[] { $"/report/post/{post}", $"/report/comment/{comment}" }) await server.Client().Page(path, HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Notices_from_outside_are_throttled(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member("Anna Berger");
        var post = await server.Post(anna, "Für alle zu lesen", PostAudience.Everyone);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var answer = await server.Client().Submit($"/report/post/{post}", ("explanation", $"Nr. {i}"), ("faith", "true"));
            answers.Add(answer.StatusCode);
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }
}
