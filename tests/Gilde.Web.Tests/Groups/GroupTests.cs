using System.Text.Json;
using Gilde.Web.Groups;

namespace Gilde.Web.Tests.Groups;

public class GroupTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_group_is_founded_with_its_address_made_from_the_name(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var name = $"Öfen & Ziehsteine {anna.Id}";
        var path = await anna.Found(name, "open", ("description", "**Alles** über Öfen"), ("tags", "Härten, Glühen, härten"), ("rules", Founding.Rules));
        Assert.Equal($"/groups/oefen-ziehsteine-{anna.Id}", path);
        var page = await anna.Client.Page(path + "/about");
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(".prose strong"));
        Assert.Equal(["Härten", "Glühen"], page.QuerySelectorAll(".chips .chip").Select(c => c.TextContent.Trim()));
        Assert.Contains("Keine Werbung.", page.Body!.TextContent);
        Assert.Equal([anna.Name], await anna.Members(path));
        Assert.Equal(path + "-2", await anna.Found(name));
    }

    [Theory, BothDatabases]
    public async Task What_is_missing_or_too_long_stands_by_its_field_and_the_rest_is_kept(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        using var answer = await anna.Client.Submit("/groups", Founding.Form("", "strange", ("summary", new string('x', 201)), ("tags", "a,b,c,d,e,f,g"), ("welcome", "Willkommen")));
        var page = await answer.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(4, page.QuerySelectorAll(".field-error").Length);
        Assert.Contains("Willkommen", page.QuerySelector("textarea[name=welcome]")!.TextContent);
        using var broken = await anna.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/groups") { Headers = { { "Accept", "application/json" } }, Content = new FormUrlEncodedContent([KeyValuePair.Create("kind", "open")]) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Nobody_founds_more_than_five_a_day(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        for (var i = 0; i < FoundGroup.MostADay; i++) await anna.Found($"Nummer {i} von {anna.Id}");
        using var answer = await anna.Client.Submit("/groups", Founding.Form("Noch eine"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.FromHours(1));
    }

    [Theory, BothDatabases]
    public async Task The_list_has_ones_own_groups_first_and_finds_by_name_and_tag(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var word = $"zieh{anna.Id}werk";
        var mine = await ben.Found($"Meine {word}");
        var theirs = await anna.Found($"Ihre Öfen {anna.Id}", "closed", ("tags", $"{word}, Walzen"));
        var page = await ben.Client.Page("/groups");
        var titles = page.QuerySelectorAll("main .card").ToDictionary(c => c.QuerySelector("h2")!.TextContent.Trim(), c => c.QuerySelectorAll(".person-name a").Select(a => a.GetAttribute("href")).ToList());
        Assert.Contains(mine, titles["My groups"]);
        Assert.DoesNotContain(mine, titles["All groups"]);
        Assert.Equal([mine, theirs], (await Found(ben, word)).Order().Reverse());
        Assert.Equal([theirs], await Found(ben, $"oefen {anna.Id}"));
        Assert.Equal([theirs], await Found(ben, $"{word} walzen"));
        Assert.Contains($"No group for", (await ben.Client.Page("/groups?q=gibtesnicht" + anna.Id)).Body!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task The_list_goes_on_page_by_page(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        Assert.Contains("No groups yet", (await ben.Client.Page("/groups")).Body!.TextContent);
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            for (var i = 0; i < 40; i++) db.Add(new Group { Slug = $"g{i}", Name = $"Gruppe {i}", CreatedById = anna.Id, CreatedAt = now, ActiveAt = now - Duration.FromMinutes(i / 3), Members = 1 });
            await db.SaveChangesAsync();
        });
        var (seen, next) = (new List<string>(), (string?)"/groups");
        while (next is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next) { Headers = { { "Accept", "application/json" } } };
            var client = server.Client();
            client.DefaultRequestHeaders.Clear();
            client.DefaultRequestHeaders.Add("Cookie", $"{Gilde.Web.Accounts.Sessions.Cookie}={ben.SessionToken}");
            using var answer = await client.SendAsync(request);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            seen.AddRange(json.RootElement.EnumerateArray().Select(g => g.GetProperty("slug").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        Assert.Equal(40, seen.Distinct().Count());
        Assert.Equal(40, seen.Count);
        var page = await ben.Client.Page("/groups");
        Assert.Equal(30, page.QuerySelectorAll("main .person-name a").Length);
        Assert.Equal(10, (await ben.Client.Page(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll("main .person-name a").Length);
    }

    [Theory, BothDatabases]
    public async Task A_picture_is_shown_to_whom_the_group_exists_for(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Founding.Form($"Bilder {anna.Id}", "secret")) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Pictures.Samples.Png(40, 40)), "picture", "bild.png");
        using var answer = await anna.Client.PostAsync("/groups", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var picture = (await anna.Client.Page(answer.Headers.Location!.ToString())).QuerySelector(".group-head img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, await anna.Client.Status(picture));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(picture));
        Assert.Equal(HttpStatusCode.NotFound, await server.Client().Status(picture));
    }

    private static async Task<List<string>> Found(TestMember member, string words) =>
        [.. (await member.Client.Page("/groups?q=" + Uri.EscapeDataString(words))).QuerySelectorAll("main .person-name a").Select(a => a.GetAttribute("href")!)];
}
