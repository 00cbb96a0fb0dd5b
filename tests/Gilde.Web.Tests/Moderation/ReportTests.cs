using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Moderation;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Moderation;

public class ReportTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_reported_message_is_removed_and_its_author_told_why(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = await Cast(server);
        var talk = await anna.WriteTo(bert, "Vorher");
        await anna.Client.SubmitOk(talk, ("text", "Eine üble Beleidigung"));
        var link = (await bert.Client.Page(talk)).QuerySelectorAll("a[href^='/report/message/']").Last().GetAttribute("href")!;
        Assert.Contains("üble", (await bert.Client.Page(link)).QuerySelector("blockquote")!.TextContent);
        Assert.Equal(talk, await bert.Client.SubmitOk(link, ("reason", "insult"), ("explanation", "Geht gar nicht")));
        await bert.Client.SubmitOk(link, ("reason", "insult"));

        var path = await moderator.FindCase("Eine üble Beleidigung");
        var page = await moderator.Client.Page(path);
        Assert.Contains("Geht gar nicht", page.QuerySelector("#reports")!.TextContent);
        Assert.DoesNotContain("Vorher", page.QuerySelector("main")!.TextContent);
        using (var bare = await moderator.Client.Submit(path, ("outcome", "removed"), ("facts", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        await moderator.Decide(path, Outcome.Removed, "Beleidigungen sind nicht erlaubt.");

        Assert.Equal("Message removed by a moderator", (await bert.Said(talk)).Last());
        Assert.Contains("Beleidigungen sind nicht erlaubt.", (await anna.Said(talk)).Last());
        Assert.DoesNotContain("üble", await bert.Client.Json(talk) + await bert.Client.GetStringAsync("/messages"));
        await server.Db(async db =>
        {
            Assert.Contains(await db.AuditEntries.AsNoTracking().Where(a => a.ById == moderator.Id).ToListAsync(), a => a.Action == AuditAction.ReportDecided && a.MemberId == anna.Id);
        });
        var letter = await server.MailTo(anna.Email, "removed");
        Assert.Contains("Beleidigungen sind nicht erlaubt.", letter.Text);
        Assert.DoesNotContain("Bert", letter.Text);
        Assert.Contains("acted on it", (await server.MailTo(bert.Email, "report was decided")).Text);
        Assert.Contains("Removed", (await moderator.Client.Page("/admin/reports?show=decided")).QuerySelectorAll(".case").First(c => c.QuerySelector($"a[href='{path}']") is not null).TextContent);
        using var again = await moderator.Client.Submit(path, ("outcome", "dismissed"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_dismissed_report_changes_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = await Cast(server);
        var talk = await anna.WriteTo(bert, "Harmlos, aber gemeldet");
        var link = (await bert.Client.Page(talk)).QuerySelector("a[href^='/report/message/']")!.GetAttribute("href")!;
        await bert.Client.SubmitOk(link, ("reason", "other"));
        await moderator.Client.SubmitOk(await moderator.FindCase("Harmlos, aber gemeldet"), ("outcome", "dismissed"));
        Assert.Equal(["Harmlos, aber gemeldet"], await bert.Said(talk));
    }

    [Theory, BothDatabases]
    public async Task Only_what_one_may_read_of_others_can_be_reported(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, _) = await Cast(server);
        var stranger = await server.Member("Fritz Fremd");
        var talk = await anna.WriteTo(bert, "Geheim");
        var link = (await bert.Client.Page(talk)).QuerySelector("a[href^='/report/message/']")!.GetAttribute("href")!;
        foreach (var member in new[] { stranger, anna })
        {
            await member.Client.Page(link, HttpStatusCode.NotFound);
            using var refused = await member.Client.Submit(link, ("reason", "other"));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        using var wrong = await bert.Client.Submit(link, ("reason", "nonsense"), ("explanation", "behalten"));
        Assert.Equal("behalten", (await wrong.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("textarea")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_reported_first_message_comes_with_the_reason_that_stood_over_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (_, bert, moderator) = await Cast(server);
        var stranger = await server.Member("Fritz Fremd");
        var talk = await stranger.WriteTo(bert, "Nur ein Gruß ohne Belang", "Eine Beleidigung als Anlass");
        var link = (await bert.Client.Page(talk)).QuerySelector("a[href^='/report/message/']")!.GetAttribute("href")!;
        await bert.Client.SubmitOk(link, ("reason", "insult"));
        Assert.Contains("Eine Beleidigung als Anlass", (await moderator.Client.Page(await moderator.FindCase("Nur ein Gruß ohne Belang"))).QuerySelector("#thing")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_author_reads_the_day_of_the_message_by_their_own_clock(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = await Cast(server);
        await server.Db(db => db.Members.Where(m => m.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(m => m.TimeZone, "Pacific/Kiritimati")));
        var talk = await anna.WriteTo(bert, "Kurz vor Mitternacht in London");
        await server.Db(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.ConversationId == Talks.IdOf(talk));
            db.Entry(message).Property(m => m.SentAt).CurrentValue = Instant.FromUtc(2026, 3, 14, 23, 30);
            await db.SaveChangesAsync();
        });
        var link = (await bert.Client.Page(talk)).QuerySelector("a[href^='/report/message/']")!.GetAttribute("href")!;
        await bert.Client.SubmitOk(link, ("reason", "other"));
        await moderator.Decide(await moderator.FindCase("Kurz vor Mitternacht in London"), Outcome.Removed, "Zu spät.");
        Assert.Contains("15 March 2026", (await server.MailTo(anna.Email, "removed")).Text);
    }

    private static async Task<(TestMember Anna, TestMember Bert, TestMember Moderator)> Cast(GildeServer server)
    {
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Mona Richter", role: MemberRole.Moderator));
        await server.Connect(anna, bert);
        return (anna, bert, moderator);
    }
}
