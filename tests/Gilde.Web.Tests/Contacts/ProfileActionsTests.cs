using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Contacts;

public class ProfileActionsTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_profile_offers_what_fits_how_the_two_stand(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        var mail = await bernd.AddField(CardFieldKind.Email, "bernd@firma.example");

        var page = await anna.Client.Page($"/@{bernd.Handle}");
        Assert.NotNull(page.QuerySelector($"a[href='/contacts/ask/{bernd.Id}']"));
        await anna.Ask(bernd);
        Assert.NotNull((await anna.Client.Page($"/@{bernd.Handle}")).QuerySelector("form[action$='/withdraw']"));
        var request = await bernd.RequestFrom(anna);
        Assert.NotNull((await bernd.Client.Page($"/@{anna.Handle}")).QuerySelector($"a[href='/contacts/requests#request-{request}']"));
        await bernd.Accept(anna, mail);

        page = await anna.Client.Page($"/@{bernd.Handle}");
        Assert.NotNull(page.QuerySelector($"a[href='/contacts/{bernd.Id}']"));
        Assert.NotNull(page.QuerySelector($"form[action='/contacts/{bernd.Id}/remove']"));
        Assert.Contains("bernd@firma.example", page.QuerySelector("#card")!.TextContent);
        Assert.DoesNotContain("bernd@firma.example", (await server.Client().Page($"/@{bernd.Handle}")).Body!.TextContent);
        Assert.Null((await anna.Client.Page($"/@{anna.Handle}")).QuerySelector("form[action$='/block']"));
    }
}
