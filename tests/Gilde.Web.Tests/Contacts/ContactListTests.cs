using System.Text.Json;
using Gilde.Web.Introductions;

namespace Gilde.Web.Tests.Contacts;

public class ContactListTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Every_order_pages_through_all_contacts_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var others = new List<TestMember>();
        foreach (var i in Enumerable.Range(0, 103)) others.Add(await server.Member($"{(char)('A' + i * 7 % 26)}mann {i % 5}"));
        await server.AreContacts(anna, others);
        await server.Db(async db =>
        {
            for (var i = 0; i < others.Count; i += 3) db.Add(Talk(anna, others[i], server.Clock.GetCurrentInstant() - Duration.FromDays(i / 2)));
            await db.SaveChangesAsync();
        });
        foreach (var sort in new[] { "name", "newest", "talked", "silent" })
        {
            var ids = await Walk(anna, $"/contacts?sort={sort}");
            Assert.Equal(103, ids.Count);
            Assert.Equal(others.Select(o => o.Id).Order(), ids.Order());
        }
    }

    [Theory, BothDatabases]
    public async Task Names_sort_as_in_a_telephone_book(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var (zeta, oezil, otto, adam) = (await server.Member("Zeta Lang"), await server.Member("Özil Kern"), await server.Member("otto Weiß"), await server.Member("Adam Groß"));
        await server.AreContacts(anna, zeta, oezil, otto, adam);
        Assert.Equal(["Adam Groß", "otto Weiß", "Özil Kern", "Zeta Lang"], await anna.ContactNames());
    }

    [Theory, BothDatabases]
    public async Task Talk_puts_contacts_in_order_and_silence_counts_from_the_start(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var (often, once, never) = (await server.Member("Ottilie Oft"), await server.Member("Emil Einmal"), await server.Member("Nora Nie"));
        await server.AreContacts(anna, often, once, never);
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            db.AddRange(Talk(anna, often, now - Duration.FromHours(1)), Talk(anna, once, now - Duration.FromDays(400)));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["Ottilie Oft", "Emil Einmal", "Nora Nie"], await anna.ContactNames("?sort=talked"));
        Assert.Equal(["Emil Einmal", "Ottilie Oft", "Nora Nie"], await anna.ContactNames("?sort=silent"));
        Assert.Contains("Last talked: today", (await anna.Client.Page("/contacts?sort=talked")).QuerySelector(".person-meta")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Words_and_tags_narrow_the_list(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var (mueller, kern, gross) = (await server.Member("Jörg Müller"), await server.Member("Petra Kern"), await server.Member("Karl Groß"));
        await server.AreContacts(anna, mueller, kern, gross);
        await anna.Client.SubmitOk($"/contacts/{kern.Id}/notes", ("note", "kennt 100% aller Hersteller"), ("howMet", "Messe Wire 2024"), ("tags", "Einkauf, Messe"));

        Assert.Equal(["Jörg Müller"], await anna.ContactNames("?q=M%C3%9CLLER"));
        Assert.Equal(["Petra Kern"], await anna.ContactNames("?q=wire+kern"));
        Assert.Equal(["Petra Kern"], await anna.ContactNames("?q=100%25"));
        Assert.Equal(["Petra Kern"], await anna.ContactNames("?q=einkauf"));
        Assert.Equal(["Petra Kern"], await anna.ContactNames("?tag=Messe"));
        Assert.Empty(await anna.ContactNames("?q=_"));
        Assert.Equal(3, (await anna.ContactNames("?after=!!!")).Length);
        Assert.NotNull((await anna.Client.Page("/contacts?q=xyz")).QuerySelector(".empty"));
        Assert.DoesNotContain("Hersteller", await kern.Client.GetStringAsync($"/contacts/{anna.Id}"));
    }

    [Theory, BothDatabases]
    public async Task Several_are_tagged_at_once_and_others_contacts_are_passed_over(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd, carla, stranger) = (await server.Member(), await server.Member("Bernd Ziegler"), await server.Member("Carla Mück"), await server.Member("Stefan Fremd"));
        await server.AreContacts(anna, bernd, carla);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/notes", ("tags", "messe"));
        await anna.Client.SubmitOk("/contacts/tags", ("tag", "Messe"), ("contact", $"{bernd.Id}"), ("contact", $"{carla.Id}"), ("contact", $"{stranger.Id}"));
        Assert.Equal(["Bernd Ziegler", "Carla Mück"], await anna.ContactNames("?tag=messe"));
        await anna.Client.SubmitOk("/contacts/tags", ("tag", "messe"), ("remove", "true"), ("contact", $"{carla.Id}"));
        Assert.Equal(["Bernd Ziegler"], await anna.ContactNames("?tag=messe"));
        var menu = (await anna.Client.Page("/contacts?tag=messe")).QuerySelectorAll(".menu-panel a").Single(a => a.TextContent.Contains("Tag several"));
        Assert.Single((await anna.Client.Page(menu.GetAttribute("href")!)).QuerySelectorAll("form[action='/contacts/tags'] input[name=contact]"));
        using var nothing = await anna.Client.Submit("/contacts/tags", ("tag", "messe"));
        await nothing.Document(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, BothDatabases]
    public async Task Notes_have_limits_and_keep_what_was_typed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.AreContacts(anna, bernd);
        using var response = await anna.Client.Submit($"/contacts/{bernd.Id}/notes", ("note", "kurz"), ("howMet", new string('x', 201)), ("tags", new string('y', 41)));
        var page = await response.Document(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector("#f-howMet-error"));
        Assert.NotNull(page.QuerySelector("#f-tags-error"));
        Assert.Equal("kurz", page.QuerySelector("#f-note")!.TextContent.Trim());
        Assert.Empty(await anna.ContactNames("?q=kurz"));
    }

    private static Tie Talk(TestMember one, TestMember other, Instant at) => new()
    {
        LowId = Math.Min(one.Id, other.Id), HighId = Math.Max(one.Id, other.Id), LowToHigh = 1, HighToLow = 1, TurnDays = 1,
        LastLowToHigh = at, LastHighToLow = at - Duration.FromMinutes(5),
    };

    private static async Task<List<long>> Walk(TestMember member, string? path)
    {
        var ids = new List<long>();
        while (path is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await member.Client.SendAsync(request);
            using var rows = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            ids.AddRange(rows.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetInt64()));
            path = response.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        return ids;
    }
}
