using Gilde.Web.Accounts;

namespace Gilde.Web.Tests.Imports;

/// <summary>People of the address book are invited one by one, and never by importing them.</summary>
public class AddressBookInvitationTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Importing_sends_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");

        await dana.TakeAll("people.vcf", AddressBookTests.Card("Anna Bader", $"EMAIL:{Address(dana)}"));

        Assert.Equal(0, await server.Db(db => db.MailLinks.CountAsync(l => l.InviterId == dana.Id)));
        Assert.Equal(0, await server.Db(db => db.Jobs.CountAsync(j => j.Payload.Contains(Address(dana)))));
    }

    [Theory, BothDatabases]
    public async Task The_answer_is_the_same_for_a_member_and_for_a_stranger(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");
        var ben = await server.Member("Ben Öztürk");
        await dana.TakeAll("people.vcf", [.. AddressBookTests.Card("Anna Bader", $"EMAIL:{Address(dana)}"), .. AddressBookTests.Card("Ben Öztürk", $"EMAIL:{ben.Email}")]);

        foreach (var address in new[] { Address(dana), ben.Email })
        {
            var path = await PathOf(server, dana, address);
            Assert.Equal(path, await dana.Client.SubmitOk(path + "/invite", ("email", address)));
            Assert.Contains("Invited on", (await dana.Client.Page(path)).Body!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(2, await server.Db(db => db.MailLinks.CountAsync(l => l.InviterId == dana.Id && l.Purpose == LinkPurpose.Invitation)));
    }

    [Theory, BothDatabases]
    public async Task Twice_or_to_another_address_is_refused(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");
        var mallory = await server.Member("Mallory Marx");
        await dana.TakeAll("people.vcf", AddressBookTests.Card("Anna Bader", $"EMAIL:{Address(dana)}"));
        var path = await PathOf(server, dana, Address(dana)) + "/invite";
        await dana.Client.SubmitOk(path, ("email", Address(dana)));

        using var again = await dana.Client.Submit(path, ("email", Address(dana)));
        using var elsewhere = await dana.Client.Submit(path, ("email", "somebody@else.example"));
        using var foreign = await mallory.Client.Submit(path, ("email", Address(dana)));

        Assert.NotNull((await again.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.StatusCode, foreign.StatusCode));
    }

    private static string Address(TestMember owner) => $"anna.of.{owner.Handle}@elsewhere.example";

    private static async Task<string> PathOf(GildeServer server, TestMember owner, string email) =>
        $"/contacts/addressbook/{await server.Db(db => db.AddressBookEntries.Where(e => e.OwnerId == owner.Id && e.Emails == email).Select(e => e.Id).SingleAsync())}";
}
