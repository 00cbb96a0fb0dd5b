using System.Text;
using System.Text.Json;

namespace Gilde.Web.Tests.Imports;

public class AddressBookTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task It_is_listed_by_name_page_by_page(DatabaseKind kind)
    {
        var dana = await With(kind, Enumerable.Range(0, 60).Select(i => $"Anna Bader {i:00}"));

        var first = await dana.Client.Page("/contacts/addressbook");
        var second = await dana.Client.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, Names(first).Count);
        Assert.Equal(Enumerable.Range(50, 10).Select(i => $"Anna Bader {i:00}"), Names(second));
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Theory, BothDatabases]
    public async Task It_is_searched_by_name_firm_and_note(DatabaseKind kind)
    {
        var dana = await With(kind, ["Jörg Müller", "Ben Öztürk", "100% Draht"]);

        Assert.Equal(["Jörg Müller"], Names(await dana.Client.Page("/contacts/addressbook?q=muller")));
        Assert.Equal(["Jörg Müller"], Names(await dana.Client.Page("/contacts/addressbook?q=M%C3%BCller+j")));
        Assert.Equal(["Ben Öztürk"], Names(await dana.Client.Page("/contacts/addressbook?q=%C3%96z")));
        Assert.Equal(["100% Draht"], Names(await dana.Client.Page("/contacts/addressbook?q=%25")));
        Assert.Empty(Names(await dana.Client.Page("/contacts/addressbook?q=nobody")));
    }

    [Theory, BothDatabases]
    public async Task As_json_it_is_an_array_with_a_link_to_the_next_page(DatabaseKind kind)
    {
        var dana = await With(kind, Enumerable.Range(0, 51).Select(i => $"Anna {i:00}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/contacts/addressbook");
        request.Headers.Accept.ParseAdd("application/json");
        dana.Client.DefaultRequestHeaders.Remove("Accept");

        using var answer = await dana.Client.SendAsync(request);

        Assert.Equal(50, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetArrayLength());
        Assert.Contains("rel=\"next\"", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_note_is_kept_and_has_a_limit(DatabaseKind kind)
    {
        var dana = await With(kind, ["Jörg Müller"]);
        var path = await First(dana);

        await dana.Client.SubmitOk(path, ("note", "Kennt sich mit Drähten aus"));
        using var tooLong = await dana.Client.Submit(path, ("note", new string('x', 4_001)));

        Assert.Equal("Kennt sich mit Drähten aus", (await dana.Client.Page(path)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("4000", (await tooLong.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error")!.TextContent.Replace(",", ""), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task One_or_all_are_removed(DatabaseKind kind)
    {
        var dana = await With(kind, ["Anna A", "Anna B", "Anna C"]);

        await dana.Client.SubmitOk(await First(dana) + "/remove");
        Assert.Equal(["Anna B", "Anna C"], Names(await dana.Client.Page("/contacts/addressbook")));
        await dana.Client.SubmitOk("/contacts/addressbook/remove");
        Assert.Empty(Names(await dana.Client.Page("/contacts/addressbook")));
        Assert.Equal(0, await (await servers.On(kind)).Db(db => db.AddressBookKeys.CountAsync(k => k.OwnerId == dana.Id)));
    }

    [Theory, BothDatabases]
    public async Task For_others_it_does_not_exist(DatabaseKind kind)
    {
        var dana = await With(kind, ["Anna Kanarie"]);
        var mallory = await (await servers.On(kind)).Member("Mallory Marx");
        var path = await First(dana);

        await mallory.Client.Page(path, HttpStatusCode.NotFound);
        foreach (var action in new[] { path, path + "/remove" })
        {
            using var answer = await mallory.Client.Submit(action, ("note", "mine"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        await mallory.Client.SubmitOk("/contacts/addressbook/remove");
        Assert.Equal(["Anna Kanarie"], Names(await dana.Client.Page("/contacts/addressbook")));
        Assert.Empty(Names(await mallory.Client.Page("/contacts/addressbook?q=Kanarie")));
    }

    [Theory, BothDatabases]
    public async Task The_same_person_from_two_files_is_one(DatabaseKind kind)
    {
        var dana = await (await servers.On(kind)).Member("Dana Çelik");
        await dana.TakeAll("a.vcf", Card("Anna Bader", "EMAIL:anna@a.example\nORG:Rohr"));
        Assert.Equal("/settings/import?profile=0&people=1", await dana.TakeAll("b.vcf", [.. Card("ANNA BADER", "EMAIL:Anna@A.example\nTEL:+49 171 5550101"), .. Card("Anna Bader", "EMAIL:other@b.example")]));

        var entries = await (await servers.On(kind)).Db(db => db.AddressBookEntries.Where(e => e.OwnerId == dana.Id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([("anna@a.example", "+49 171 5550101"), ("other@b.example", "")], entries.Select(e => (e.Emails, e.Phones)));
    }

    internal static byte[] Card(string name, string more) => Encoding.UTF8.GetBytes($"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\n{more}\nEND:VCARD\n");

    private async Task<TestMember> With(DatabaseKind kind, IEnumerable<string> names)
    {
        var dana = await (await servers.On(kind)).Member("Dana Çelik");
        await dana.TakeAll("people.vcf", [.. names.SelectMany(n => Card(n, "ORG:Drahtwerk"))]);
        return dana;
    }

    private static List<string> Names(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("#people .person-name").Select(e => e.TextContent.Trim())];

    private static async Task<string> First(TestMember member) =>
        (await member.Client.Page("/contacts/addressbook")).QuerySelector("#people .person-name a")!.GetAttribute("href")!;
}
