using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

public class EntryEditingTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_position_is_added_changed_and_removed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var next = await anna.Client.SubmitOk("/settings/profile/positions/new", ("title", "Leiterin Fertigung"), ("firm", "Drahtwerk Altena"), ("from", "Mär 2021"), ("to", ""), ("description", "Zwei **Linien**"), ("audience", "contacts"));
        Assert.Equal($"/@{anna.Handle}#positions", next);
        var card = (await anna.Client.Page($"/@{anna.Handle}")).QuerySelector("#positions")!;
        Assert.Equal("Leiterin Fertigung", card.QuerySelector("h3")!.TextContent);
        Assert.Equal("since 03/2021", card.QuerySelector(".entry-when")!.TextContent);
        Assert.Equal("Linien", card.QuerySelector("strong")!.TextContent);
        Assert.Contains("My contacts", card.QuerySelector(".badge")!.TextContent);

        var list = await anna.Client.Page("/settings/profile/positions");
        var edit = list.QuerySelector("a[aria-label='Edit: Leiterin Fertigung']")!.GetAttribute("href")!;
        Assert.Equal("03/2021", (await anna.Client.Page(edit)).QuerySelector("input[name=from]")!.GetAttribute("value"));
        await anna.Client.SubmitOk(edit, ("title", "Werkleiterin"), ("firm", "Drahtwerk Altena"), ("from", "2021"), ("to", "12.03.2024"), ("audience", "everyone"));
        var changed = (await server.Client().Page($"/@{anna.Handle}")).QuerySelector(".entry")!;
        Assert.Equal("Werkleiterin", changed.QuerySelector("h3")!.TextContent);
        Assert.Equal("2021 – 12 Mar 2024", changed.QuerySelector(".entry-when")!.TextContent);

        await anna.Client.SubmitOk(edit + "/remove");
        Assert.DoesNotContain("Werkleiterin", await anna.Client.GetStringAsync($"/@{anna.Handle}"));
    }

    [Theory, BothDatabases]
    public async Task What_was_removed_can_be_brought_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, other) = (await server.Member(), await server.Member("Otto Other"));
        await anna.Client.SubmitOk("/settings/profile/credentials/new", ("name", "Schweißaufsicht"), ("issuer", "TÜV"), ("awarded", "05/2022"));
        var id = await server.Db(db => db.Credentials.Where(c => c.MemberId == anna.Id).Select(c => c.Id).SingleAsync());
        var after = await anna.Client.SubmitOk($"/settings/profile/credentials/{id}/remove");
        var page = await anna.Client.Page(after);
        var undo = page.QuerySelector("noscript form[action*='removed']")!.GetAttribute("action")!;
        var toast = ((AngleSharp.Html.Dom.IHtmlTemplateElement)page.QuerySelector("turbo-stream[action=append][target=toasts] > template")!).Content;
        Assert.Equal((undo, "credentials"), (toast.QuerySelector(".toast form")!.GetAttribute("action"), toast.QuerySelector(".toast form")!.GetAttribute("data-turbo-frame")));

        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.Submit(undo)).StatusCode);
        await anna.Client.SubmitOk(undo);
        var back = await server.Db(db => db.Credentials.SingleAsync(c => c.MemberId == anna.Id));
        Assert.Equal(("Schweißaufsicht", "TÜV", "2022-05"), (back.Name, back.Issuer, $"{back.Awarded}"));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit(undo)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task After_a_day_what_was_removed_stays_removed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await anna.Client.SubmitOk("/settings/profile/credentials/new", ("name", "Schweißaufsicht"), ("issuer", "TÜV"), ("awarded", "05/2022"));
        var id = await server.Db(db => db.Credentials.Where(c => c.MemberId == anna.Id).Select(c => c.Id).SingleAsync());
        var after = await anna.Client.SubmitOk($"/settings/profile/credentials/{id}/remove");
        var undo = (await anna.Client.Page(after)).QuerySelector("noscript form[action*='removed']")!.GetAttribute("action")!;
        var old = server.Clock.GetCurrentInstant() - RemovedEntry.Kept - Duration.FromMinutes(1);
        await server.Db(db => db.RemovedEntries.Where(r => r.MemberId == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(r => r.At, old)));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit(undo)).StatusCode);
        Assert.False(await server.Db(db => db.Credentials.AnyAsync(c => c.MemberId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task Entries_go_by_date_until_they_are_put_in_order(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        foreach (var (title, from, to) in new[] { ("Alt", "2001", "2005"), ("Jetzt", "2015", ""), ("Davor", "2005", "2015") })
            await anna.Client.SubmitOk("/settings/profile/positions/new", ("title", title), ("firm", "Werk"), ("from", from), ("to", to));
        Assert.Equal(["Jetzt", "Davor", "Alt"], await Titles(anna));
        var last = await server.Db(db => db.Positions.Where(p => p.MemberId == anna.Id && p.Title == "Alt").Select(p => p.Id).SingleAsync());
        await anna.Client.SubmitOk($"/settings/profile/positions/{last}/move", ("direction", "up"));
        Assert.Equal(["Jetzt", "Alt", "Davor"], await Titles(anna));
        await anna.Client.SubmitOk($"/settings/profile/positions/{last}/move", ("direction", "up"));
        await anna.Client.SubmitOk($"/settings/profile/positions/{last}/move", ("direction", "up"));
        Assert.Equal(["Alt", "Jetzt", "Davor"], await Titles(anna));
    }

    [Theory, BothDatabases]
    public async Task What_was_wrong_stands_beside_its_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        using var response = await anna.Client.Submit("/settings/profile/positions/new", ("title", ""), ("firm", "Drahtwerk"), ("from", "irgendwann"), ("description", new string('ß', 4_001)), ("audience", "contacts"));
        var page = await response.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Drahtwerk", page.QuerySelector("input[name=firm]")!.GetAttribute("value"));
        Assert.Equal("irgendwann", page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Equal("contacts", page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Contains("Please say what you do there.", page.QuerySelector("#f-title-error")!.TextContent);
        Assert.Contains("This is not a date", page.QuerySelector("#f-from-error")!.TextContent);
        Assert.Contains("these are 4001", page.QuerySelector("#f-description-error")!.TextContent);
        Assert.NotNull(page.QuerySelector("turbo-frame#positions form[data-turbo-frame=positions]"));
    }

    [Theory]
    [BothDatabases("from", "03/2021", "to", "2020")]
    [BothDatabases("from", "2021", "to", "12/2020")]
    public async Task An_end_before_the_begin_is_refused(DatabaseKind kind, string from, string begin, string to, string end)
    {
        var anna = await (await servers.On(kind)).Member();
        using var response = await anna.Client.Submit("/settings/profile/education/new", ("school", "Hochschule"), (from, begin), (to, end));
        Assert.Contains("before the start", (await response.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-to-error")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_language_is_listed_once(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        await anna.Client.SubmitOk("/settings/profile/languages/new", ("code", "fr"), ("level", "good"));
        using var again = await anna.Client.Submit("/settings/profile/languages/new", ("code", "fr"), ("level", "native"));
        Assert.Contains("already", (await again.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-code-error")!.TextContent);
        using var unknown = await anna.Client.Submit("/settings/profile/languages/new", ("code", "xx"), ("level", "good"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("French", (await anna.Client.Page($"/@{anna.Handle}")).QuerySelector("#languages")!.TextContent);
    }

    [Theory]
    [BothDatabases("draht.example", "https://draht.example/")]
    [BothDatabases("http://draht.example/über uns", "http://draht.example/%C3%BCber%20uns")]
    [BothDatabases("javascript:alert(1)", null)]
    [BothDatabases("https://user@draht.example", null)]
    [BothDatabases("localhost", null)]
    public async Task A_website_is_a_web_address(DatabaseKind kind, string typed, string? stored)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        using var response = await anna.Client.Submit("/settings/profile/websites/new", ("url", typed), ("label", "Werk"), ("audience", "everyone"));
        Assert.Equal(stored is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(stored, await server.Db(db => db.Websites.Where(w => w.MemberId == anna.Id).Select(w => w.Url).SingleOrDefaultAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_section_has_room_for_so_many(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        for (var i = 0; i < 10; i++) await anna.Client.SubmitOk("/settings/profile/websites/new", ("url", $"w{i}.example"));
        using var response = await anna.Client.Submit("/settings/profile/websites/new", ("url", "w11.example"));
        Assert.Contains("room for 10", (await response.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".notice-error")!.TextContent);
        Assert.Null((await anna.Client.Page("/settings/profile/websites")).QuerySelector("a[href$='/new']"));
    }

    [Theory, BothDatabases]
    public async Task Entries_of_others_do_not_exist(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, eve) = (await server.Member(), await server.Member("Eve Eck"));
        await anna.Client.SubmitOk("/settings/profile/positions/new", ("title", "Meisterin"), ("firm", "Werk"));
        var id = await server.Db(db => db.Positions.Where(p => p.MemberId == anna.Id).Select(p => p.Id).SingleAsync());
        await eve.Client.Page($"/settings/profile/positions/{id}", HttpStatusCode.NotFound);
        foreach (var path in new[] { $"{id}", $"{id}/remove", $"{id}/move" })
            Assert.Equal(HttpStatusCode.NotFound, (await eve.Client.Submit($"/settings/profile/positions/{path}", ("title", "x"), ("firm", "y"), ("memberId", $"{eve.Id}"))).StatusCode);
        await eve.Client.Page("/settings/profile/passwords", HttpStatusCode.NotFound);
    }

    private static async Task<string[]> Titles(TestMember member) =>
        [.. (await member.Client.Page($"/@{member.Handle}")).QuerySelectorAll("#positions h3").Select(h => h.TextContent)];
}
