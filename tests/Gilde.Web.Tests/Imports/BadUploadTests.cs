using System.Text;
using Gilde.Web.Tests.Imports.LinkedIn;

namespace Gilde.Web.Tests.Imports;

/// <summary>A file that cannot be read gets a sentence beside the field, in the member's language, and changes nothing.</summary>
public class BadUploadTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Each_fault_has_its_sentence(DatabaseKind kind)
    {
        var member = await (await servers.On(kind)).Member("Dana Çelik");
        var zip = Archives.Zip(Archives.Full);

        await Refused(member, [], "Please choose a file.");
        await Refused(member, zip[..(zip.Length / 2)], "The archive is damaged.");
        await Refused(member, Archives.Zip(("messages.csv", new string('a', 50_000_000))), "The file is larger than what can be read here.");
        await Refused(member, Archives.Zip(("../Skills.csv", "Name\nx")), "The archive names files outside its own folder");
        await Refused(member, Archives.Zip(("Photos.csv", "Name\nx")), "This is neither a LinkedIn archive");
        await Refused(member, "Name,Preis\nDraht,3\n"u8.ToArray(), "This is neither a LinkedIn archive");
        await Refused(member, Encoding.UTF8.GetBytes("\0\u0001\u0002binary"), "This is neither a LinkedIn archive");
        await Refused(member, Archives.Zip(("Skills.csv", "Name\n")), "Nothing in this file can be taken over.");
        await Refused(member, "BEGIN:VCARD\nNOTE:x\nEND:VCARD"u8.ToArray(), "Nothing in this file can be taken over.");
    }

    [Theory, BothDatabases]
    public async Task A_form_without_a_file_says_so_in_german(DatabaseKind kind)
    {
        var member = await (await servers.On(kind)).Member("Dana Çelik", Language.German);

        using var answer = await member.Client.PostAsync("/settings/import", new MultipartFormDataContent { { new StringContent("x"), "other" } });

        var page = await answer.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Bitte wählen Sie eine Datei.", page.QuerySelector(".field-error")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_file_beyond_the_limit_is_refused(DatabaseKind kind)
    {
        var member = await (await servers.On(kind)).Member("Dana Çelik");

        await Refused(member, new byte[101 << 20], "The file is larger than what can be read here.");
    }

    [Theory, BothDatabases]
    public async Task Thousands_of_people_and_doubled_rows_are_no_matter(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member("Dana Çelik");
        var rows = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"Anna{i % 1_500},Bader{i % 1_500},,anna{i % 1_500}@a.example,Firma,,2021\n"));

        var preview = await member.Stage("Connections.csv", Encoding.UTF8.GetBytes("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + rows));
        Assert.True(preview.Source.Text.Length < 60_000);
        Assert.Equal("/settings/import/people?from=100", await member.Client.SubmitOk("/settings/import/people", [("from", "0"), ("then", "next")]));
        Assert.Equal("/settings/import?profile=0&people=1400", await member.Client.SubmitOk("/settings/import/apply", ("people", "ticked")));
    }

    private static async Task Refused(TestMember member, byte[] bytes, string sentence)
    {
        using var answer = await member.Upload("file.bin", bytes);
        var page = await answer.Document(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(sentence, page.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Names_longer_than_their_place_are_cut(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member("Dana Çelik");
        var (first, last) = (new string('ß', 199) + "x", new string('z', 200));
        var csv = Encoding.UTF8.GetBytes($"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{first},{last},,lang@a.example,Firma,,2021\n");

        Assert.Equal("/settings/import?profile=0&people=1", await member.TakeAll(new string('n', 240) + ".csv", csv));

        var entry = await server.Db(db => db.AddressBookEntries.SingleAsync(e => e.OwnerId == member.Id));
        Assert.Equal((first, new string('s', 200)), (entry.Name, entry.SortName));
        Assert.Equal("/settings/import?profile=0&people=0", await member.TakeAll("again.csv", csv));
    }
}
