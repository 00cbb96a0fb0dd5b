using System.Text.Json;
using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Contacts;

public class CardTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Both_choose_what_the_other_gets_and_get_just_that(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var mail = await anna.AddField(CardFieldKind.Email, "anna@firma.example");
        await anna.AddField(CardFieldKind.Mobile, "+49 171 5550134", byDefault: false);
        var phone = await bernd.AddField(CardFieldKind.Phone, "02352 5550134");

        var form = await anna.Client.Page($"/contacts/ask/{bernd.Id}");
        Assert.Equal([mail.ToString()], form.QuerySelectorAll("input[name=field][checked]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(2, form.QuerySelectorAll("input[name=field]").Length);

        await anna.Ask(bernd, "Guten Tag", mail);
        Assert.DoesNotContain("anna@firma.example", await bernd.Client.GetStringAsync("/contacts/requests"));
        await bernd.Accept(anna, phone);
        Assert.Equal(["anna@firma.example"], await bernd.CardOf(anna));
        Assert.Equal(["02352 5550134"], await anna.CardOf(bernd));
    }

    [Theory, BothDatabases]
    public async Task Nobody_releases_what_is_not_theirs(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd, carla) = (await server.Member(), await server.Member("Bernd Ziegler"), await server.Member("Carla Mück"));
        var foreign = await carla.AddField(CardFieldKind.Email, "carla@firma.example");
        await anna.Ask(bernd, "Guten Tag", foreign);
        await bernd.Accept(anna, foreign);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/release", ("field", foreign.ToString()));
        Assert.Empty(await bernd.CardOf(anna));
        Assert.Empty(await anna.CardOf(bernd));
    }

    [Theory, BothDatabases]
    public async Task A_change_arrives_by_itself_and_a_release_can_be_taken_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var mail = await anna.AddField(CardFieldKind.Email, "anna@alt.example");
        var phone = await anna.AddField(CardFieldKind.Phone, "02352 5550134");
        await anna.Ask(bernd, "Guten Tag", mail, phone);
        await bernd.Accept(anna);

        await anna.Client.SubmitOk($"/settings/card/{mail}", ("value", "anna@neu.example"));
        Assert.Equal(["anna@neu.example", "02352 5550134"], await bernd.CardOf(anna));
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/release", ("field", phone.ToString()));
        Assert.Equal(["02352 5550134"], await bernd.CardOf(anna));
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/release");
        Assert.Empty(await bernd.CardOf(anna));
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/release", ("field", mail.ToString()));
        await anna.Client.SubmitOk($"/settings/card/{mail}/remove");
        Assert.Empty(await bernd.CardOf(anna));
    }

    [Theory, BothDatabases]
    public async Task A_new_field_goes_to_present_contacts_only_when_chosen(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.AreContacts(anna, bernd);
        await anna.AddField(CardFieldKind.Phone, "02352 111111");
        Assert.Empty(await bernd.CardOf(anna));
        await anna.Client.SubmitOk("/settings/card", ("kind", "mobile"), ("value", "0171 222222"), ("toContacts", "true"));
        Assert.Equal(["0171 222222"], await bernd.CardOf(anna));
    }

    [Theory, BothDatabases]
    public async Task Only_the_owner_edits_a_field(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        var mail = await anna.AddField(CardFieldKind.Email, "anna@firma.example");
        await bernd.Client.Page($"/settings/card/{mail}", HttpStatusCode.NotFound);
        foreach (var path in new[] { $"/settings/card/{mail}", $"/settings/card/{mail}/remove" })
        {
            using var response = await bernd.Client.Submit(path, ("value", "bernd@firma.example"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
        Assert.Contains("anna@firma.example", await anna.Client.GetStringAsync("/settings/card"));
    }

    [Theory]
    [BothDatabases("email", "anna.firma.example", "The @ is missing")]
    [BothDatabases("email", "anna@firma", "incomplete")]
    [BothDatabases("email", "anna @firma.example", "incomplete")]
    [BothDatabases("mobile", "Vorzimmer 12345", "has no “V”")]
    [BothDatabases("phone", "123", "too few")]
    [BothDatabases("birthday", "31.02.1980", "Write the day as")]
    [BothDatabases("birthday", "12.03.2190", "check the year")]
    [BothDatabases("other", "  ", "Please fill this in")]
    public async Task What_cannot_be_right_is_said_kindly_and_kept(DatabaseKind kind, string field, string value, string sentence)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        using var response = await anna.Client.Submit("/settings/card", ("kind", field), ("value", value));
        var page = await response.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, page.QuerySelector("#f-value-error")!.TextContent);
        Assert.Equal(value, page.QuerySelector("#f-value")!.GetAttribute("value"));
    }

    [Theory]
    [BothDatabases("mobile", "+49 (0)171 / 555-01 34", "+49 (0)171 / 555-01 34")]
    [BothDatabases("email", "mailto:Anna@Firma.example", "Anna@Firma.example")]
    [BothDatabases("birthday", "12.3.", "--03-12")]
    [BothDatabases("birthday", "29.02.", "--02-29")]
    [BothDatabases("birthday", "1.4.1981", "1981-04-01")]
    public async Task Many_spellings_are_taken(DatabaseKind kind, string field, string typed, string stored)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await anna.AddField(Enum.Parse<CardFieldKind>(field, ignoreCase: true), typed);
        using var card = JsonDocument.Parse(await anna.Client.Json("/settings/card"));
        Assert.Equal(stored, card.RootElement[0].GetProperty("value").GetString());
    }
}
