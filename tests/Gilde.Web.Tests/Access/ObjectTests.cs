using System.Text.RegularExpressions;
using Door = Gilde.Web.Web.Access;

namespace Gilde.Web.Tests.Access;

/// <summary>
/// Every route that names an object, tried by every role on an object of Anna's. A route that this matrix does not know fails it.
/// Whoever may not gets exactly the page of an object that never was: 404.
/// </summary>
public partial class ObjectTests(Servers servers)
{
    private static readonly Role[] SignedIn = [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator, Role.Anna];
    private static readonly Role[] NotBlocked = [Role.Anonymous, .. SignedIn];
    private static readonly Role[] OnlyAnna = [Role.Anna];
    private static readonly Role[] OfAnna = [Role.Contact];
    private static readonly Role[] TheTwo = [Role.Anna, Role.Contact];

    /// <summary>For each pattern an address on an object of Anna's, and who may use it.</summary>
    private static readonly Dictionary<string, (Func<Cast, string> Address, Role[] May)> Matrix = new()
    {
        ["GET /@{handle}"] = (c => $"/@{c.Anna.Handle}", NotBlocked),
        ["GET /@{handle}/cv"] = (c => $"/@{c.Anna.Handle}/cv", NotBlocked),
        ["GET /@{handle}/cv.pdf"] = (c => $"/@{c.Anna.Handle}/cv.pdf", NotBlocked),
        ["GET /@{handle}/posts"] = (c => $"/@{c.Anna.Handle}/posts", NotBlocked),
        ["POST /@{handle}/follow"] = (c => $"/@{c.Anna.Handle}/follow", [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["POST /@{handle}/mute"] = (c => $"/@{c.Anna.Handle}/mute", [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["GET /posts/{id:long}"] = (c => $"/posts/{c.Post}", TheTwo),
        ["GET /posts/{id:long}/reactions"] = (c => $"/posts/{c.Post}/reactions", TheTwo),
        ["GET /posts/{id:long}/edit"] = (c => $"/posts/{c.Post}/edit", OnlyAnna),
        ["POST /posts/{id:long}/edit"] = (c => $"/posts/{c.Post}/edit", OnlyAnna),
        ["POST /posts/{id:long}/pin"] = (c => $"/posts/{c.Post}/pin", OnlyAnna),
        ["POST /posts/{id:long}/react"] = (c => $"/posts/{c.Post}/react", TheTwo),
        ["POST /posts/{id:long}/keep"] = (c => $"/posts/{c.Post}/keep", TheTwo),
        ["POST /posts/{id:long}/remove"] = (c => $"/posts/{c.Post}/remove", OnlyAnna),
        ["GET /tags/{tag}"] = (c => $"/tags/{c.QuietTag}", TheTwo),
        ["POST /tags/{tag}/follow"] = (c => $"/tags/{c.QuietTag}/follow", TheTwo),
        ["GET /contacts/{id:long}"] = (c => $"/contacts/{c.Anna.Id}", OfAnna),
        ["GET /contacts/{id:long}.vcf"] = (c => $"/contacts/{c.Anna.Id}.vcf", OfAnna),
        ["POST /contacts/{id:long}/hidden"] = (c => $"/contacts/{c.Anna.Id}/hidden", OfAnna),
        ["POST /contacts/{id:long}/met"] = (c => $"/contacts/{c.Anna.Id}/met", OfAnna),
        ["POST /contacts/{id:long}/notes"] = (c => $"/contacts/{c.Anna.Id}/notes", OfAnna),
        ["POST /contacts/{id:long}/word/{word}"] = (c => $"/contacts/{c.Anna.Id}/word/well", OfAnna),
        ["POST /contacts/{id:long}/release"] = (c => $"/contacts/{c.Anna.Id}/release", OfAnna),
        ["GET /messages/{id:long}/at/{messageId:long}"] = (c => $"/messages/{c.Talk}/at/{c.Message}", TheTwo),
        ["GET /report/message/{id:long}"] = (c => $"/report/message/{c.Message}", OfAnna),
        ["POST /report/message/{id:long}"] = (c => $"/report/message/{c.Message}", OfAnna),
        ["GET /@{handle}/feed.{format}"] = (c => $"/@{c.Anna.Handle}/feed.atom", NotBlocked),
        ["GET /groups/{slug}/feed.{format}"] = (c => $"/groups/{c.Circle}/feed.atom", []),
        ["GET /groups/{slug}.{format}"] = (c => $"/groups/{c.Circle}.md", TheTwo),
        ["GET /posts/{id:long}.{format}"] = (c => $"/posts/{c.Post}.md", TheTwo),
        ["GET /report/post/{id:long}"] = (c => $"/report/post/{c.Post}", OfAnna),
        ["POST /report/post/{id:long}"] = (c => $"/report/post/{c.Post}", OfAnna),
        ["GET /report/comment/{id:long}"] = (c => $"/report/comment/{c.Comment}", OfAnna),
        ["POST /report/comment/{id:long}"] = (c => $"/report/comment/{c.Comment}", OfAnna),
        ["GET /report/group/{id:long}"] = (c => $"/report/group/{c.SecretGroup}", OfAnna),
        ["POST /report/group/{id:long}"] = (c => $"/report/group/{c.SecretGroup}", OfAnna),
        ["GET /report/member/{id:long}"] = (c => $"/report/member/{c.Anna.Id}", [Role.Anonymous, Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["POST /report/member/{id:long}"] = (c => $"/report/member/{c.Anna.Id}", [Role.Anonymous, Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["GET /settings/decisions/{id:long}"] = (c => $"/settings/decisions/{c.Decision}", OnlyAnna),
        ["POST /settings/decisions/{id:long}"] = (c => $"/settings/decisions/{c.Decision}", OnlyAnna),
        ["GET /settings/decisions/reports/{id:long}"] = (c => $"/settings/decisions/reports/{c.Report}", OfAnna),
        ["POST /settings/decisions/reports/{id:long}"] = (c => $"/settings/decisions/reports/{c.Report}", OfAnna),
        ["GET /contacts/addressbook/{id:long}"] = (c => $"/contacts/addressbook/{c.Entry}", OnlyAnna),
        ["POST /contacts/addressbook/{id:long}"] = (c => $"/contacts/addressbook/{c.Entry}", OnlyAnna),
        ["POST /contacts/addressbook/{id:long}/invite"] = (c => $"/contacts/addressbook/{c.Entry}/invite", OnlyAnna),
        ["POST /contacts/addressbook/{id:long}/remove"] = (c => $"/contacts/addressbook/{c.Entry}/remove", OnlyAnna),
        ["POST /invite/{id:long}/withdraw"] = (c => $"/invite/{c.Invitation}/withdraw", OnlyAnna),
        ["GET /settings/export/{id:long}"] = (c => $"/settings/export/{c.Export}", OnlyAnna),
        ["GET /settings/card/{id:long}"] = (c => $"/settings/card/{c.CardField}", OnlyAnna),
        ["POST /settings/card/{id:long}"] = (c => $"/settings/card/{c.CardField}", OnlyAnna),
        ["POST /settings/card/{id:long}/remove"] = (c => $"/settings/card/{c.CardField}/remove", OnlyAnna),
        ["POST /settings/blocks/{id:long}/remove"] = (c => $"/settings/blocks/{c.Dora.Id}/remove", OnlyAnna),
        ["POST /settings/security/devices/{id:long}/end"] = (c => $"/settings/security/devices/{c.Session}/end", OnlyAnna),
        ["POST /settings/security/passkeys/{id}/name"] = (_ => "/settings/security/passkeys/bm9ib2R5/name", []),
        ["POST /settings/security/passkeys/{id}/remove"] = (_ => "/settings/security/passkeys/bm9ib2R5/remove", []),
        ["GET /contacts/ask/{id:long}"] = (c => $"/contacts/ask/{c.Anna.Id}", [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["GET /introductions/to/{handle}"] = (c => $"/introductions/to/{c.Anna.Handle}", SignedIn),
        ["GET /introductions/mutual/{handle}"] = (c => $"/introductions/mutual/{c.Anna.Handle}", [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator]),
        ["GET /posts/{id:long}/comments"] = (c => $"/posts/{c.Post}/comments", TheTwo),
        ["POST /posts/{id:long}/comments"] = (c => $"/posts/{c.Post}/comments", TheTwo),
        ["GET /posts/{id:long}/history"] = (c => $"/posts/{c.Post}/history", TheTwo),
        ["GET /drafts/{id:long}"] = (c => $"/drafts/{c.Draft}", OnlyAnna),
        ["POST /drafts/{id:long}/remove"] = (c => $"/drafts/{c.Draft}/remove", OnlyAnna),
        ["POST /drafts/{id:long}/unschedule"] = (c => $"/drafts/{c.Draft}/unschedule", OnlyAnna),
        ["POST /drafts/{id:long}/pictures"] = (c => $"/drafts/{c.Draft}/pictures", OnlyAnna),
        ["GET /posts/{id:long}/poll"] = (c => $"/posts/{c.Post}/poll", TheTwo),
        ["POST /posts/{id:long}/vote"] = (c => $"/posts/{c.Post}/vote", TheTwo),
        ["GET /comments/{id:long}/answers"] = (c => $"/comments/{c.Comment}/answers", TheTwo),
        ["GET /comments/{id:long}/answer"] = (c => $"/comments/{c.Comment}/answer", TheTwo),
        ["GET /comments/{id:long}/edit"] = (c => $"/comments/{c.Comment}/edit", OnlyAnna),
        ["POST /comments/{id:long}/edit"] = (c => $"/comments/{c.Comment}/edit", OnlyAnna),
        ["POST /comments/{id:long}/remove"] = (c => $"/comments/{c.Comment}/remove", OnlyAnna),
        ["GET /comments/{id:long}/react"] = (c => $"/comments/{c.Comment}/react", TheTwo),
        ["POST /comments/{id:long}/react"] = (c => $"/comments/{c.Comment}/react", TheTwo),
        ["GET /comments/{id:long}/reactions"] = (c => $"/comments/{c.Comment}/reactions", TheTwo),
        ["GET /comments/{id:long}/history"] = (c => $"/comments/{c.Comment}/history", TheTwo),
        ["GET /introductions/{id:long}"] = (c => $"/introductions/{c.Introduction}", TheTwo),
        ["POST /introductions/{id:long}/pass"] = (c => $"/introductions/{c.Introduction}/pass", OfAnna),
        ["POST /introductions/{id:long}/refer"] = (c => $"/introductions/{c.Introduction}/refer", OfAnna),
        ["POST /introductions/{id:long}/decline"] = (c => $"/introductions/{c.Introduction}/decline", OfAnna),
        ["POST /introductions/{id:long}/accept"] = (c => $"/introductions/{c.Introduction}/accept", []),
        ["POST /introductions/{id:long}/letter"] = (c => $"/introductions/{c.Introduction}/letter", []),
        ["POST /introductions/{id:long}/withdraw"] = (c => $"/introductions/{c.Introduction}/withdraw", OnlyAnna),
        ["POST /introductions/{id:long}/thanks"] = (c => $"/introductions/{c.Introduction}/thanks", OnlyAnna),
        ["GET /groups/{slug}"] = (c => $"/groups/{c.Circle}", TheTwo),
        ["GET /groups/{slug}/members"] = (c => $"/groups/{c.Circle}/members", TheTwo),
        ["GET /groups/{slug}/members/{id:long}"] = (c => $"/groups/{c.Circle}/members/{c.Ben.Id}", OnlyAnna),
        ["POST /groups/{slug}/members/{id:long}/role"] = (c => $"/groups/{c.Circle}/members/{c.Ben.Id}/role", OnlyAnna),
        ["POST /groups/{slug}/members/{id:long}/remove"] = (c => $"/groups/{c.Circle}/members/{c.Ben.Id}/remove", OnlyAnna),
        ["GET /groups/{slug}/about"] = (c => $"/groups/{c.Circle}/about", TheTwo),
        ["GET /groups/{slug}/posts"] = (c => $"/groups/{c.Circle}/posts", TheTwo),
        ["GET /groups/{slug}/queue"] = (c => $"/groups/{c.Circle}/queue", OnlyAnna),
        ["POST /groups/{slug}/queue/{id:long}/release"] = (c => $"/groups/{c.Circle}/queue/{c.CirclePost}/release", []),
        ["POST /groups/{slug}/queue/{id:long}/decline"] = (c => $"/groups/{c.Circle}/queue/{c.CirclePost}/decline", []),
        ["POST /groups/{slug}/posts/{id:long}/pin"] = (c => $"/groups/{c.Circle}/posts/{c.CirclePost}/pin", OnlyAnna),
        ["POST /groups/{slug}/posts/{id:long}/lock"] = (c => $"/groups/{c.Circle}/posts/{c.CirclePost}/lock", OnlyAnna),
        ["GET /groups/{slug}/posts/{id:long}/move"] = (c => $"/groups/{c.Circle}/posts/{c.CirclePost}/move", OnlyAnna),
        ["POST /groups/{slug}/posts/{id:long}/move"] = (c => $"/groups/{c.Circle}/posts/{c.CirclePost}/move", OnlyAnna),
        ["GET /groups/{slug}/figures"] = (c => $"/groups/{c.Circle}/figures", OnlyAnna),
        ["GET /groups/{slug}/files"] = (c => $"/groups/{c.Circle}/files", TheTwo),
        ["POST /groups/{slug}/files"] = (c => $"/groups/{c.Circle}/files", TheTwo),
        ["GET /groups/{slug}/files/{id:long}"] = (c => $"/groups/{c.Circle}/files/{c.File}", TheTwo),
        ["POST /groups/{slug}/files/{id:long}"] = (c => $"/groups/{c.Circle}/files/{c.File}", TheTwo),
        ["GET /groups/{slug}/files/{id:long}/{version:int}"] = (c => $"/groups/{c.Circle}/files/{c.File}/1", TheTwo),
        ["POST /groups/{slug}/files/{id:long}/remove"] = (c => $"/groups/{c.Circle}/files/{c.File}/remove", OnlyAnna),
        ["GET /groups/{slug}/links"] = (c => $"/groups/{c.Circle}/links", TheTwo),
        ["POST /groups/{slug}/links"] = (c => $"/groups/{c.Circle}/links", TheTwo),
        ["POST /groups/{slug}/links/{id:long}/remove"] = (c => $"/groups/{c.Circle}/links/{c.Link}/remove", OnlyAnna),
        ["GET /groups/{slug}/requests"] = (c => $"/groups/{c.Circle}/requests", OnlyAnna),
        ["POST /groups/{slug}/requests/{id:long}/accept"] = (c => $"/groups/{c.Circle}/requests/{c.Carl.Id}/accept", []),
        ["POST /groups/{slug}/requests/{id:long}/decline"] = (c => $"/groups/{c.Circle}/requests/{c.Carl.Id}/decline", []),
        ["GET /groups/{slug}/invite"] = (c => $"/groups/{c.Circle}/invite", OnlyAnna),
        ["POST /groups/{slug}/invite"] = (c => $"/groups/{c.Circle}/invite", OnlyAnna),
        ["POST /groups/{slug}/invitations/{id:long}/withdraw"] = (c => $"/groups/{c.Circle}/invitations/{c.Carl.Id}/withdraw", []),
        ["POST /groups/{slug}/bans/{id:long}/lift"] = (c => $"/groups/{c.Circle}/bans/{c.Carl.Id}/lift", []),
        ["GET /groups/{slug}/settings"] = (c => $"/groups/{c.Circle}/settings", OnlyAnna),
        ["POST /groups/{slug}/settings"] = (c => $"/groups/{c.Circle}/settings", OnlyAnna),
        ["POST /groups/{slug}/archive"] = (c => $"/groups/{c.Circle}/archive", OnlyAnna),
        ["GET /groups/{slug}/leave"] = (c => $"/groups/{c.Circle}/leave", TheTwo),
        ["POST /groups/{slug}/leave"] = (c => $"/groups/{c.Circle}/leave", TheTwo),
        ["POST /groups/{slug}/follow"] = (c => $"/groups/{c.Circle}/follow", TheTwo),
        ["POST /groups/{slug}/mute"] = (c => $"/groups/{c.Circle}/mute", TheTwo),
        ["POST /groups/{slug}/join"] = (c => $"/groups/{c.Circle}/join", TheTwo),
        ["POST /groups/{slug}/decline"] = (c => $"/groups/{c.Circle}/decline", []),
        ["POST /groups/{slug}/ask"] = (c => $"/groups/{c.Circle}/ask", []),
        ["POST /groups/{slug}/ask/withdraw"] = (c => $"/groups/{c.Circle}/ask/withdraw", []),
        ["POST /groups/{slug}/rules"] = (c => $"/groups/{c.Circle}/rules", TheTwo),
        ["POST /groups/{slug}/welcome"] = (c => $"/groups/{c.Circle}/welcome", TheTwo),
        ["GET /notifications/{id:long}"] = (c => $"/notifications/{c.Notification}", OnlyAnna),
        ["GET /messages/{id:long}"] = (c => $"/messages/{c.Talk}", TheTwo),
        ["GET /messages/{id:long}/people"] = (c => $"/messages/{c.Group}/people", TheTwo),
        ["GET /settings/profile/{section}/{id:long}"] = (c => $"/settings/profile/positions/{c.Position}", OnlyAnna),
        ["POST /contacts/requests/{id:long}/accept"] = (c => $"/contacts/requests/{c.Request}/accept", OnlyAnna),
        ["POST /contacts/requests/{id:long}/decline"] = (c => $"/contacts/requests/{c.Request}/decline", OnlyAnna),
        ["POST /contacts/requests/{id:long}/withdraw"] = (c => $"/contacts/requests/{c.Request}/withdraw", [Role.Stranger]),
        ["POST /contacts/{id:long}/remove"] = (c => $"/contacts/{c.Anna.Id}/remove", [Role.Contact]),
        ["POST /members/{id:long}/block"] = (c => $"/members/{c.Anna.Id}/block", [Role.Stranger, Role.Contact, Role.Moderator, Role.Operator, Role.Blocked]),
        ["POST /messages/{id:long}"] = (c => $"/messages/{c.Talk}", TheTwo),
        ["POST /messages/{id:long}/leave"] = (c => $"/messages/{c.Talk}/leave", TheTwo),
        ["POST /messages/{id:long}/mute"] = (c => $"/messages/{c.Talk}/mute", TheTwo),
        ["POST /messages/{id:long}/people"] = (c => $"/messages/{c.Group}/people", TheTwo),
        ["POST /messages/{id:long}/title"] = (c => $"/messages/{c.Group}/title", TheTwo),
        ["POST /messages/{id:long}/read"] = (c => $"/messages/{c.Talk}/read", TheTwo),
        ["POST /messages/{id:long}/put-away"] = (c => $"/messages/{c.Talk}/put-away", TheTwo),
        ["POST /messages/{id:long}/{messageId:long}/remove"] = (c => $"/messages/{c.Talk}/{c.Message}/remove", OnlyAnna),
        ["POST /settings/profile/removed/{id:long}"] = (c => $"/settings/profile/removed/{c.Removed}", OnlyAnna),
        ["POST /settings/profile/{section}/{id:long}"] = (c => $"/settings/profile/positions/{c.Position}", OnlyAnna),
        ["POST /settings/profile/{section}/{id:long}/move"] = (c => $"/settings/profile/positions/{c.Position}/move", OnlyAnna),
        ["POST /settings/profile/{section}/{id:long}/remove"] = (c => $"/settings/profile/positions/{c.Position}/remove", OnlyAnna),
    };

    /// <summary>What forms demand before they look at the object.</summary>
    private static readonly Dictionary<string, string> Fields = new() { ["on"] = "true", ["body"] = "x", ["title"] = "x", ["firm"] = "x", ["audience"] = "Members", ["kind"] = "like" };

    /// <summary>Patterns whose places are no objects of a member (names of sections, tokens that are a key in themselves), or that features try by themselves.</summary>
    private static readonly string[] NoObjects = ["{section}", "{section}/new", "/hints/{name}", "/welcome/skip/{step}", "/suggestions/{id:long}/dismiss", "{token}", "/assets/{name}", "/tags/{tag}.{format}", "/tags/{tag}/feed.{format}", "/sitemap/{kind}-{part:long}.xml", "/dev/", "/pictures/"];

    [Theory, BothDatabases]
    public async Task No_route_with_an_object_is_missing_from_the_matrix(DatabaseKind kind)
    {
        var unknown = Routes.Of(await servers.On(kind))
            .Where(r => r.HasObject && r.Access is Door.Anyone or Door.Members && r.HasObject && !Matrix.ContainsKey(r.ToString()) && !NoObjects.Any(n => r.Pattern.EndsWith(n, StringComparison.Ordinal) || n.EndsWith('/') && r.Pattern.StartsWith(n, StringComparison.Ordinal)));
        Assert.Empty(unknown.Select(r => r.ToString()));
    }

    [Theory, BothDatabases]
    public async Task Whoever_may_not_gets_not_found(DatabaseKind kind)
    {
        var cast = await Cast.Assemble(await servers.On(kind));
        foreach (var (route, (address, may)) in Matrix)
        {
            var method = new HttpMethod(route.Split(' ')[0]);
            foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Anonymous && !may.Contains(r)))
            {
                using var answer = await cast.As(role).SendAsync(new HttpRequestMessage(method, address(cast)) { Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent(Fields) });
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{role} on {route}: {answer.StatusCode}, expected 404");
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Whoever_may_sees_it(DatabaseKind kind)
    {
        var cast = await Cast.Assemble(await servers.On(kind));
        foreach (var (route, (address, may)) in Matrix.Where(m => m.Key.StartsWith("GET ", StringComparison.Ordinal) && !m.Key.EndsWith(".pdf", StringComparison.Ordinal) && !m.Key.Contains("/export/", StringComparison.Ordinal)))
        foreach (var role in may)
        {
            using var answer = await cast.As(role).GetAsync(address(cast));
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{role} on {route}: {answer.StatusCode}, expected a page");
        }
    }

    [Theory, BothDatabases]
    public async Task The_page_of_what_is_hidden_is_that_of_what_never_was(DatabaseKind kind)
    {
        var cast = await Cast.Assemble(await servers.On(kind));
        foreach (var (hidden, never) in new[] { ($"/messages/{cast.Talk}", "/messages/987654321"), ($"/@{cast.Anna.Handle}", "/@niemand-heisst-so"), ($"/posts/{cast.Post}", "/posts/987654321"), ($"/tags/{cast.QuietTag}", "/tags/niemand") })
        {
            var role = hidden.StartsWith("/@", StringComparison.Ordinal) ? Role.Blocked : Role.Stranger;
            Assert.Equal(await Body(cast.As(role), never), await Body(cast.As(role), hidden));
        }
    }

    private static async Task<string> Body(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        // The nonce, the page's own address (language switch) and how far the event log is differ by nature.
        return Own().Replace(await answer.Content.ReadAsStringAsync(), "");
    }

    [GeneratedRegex("""content="[^"]{20,40}"|nonce="[^"]*"|href="[^"]*\?lang=..|next=[^"]*|after=[^"]*|action="[^"]*""")]
    private static partial Regex Own();
}
