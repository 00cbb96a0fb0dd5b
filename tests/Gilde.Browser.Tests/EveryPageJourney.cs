using Gilde.Web.Accounts;
using Gilde.Web.CommandLine;
using Gilde.Web.Data;
using Gilde.Web.Demo;
using Gilde.Web.Groups;
using Gilde.Web.Tests.Access;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Door = Gilde.Web.Web.Access;

namespace Gilde.Browser.Tests;

/// <summary>
/// Every page of the server, as its routes name them, on the invented network: accessible, no wider than the screen, nothing that its own policy
/// refuses. A page that is added later is tried without anybody thinking of it.
/// </summary>
public class EveryPageJourney(Browsers browsers)
{
    /// <summary>Not pages: downloads, streams, machine formats, what needs its own journey.</summary>
    private static readonly string[] NoPages = ["/live", ".vcf", ".csv", ".pdf", ".json", ".md", ".ics", ".zip", ".css", ".webmanifest", ".xml", ".txt", "/healthz", "/readyz", "/dev/", "/assets/", "/pictures/", "/export"];

    [Theory, BothScreens]
    public async Task Every_page_is_sound(Screen screen)
    {
        var settings = await Databases.New(DatabaseKind.Sqlite);
        await using (var db = DataSetup.Open(settings)) await new FillDemo(db, new MicrosecondClock()).Execute(new Progress<Advance>(), people: 150);
        await using var server = await GildeServer.Start(settings, setUp: false);
        var visitor = await browsers.Open(server, screen, scheme: screen == Screen.Phone ? ColorScheme.Dark : ColorScheme.Light);
        await Walk(visitor, ["/", "/signin", "/signup", "/recover", "/imprint", "/privacy"]);

        var boss = await browsers.Open(server, screen, scheme: screen == Screen.Phone ? ColorScheme.Dark : ColorScheme.Light);
        await boss.SignIn(FillDemo.OperatorEmail, FillDemo.Password);
        await Walk(boss, [.. Pages(server), .. await Objects(server)]);
    }

    /// <summary>On the smaller screen alone: what empty pages say does not depend on it.</summary>
    [Fact]
    public async Task Every_page_is_sound_where_nothing_is_yet()
    {
        await using var server = await GildeServer.Start(DatabaseKind.Sqlite);
        var first = await server.Member("Erika Erste", Language.German, MemberRole.Operator);
        await Walk(await browsers.Open(server, Screen.Phone, first), [.. Pages(server), $"/@{first.Handle}", "/search?q=xyzxyz", "/introductions/any?q=xyzxyz"]);
    }

    private static IEnumerable<string> Pages(GildeServer server) => Routes.Of(server)
        .Where(r => r.Method == "GET" && !r.HasObject && r.Access is Door.Anyone or Door.Members or Door.Moderators or Door.Operators)
        .Select(r => r.Pattern).Where(IsPage).Distinct();

    /// <summary>One page for each kind of thing that the operator of the invented network has.</summary>
    private static Task<List<string>> Objects(GildeServer server) => server.Db(async db =>
    {
        var me = await db.Users.Where(a => a.Email == FillDemo.OperatorEmail).Select(a => a.Id).SingleAsync();
        var contact = await db.Contacts.Where(c => c.OwnerId == me).Select(c => c.OtherId).FirstAsync();
        var handle = await db.Members.Where(m => m.Id == contact).Select(m => m.Handle).SingleAsync();
        var own = await db.Members.Where(m => m.Id == me).Select(m => m.Handle).SingleAsync();
        var far = await db.Members.Where(m => m.Id != me && !db.Contacts.Any(c => c.OwnerId == me && c.OtherId == m.Id)).Select(m => m.Handle).FirstAsync();
        var talk = await db.Participants.Where(p => p.MemberId == me && p.LastMessageId > 0).Select(p => (long?)p.ConversationId).FirstOrDefaultAsync();
        List<string> paths = [$"/@{own}", $"/@{handle}", $"/@{far}", $"/@{handle}/cv", $"/contacts/{contact}", $"/introductions/to/{far}", "/introductions/any?q=Ziehsteine", "/search?q=Draht", "/search?q=xyzxyz",
            "/settings/profile/about", "/settings/profile/positions", "/settings/profile/positions/new", "/settings/profile/skills", $"/messages/new?to={far}", $"/admin/members/{contact}", "/nirgends"];
        var group = await db.GroupMembers.Where(m => m.Role == GroupRole.Owner).Select(m => db.Groups.Where(g => g.Id == m.GroupId).Select(g => g.Slug).First()).FirstAsync();
        paths.AddRange([$"/groups/{group}", $"/groups/{group}/about", $"/groups/{group}/members", $"/groups/{group}/files", $"/groups/{group}/links", "/groups?q=xyzxyz"]);
        if (talk is { } id) paths.Add($"/messages/{id}");
        return paths;
    });

    private static async Task Walk(IPage page, IEnumerable<string> paths)
    {
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404")) faults.Add($"{page.Url}: {message.Text}");
        };
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            if (answer!.Status >= 500) faults.Add($"{path} answered {answer.Status}");
            else faults.AddRange(await page.Faults());
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static bool IsPage(string pattern) => !NoPages.Any(n => pattern.EndsWith(n, StringComparison.Ordinal) || n.EndsWith('/') && pattern.StartsWith(n, StringComparison.Ordinal));
}
