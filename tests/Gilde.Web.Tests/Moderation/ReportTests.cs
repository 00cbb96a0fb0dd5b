using System.Text.Json;
using Gilde.Web.Accounts;
using Gilde.Web.Admin;
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

        var (card, decide) = await Open(moderator, "Eine üble Beleidigung");
        Assert.Contains("Geht gar nicht", card);
        Assert.DoesNotContain("Vorher", card);
        using (var bare = await moderator.Client.Submit(decide, ("outcome", "removed"), ("statement", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        await moderator.Client.SubmitOk(decide, ("outcome", "removed"), ("statement", "Beleidigungen sind nicht erlaubt."));

        Assert.Equal("Message removed by a moderator", (await bert.Said(talk)).Last());
        Assert.Contains("Beleidigungen sind nicht erlaubt.", (await anna.Said(talk)).Last());
        Assert.DoesNotContain("üble", await bert.Client.Json(talk) + await bert.Client.GetStringAsync("/messages"));
        await server.Db(async db =>
        {
            Assert.Contains(await db.AuditEntries.AsNoTracking().Where(a => a.ById == moderator.Id).ToListAsync(), a => a.Action == AuditAction.ReportDecided && a.MemberId == anna.Id);
        });
        Assert.Contains("Beleidigungen sind nicht erlaubt.", (await server.MailTo(anna.Email, "removed")).Text);
        Assert.Contains("Beleidigungen sind nicht erlaubt.", await moderator.Client.GetStringAsync("/admin/reports?show=decided"));
        using var again = await moderator.Client.Submit(decide, ("outcome", "dismissed"));
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
        var (_, decide) = await Open(moderator, "Harmlos, aber gemeldet");
        await moderator.Client.SubmitOk(decide, ("outcome", "dismissed"));
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
        var (card, _) = await Open(moderator, "Nur ein Gruß ohne Belang");
        Assert.Contains("Eine Beleidigung als Anlass", card);
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
        var (_, decide) = await Open(moderator, "Kurz vor Mitternacht in London");
        await moderator.Client.SubmitOk(decide, ("outcome", "removed"), ("statement", "Zu spät."));
        Assert.Contains("15 March 2026", (await server.MailTo(anna.Email, "removed")).Text);
    }

    /// <summary>The card of an open report and where it is decided.</summary>
    private static async Task<(string Card, string Decide)> Open(TestMember moderator, string text)
    {
        for (var path = "/admin/reports"; path is not null;)
        {
            var page = await moderator.Client.Page(path);
            if (page.QuerySelectorAll(".report").FirstOrDefault(c => c.TextContent.Contains(text)) is { } card)
                return (card.TextContent, card.QuerySelector("form")!.GetAttribute("action")!);
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Fail("no report of " + text);
        return default;
    }

    private static async Task<(TestMember Anna, TestMember Bert, TestMember Moderator)> Cast(GildeServer server)
    {
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Mona Richter", role: MemberRole.Moderator));
        await server.Connect(anna, bert);
        return (anna, bert, moderator);
    }
}
