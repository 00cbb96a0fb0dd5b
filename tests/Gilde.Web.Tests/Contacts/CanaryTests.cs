using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Contacts;

/// <summary>Every contact field holds a word that stands nowhere else; whoever did not get the field finds the word in no output.</summary>
public class CanaryTests(Servers servers)
{
    /// <summary>What is searched for shows again in the search field, so it is not the whole word.</summary>
    private const string Part = "nymphensitt";
    private const string Word = Part + "ich";

    [Theory, BothDatabases]
    public async Task Contact_data_shows_to_nobody_whom_it_was_not_released_to(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        await server.AsLongstanding(anna);
        var fields = new List<long>
        {
            await anna.AddField(CardFieldKind.Email, $"{Word}@firma.example", Word),
            await anna.AddField(CardFieldKind.Mobile, "+49 171 4711471147"),
            await anna.AddField(CardFieldKind.Phone, "+49 2352 4711471147"),
            await anna.AddField(CardFieldKind.Address, $"{Word} 12\n58762 Altena"),
            await anna.AddField(CardFieldKind.Messenger, Word, "Signal"),
            await anna.AddField(CardFieldKind.Birthday, "17.04.1947"),
            await anna.AddField(CardFieldKind.Other, $"https://{Word}.example/"),
        };
        var released = fields[0];

        var stranger = await server.Member("Stefan Fremd");
        var contact = await server.Member("Bernd Ziegler");
        await anna.Ask(contact, "Guten Tag");
        await contact.Accept(anna);
        var asked = await server.Member("Carla Mück");
        await anna.Ask(asked, "Guten Tag", [.. fields]);
        var asking = await server.Member("Dora Lang");
        await asking.Ask(anna);
        var lost = await server.Member("Emil Kern");
        await anna.Ask(lost, "Guten Tag", [.. fields]);
        await lost.Accept(anna);
        Assert.Equal(7, (await lost.CardOf(anna)).Length);
        await anna.Client.SubmitOk($"/contacts/{lost.Id}/remove");
        var friend = await server.Member("Fritz Freund");
        await anna.Ask(friend, "Guten Tag", released);
        await friend.Accept(anna);

        foreach (var member in new[] { stranger, contact, asked, asking, lost }) await FindsNothing(member, anna, [Word, "4711471147", "1947"]);
        await FindsNothing(friend, anna, ["4711471147", "1947", $"{Word}.example", $"{Word} 12"]);
        Assert.Contains($"{Word}@firma.example", await friend.Client.GetStringAsync($"/contacts/{anna.Id}.vcf"));
        Assert.False(await server.Db(db => db.Jobs.AnyAsync(j => j.Payload.Contains(Word))));
        Assert.DoesNotContain(Mails(server), mail => mail.Contains(Word, StringComparison.Ordinal));
    }

    private static async Task FindsNothing(TestMember member, TestMember anna, string[] words)
    {
        string[] paths =
        [
            "/contacts", $"/contacts?q={Part}", "/contacts?select=1", "/contacts/requests", $"/contacts/{anna.Id}", $"/contacts/ask/{anna.Id}", "/contacts.vcf", "/contacts.csv", "/contacts.ics",
            $"/contacts/{anna.Id}.vcf", "/settings/card", "/settings/contacts", "/settings/blocks", "/card",
            $"/@{anna.Handle}", $"/@{anna.Handle}.json", $"/@{anna.Handle}.vcf", $"/@{anna.Handle}.md", $"/search?q={Part}", $"/introductions/to/{anna.Handle}", "/messages", $"/messages/new?to={anna.Handle}", "/",
        ];
        foreach (var path in paths)
        {
            foreach (var accept in new[] { "text/html", "application/json", "text/vcard", "text/markdown" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Accept.ParseAdd(accept);
                using var response = await member.Client.SendAsync(request);
                Assert.True((int)response.StatusCode < 500, $"{path} as {accept} for {member.Name}: {response.StatusCode}");
                var body = await response.Content.ReadAsStringAsync();
                foreach (var word in words) Assert.False(body.Contains(word, StringComparison.OrdinalIgnoreCase), $"{path} as {accept} tells {member.Name} “{word}”");
            }
        }
    }

    private static IEnumerable<string> Mails(GildeServer server) =>
        Directory.Exists(server.Settings.MailFolder) ? Directory.EnumerateFiles(server.Settings.MailFolder).Select(File.ReadAllText) : [];
}
