using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Imports;

/// <summary>Two members who have each other in their address books are told; one who has another is not.</summary>
public class AcquaintanceTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Both_are_told_by_their_addresses(DatabaseKind kind)
    {
        var (anna, ben) = await Two(kind);

        await Knows(anna, "Benno", $"EMAIL:{ben.Email.ToUpperInvariant()}");
        Assert.Empty(await Suggested(anna));
        Assert.Empty(await Suggested(ben));
        await Knows(ben, "Die Anna", $"EMAIL:{anna.Email}");

        Assert.Equal([ben.Name], await Suggested(anna));
        Assert.Equal([anna.Name], await Suggested(ben));
    }

    [Theory, BothDatabases]
    public async Task A_phone_number_counts_with_the_name_alone(DatabaseKind kind)
    {
        var (anna, ben) = await Two(kind);
        await Claims(kind, ben, "0170 " + Number(ben));
        await Claims(kind, anna, "+49 171 " + Number(anna));
        await Knows(ben, "Berger, Anna", $"TEL:0171/{Number(anna)}");

        await Knows(anna, "Somebody Else", $"TEL:+49 (0)170 {Number(ben)}");
        Assert.Empty(await Suggested(anna));
        Assert.Empty(await Suggested(ben));

        await Knows(anna, "Ben Öztürk", $"TEL:+49 (0)170 {Number(ben)}");
        Assert.Equal([ben.Name], await Suggested(anna));
        Assert.Equal([anna.Name], await Suggested(ben));
    }

    [Theory, BothDatabases]
    public async Task Contacts_blocked_and_dismissed_members_are_not_suggested(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = await Acquainted(kind);
        await anna.Client.SubmitOk($"/contacts/suggestions/{ben.Id}/dismiss");
        Assert.Empty(await Suggested(anna));
        Assert.Equal([anna.Name], await Suggested(ben));

        var (cem, dana) = await Acquainted(kind);
        await server.Db(async db =>
        {
            db.Add(new Block { MemberId = cem.Id, BlockedId = dana.Id, At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        Assert.Empty(await Suggested(cem));
        Assert.Empty(await Suggested(dana));

        var (eva, fritz) = await Acquainted(kind);
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.AddRange(new Contact(eva.Id, fritz.Id, now), new Contact(fritz.Id, eva.Id, now));
            await db.SaveChangesAsync();
        });
        Assert.Empty(await Suggested(eva));
    }

    [Theory, BothDatabases]
    public async Task Removing_the_entry_ends_it_for_both(DatabaseKind kind)
    {
        var (anna, ben) = await Acquainted(kind);

        await anna.Client.SubmitOk("/contacts/addressbook/remove");

        Assert.Empty(await Suggested(anna));
        Assert.Empty(await Suggested(ben));
    }

    [Theory, BothDatabases]
    public async Task The_database_holds_no_address_in_its_keys(DatabaseKind kind)
    {
        var (anna, ben) = await Acquainted(kind);

        var keys = await (await servers.On(kind)).Db(db => Task.FromResult(db.AddressBookKeys.Where(k => k.OwnerId == anna.Id || k.OwnerId == ben.Id).ToList()));
        Assert.Equal(2, keys.Count);
        Assert.All(keys, k => Assert.Equal(16, k.Hash.Length));
    }

    private async Task<(TestMember Anna, TestMember Ben)> Two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (await server.Member("Anna Berger"), await server.Member("Ben Öztürk"));
    }

    private async Task<(TestMember Anna, TestMember Ben)> Acquainted(DatabaseKind kind)
    {
        var (anna, ben) = await Two(kind);
        await Knows(anna, "Ben", $"EMAIL:{ben.Email}");
        await Knows(ben, "Anna", $"EMAIL:{anna.Email}");
        Assert.Equal([ben.Name], await Suggested(anna));
        return (anna, ben);
    }

    private static Task Knows(TestMember member, string name, string more) => member.TakeAll("people.vcf", AddressBookTests.Card(name, more));

    private async Task Claims(DatabaseKind kind, TestMember member, string phone) => await (await servers.On(kind)).Db(async db =>
    {
        db.Add(new CardField { MemberId = member.Id, Kind = CardFieldKind.Mobile, Value = phone });
        await db.SaveChangesAsync();
    });

    private static string Number(TestMember member) => $"{5_550_000 + member.Id}";

    /// <summary>On both pages the same.</summary>
    private static async Task<List<string>> Suggested(TestMember member)
    {
        var names = await Suggested(member, "/contacts/addressbook");
        Assert.Equal(names, await Suggested(member, "/contacts"));
        return names;
    }

    private static async Task<List<string>> Suggested(TestMember member, string path) =>
        [.. (await member.Client.Page(path)).QuerySelectorAll("#suggestions .person-name").Select(e => e.TextContent.Trim())];
}
