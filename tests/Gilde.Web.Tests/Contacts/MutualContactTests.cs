using System.Text.Json;

namespace Gilde.Web.Tests.Contacts;

public class MutualContactTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_is_asked_sees_whom_both_know_as_far_as_they_let_it_be_seen(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (asker, asked) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        var open = await server.Member("Offen Olga");
        var hidesAll = await server.Member("Heimlich Hans");
        var hidesOne = await server.Member("Einzeln Eva");
        var hiddenByAsker = await server.Member("Verborgen Veit");
        var blocker = await server.Member("Sperr Sven");
        await server.AreContacts(asker, open, hidesAll, hidesOne, hiddenByAsker, blocker);
        await server.AreContacts(asked, open, hidesAll, hidesOne, hiddenByAsker, blocker);
        await hidesAll.Client.SubmitOk("/settings/contacts", ("save", "1"), ("hidesContacts", "true"));
        await hidesOne.Client.SubmitOk($"/contacts/{asker.Id}/hidden", ("hidden", "true"));
        await asker.Client.SubmitOk($"/contacts/{hiddenByAsker.Id}/hidden", ("hidden", "true"));
        await blocker.Client.SubmitOk($"/members/{asked.Id}/block");
        await asker.Ask(asked);

        Assert.Equal(["Offen Olga"], await Mutual(asked, asker));
        Assert.Contains("In common: Offen Olga", (await asked.Client.Page("/contacts/requests")).Body!.TextContent);

        await asker.Client.SubmitOk("/settings/contacts", ("save", "1"), ("hidesContacts", "true"));
        Assert.Empty(await Mutual(asked, asker));
        await asker.Client.SubmitOk("/settings/contacts", ("save", "1"));
        await hidesAll.Client.SubmitOk("/settings/contacts", ("save", "1"));
        Assert.Equal(["Heimlich Hans", "Offen Olga"], await Mutual(asked, asker));
    }

    [Theory, BothDatabases]
    public async Task Names_go_by_the_alphabet_umlauts_with_their_vowels(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (asker, asked) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        TestMember[] others = [await server.Member("Zoe Zwirn"), await server.Member("Änne Ärmel"), await server.Member("bert Klein")];
        await server.AreContacts(asker, others);
        await server.AreContacts(asked, others);
        await asker.Ask(asked);
        Assert.Equal(["Änne Ärmel", "bert Klein", "Zoe Zwirn"], await Mutual(asked, asker));
    }

    private static async Task<string[]> Mutual(TestMember asked, TestMember asker)
    {
        using var rows = JsonDocument.Parse(await asked.Client.Json("/contacts/requests"));
        var row = rows.RootElement.EnumerateArray().Single(r => r.GetProperty("who").GetProperty("id").GetInt64() == asker.Id);
        string[] names = [.. row.GetProperty("mutual").EnumerateArray().Select(n => n.GetString()!)];
        Assert.Equal(names.Length, row.GetProperty("mutualCount").GetInt32());
        return names;
    }
}
