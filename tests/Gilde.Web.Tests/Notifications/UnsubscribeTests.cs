using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Notifications;

/// <summary>One click ends a kind of mail, as mail providers do it: a POST from anywhere, without a session (RFC 8058).</summary>
public class UnsubscribeTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task One_click_in_the_mail_program_ends_mails_of_that_kind(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 2);
        await server.Comment(others[0], anna, await server.Post(anna));
        var mail = await server.MailTo(anna.Email, "comments on your post");
        var raw = await File.ReadAllTextAsync(Path.Combine(server.Settings.MailFolder, mail.Name));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", raw);
        var path = mail.Link("/unsubscribe/");
        Assert.Contains($"<{server.Settings.Address.GetLeftPart(UriPartial.Authority)}{path}>", raw.Replace("\r\n ", "").Replace("\r\n\t", ""));
        Assert.DoesNotContain(anna.Handle, path);

        // To look changes nothing: mail programs fetch what they find.
        var provider = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        var page = await provider.Page(path);
        Assert.Contains("Comments and answers", page.Body!.TextContent.Replace("Kommentare und Antworten", "Comments and answers"));
        Assert.Equal("AtOnce", await Chosen(anna, "Comments"));

        using var click = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        click.Headers.Add("Origin", "https://mail.example.org");
        click.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var done = await provider.SendAsync(click);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.False(done.Headers.Contains("Set-Cookie"));
        Assert.Equal("Never", await Chosen(anna, "Comments"));
        Assert.Equal("AtOnce", await Chosen(anna, "Mentions"));
        await server.Comment(others[1], anna, await server.Post(anna));
        Assert.Equal(2, (await server.Stream(anna)).Count);
        Assert.Single(server.MailsTo(anna.Email));
    }

    [Theory, BothDatabases]
    public async Task One_click_in_a_digest_ends_all_that_was_in_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 1);
        await server.Follow(others[0], anna);
        await server.Told();
        await NotificationMailTests.Sweep(server, anna);
        var path = (await server.MailTo(anna.Email, "Your week at a glance")).Link("/unsubscribe/");
        using var done = await server.Client().Submit(path, ("List-Unsubscribe", "One-Click"));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("Never", await Chosen(anna, "Followers"));
        Assert.Equal("Never", await Chosen(anna, "Shares"));
        Assert.Equal("AtOnce", await Chosen(anna, "Mentions"));
    }

    [Theory, BothDatabases]
    public async Task An_address_that_the_server_did_not_make_does_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 1);
        await server.Comment(others[0], anna, await server.Post(anna));
        var path = (await server.MailTo(anna.Email, "comments")).Link("/unsubscribe/");
        var at = path.Length - 20;
        foreach (var bad in new[] { path[..at] + (path[at] == 'A' ? 'B' : 'A') + path[(at + 1)..], "/unsubscribe/x", "/unsubscribe/AAAA" })
        {
            await server.Client().Page(bad, HttpStatusCode.NotFound);
            using var answer = await server.Client().Submit(bad);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal("AtOnce", await Chosen(anna, "Comments"));
        // Nothing but these addresses is open to other sites.
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/notifications/read") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await anna.Client.SendAsync(elsewhere);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<string?> Chosen(TestMember member, string topic) =>
        (await member.Client.Page("/settings/notifications")).QuerySelector($"#mail-{topic} option[selected]")!.GetAttribute("value");
}
