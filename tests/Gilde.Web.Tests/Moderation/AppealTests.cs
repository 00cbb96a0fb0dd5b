using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Moderation;

public class AppealTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Another_moderator_reverses_a_removal_and_the_words_come_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, first, second) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var post = await server.Post(anna, "Ein **guter** Rat");
        var comment = await server.Comment(anna, post, "Und noch einer");
        foreach (var (what, id) in new[] { (CaseKind.Post, post), (CaseKind.Comment, comment) })
        {
            var path = await server.Reported(bert, what, id);
            await first.Decide(path, Outcome.Removed);
            var decision = (await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!;
            using (var bare = await anna.Client.Submit(decision, ("text", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
            Assert.Equal(decision, await anna.Client.SubmitOk(decision, ("text", "Das war sachlich gemeint.")));
            await anna.Client.SubmitOk(decision, ("text", "Und noch einmal."));
            Assert.Contains("Das war sachlich gemeint.", (await second.Client.Page(path)).QuerySelector(".appeal")!.TextContent);
            Assert.Null((await first.Client.Page(path)).QuerySelector(".appeal form"));

            var answer = await second.AppealOn(path);
            using (var same = await first.Client.Submit(answer, ("outcome", "upheld"), ("statement", "Nein."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
            using (var bare = await second.Client.Submit(answer, ("outcome", "reversed"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
            await second.Client.SubmitOk(answer, ("outcome", "reversed"), ("statement", "Sachliche Kritik ist erlaubt."));
            using (var again = await second.Client.Submit(answer, ("outcome", "upheld"), ("statement", "Doch nicht."))) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
            Assert.Contains("Sachliche Kritik ist erlaubt.", (await anna.Client.Page(decision)).QuerySelector("#appeal")!.TextContent);
        }
        Assert.Equal("Ein **guter** Rat", (await server.PostRow(post)).Text);
        Assert.Null((await server.PostRow(post)).RemovedAt);
        Assert.Equal("Und noch einer", (await server.CommentRow(comment)).Text);
        Assert.Equal(1, (await server.PostRow(post)).Comments);
        Assert.True(await server.Sees(bert, post));
        Assert.Contains("Sachliche Kritik", (await server.MailTo(anna.Email, "appeal was upheld")).Text);
        Assert.Equal(2, await server.Db(db => db.AuditEntries.CountAsync(a => a.ById == second.Id && a.Action == AuditAction.AppealDecided && a.MemberId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task An_appeal_that_is_rejected_changes_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, first, second) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var post = await server.Post(anna, "Unfein");
        var path = await server.Reported(bert, CaseKind.Post, post);
        await first.Decide(path, Outcome.Hidden);
        await anna.Client.SubmitOk((await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Bitte zeigen."));
        await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "upheld"), ("statement", "Es bleibt dabei."));
        Assert.False(await server.Sees(bert, post));
        Assert.Contains("Es bleibt dabei.", (await server.MailTo(anna.Email, "rejected")).Text);
        Assert.DoesNotContain(server.MailsTo(bert.Email), m => m.Subject.Contains("appeal"));
    }

    [Theory, BothDatabases]
    public async Task Who_reported_appeals_against_a_dismissal_and_the_case_is_open_again(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, first, second) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var post = await server.Post(anna, "Doch beleidigend");
        var path = await server.Reported(bert, CaseKind.Post, post);
        await first.Decide(path, Outcome.Dismissed);
        var mine = (await bert.Client.Page("/settings/decisions")).QuerySelector("#reported a")!.GetAttribute("href")!;
        await bert.Client.SubmitOk(mine, ("text", "Bitte noch einmal lesen."));
        Assert.Equal(path, await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "reversed"), ("statement", "Stimmt.")));
        using (var same = await first.Client.Submit(path, ("outcome", "dismissed"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        await second.Decide(path, Outcome.Hidden);
        Assert.False(await server.Sees(bert, post));
        await Eventually.Is(() => Task.FromResult(server.MailsTo(bert.Email).Count(m => m.Subject.Contains("report was decided")) == 2), "two answers");
        Assert.Contains("acted on", (await bert.Client.Page(mine)).QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Who_is_suspended_reads_and_appeals_by_the_link_of_the_letter(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, moderator, second) = (await server.Member("Anna Berger"), await server.Moderator(), await server.Moderator("Nils Recht"));
        await moderator.Client.SubmitOk($"/admin/members/{anna.Id}/suspend", ("reason", "Werbung an Fremde"));
        var link = (await server.MailTo(anna.Email, "suspended")).Link("/decisions/");
        var visitor = server.Client();
        Assert.Contains("Werbung an Fremde", (await visitor.Page(link)).QuerySelector("main")!.TextContent);
        await visitor.Page(link[..^4] + "0000", HttpStatusCode.NotFound);
        await visitor.SubmitOk(link, ("text", "Es war ein Versehen."));
        var path = await server.CaseOf(CaseKind.Member, anna.Id);
        await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "reversed"), ("statement", "In Ordnung."));
        Assert.False(await server.Db(db => db.Suspensions.AnyAsync(s => s.MemberId == anna.Id)));
        Assert.Contains("In Ordnung.", (await visitor.Page(link)).QuerySelector("#appeal")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task After_six_months_it_is_too_late(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        await moderator.Decide(await server.Reported(bert, CaseKind.Post, await server.Post(anna, "Lange her")), Outcome.Warned);
        var decision = (await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!;
        var id = long.Parse(decision.Split('/')[^1]);
        await server.Db(db => db.Decisions.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.At, server.Clock.GetCurrentInstant() - Duration.FromDays(190))));
        Assert.Null((await anna.Client.Page(decision)).QuerySelector("form[method=post] textarea"));
        using var late = await anna.Client.Submit(decision, ("text", "Zu spät"));
        Assert.Contains("over", (await late.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".notice")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task An_operator_who_is_alone_decides_again_and_says_so(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, bert, boss) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Olaf Betreiber", role: MemberRole.Operator));
        var post = await server.Post(anna, "Unfein");
        var path = await server.Reported(bert, CaseKind.Post, post);
        await boss.Decide(path, Outcome.Hidden);
        await anna.Client.SubmitOk((await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Bitte zeigen."));
        Assert.Contains("nobody else", (await boss.Client.Page(path)).QuerySelector(".appeal")!.TextContent);
        await boss.Client.SubmitOk(await boss.AppealOn(path), ("outcome", "reversed"), ("statement", "Noch einmal gelesen."));
        Assert.True(await server.Sees(bert, post));
        Assert.Contains("the same as before", (await server.MailTo(anna.Email, "appeal was upheld")).Text);
    }
}
